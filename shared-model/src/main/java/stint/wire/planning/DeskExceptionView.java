package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something a person should look at, or has looked at (EX-1, EX-2).
 *
 * @param key names it
 * @param type the rule
 * @param task which
 * @param taskName its name
 * @param serial the piece
 * @param operator who
 * @param station where
 * @param claims the events behind it
 * @param acknowledgedBy who looked at it
 * @param note what came of it
 */
public record DeskExceptionView(
        String key,
        String type,
        @Nullable String task,
        @Nullable String taskName,
        @Nullable String serial,
        @Nullable String operator,
        @Nullable String station,
        List<String> claims,
        @Nullable String acknowledgedBy,
        @Nullable String note) {

    /** Copies the lists. */
    public DeskExceptionView {
        claims = List.copyOf(claims);
    }
}
