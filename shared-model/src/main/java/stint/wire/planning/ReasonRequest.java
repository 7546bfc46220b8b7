package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * Something is to be ended, and why.
 *
 * @param reason why
 * @param seen the version that whoever asks had before them; absent for whatever is there
 */
public record ReasonRequest(String reason, @Nullable String seen) {

    /** What is missing is empty. */
    public ReasonRequest {
        reason = reason == null ? "" : reason;
    }
}
