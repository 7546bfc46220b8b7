package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something a person should look at (EX-1).
 *
 * @param type for instance {@code OVER_PRODUCTION}
 * @param task ticket and number
 * @param taskName the step's name
 * @param claims the events that together show it
 */
public record ExceptionView(
        String type,
        @Nullable String task,
        @Nullable String taskName,
        @Nullable String serial,
        @Nullable String operator,
        @Nullable String station,
        List<String> claims) {

    /** Copies the list. */
    public ExceptionView {
        claims = List.copyOf(claims);
    }
}
