package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Something a person should look at (EX-1).
 *
 * @param type for instance {@code OVER_PRODUCTION}
 * @param task ticket and number
 * @param taskName the step's name
 * @param claims the events that together show it
 * @param key names it for as long as it exists; absent where it can't be acknowledged
 * @param rule the rule of the floor that was applied ({@code PR-4})
 * @param at when the last of the claims happened
 * @param acknowledged who looked at it; absent while it is open
 * @param version what whoever acknowledges it says they saw
 */
public record ExceptionView(
        String type,
        @Nullable String task,
        @Nullable String taskName,
        @Nullable String serial,
        @Nullable String operator,
        @Nullable String station,
        List<String> claims,
        @Nullable String key,
        @Nullable String rule,
        @Nullable Instant at,
        @Nullable Looked acknowledged,
        @Nullable String version) {

    /**
     * Somebody looked at it (EX-1).
     *
     * @param by the worker code
     * @param name their name
     * @param at when
     * @param note what they found, or did
     */
    public record Looked(@Nullable String by, String name, Instant at, String note) {}

    /** One that says no more than what it is. */
    public ExceptionView(
            String type,
            @Nullable String task,
            @Nullable String taskName,
            @Nullable String serial,
            @Nullable String operator,
            @Nullable String station,
            List<String> claims) {
        this(type, task, taskName, serial, operator, station, claims, null, null, null, null, null);
    }

    /** Copies the list. */
    public ExceptionView {
        claims = List.copyOf(claims);
    }
}
