package stint.station.desk.exceptions;

import stint.wire.protocol.ExceptionView;

import java.util.List;

/**
 * Which of the exceptions to show. Pure.
 *
 * @param looked those that somebody has looked at, too
 * @param type of one kind alone; empty for all
 */
record ExceptionFilter(boolean looked, String type) {

    /** The exceptions that are wanted, newest first. */
    List<ExceptionView> of(List<ExceptionView> exceptions) {
        return exceptions.reversed().stream()
                .filter(each -> looked || each.acknowledged() == null)
                .filter(each -> type.isEmpty() || each.type().equals(type))
                .toList();
    }

    /** What names a row, also where the exception has no key. */
    static String key(ExceptionView exception) {
        return exception.key() == null
                ? exception.type() + exception.claims()
                : String.valueOf(exception.key());
    }
}
