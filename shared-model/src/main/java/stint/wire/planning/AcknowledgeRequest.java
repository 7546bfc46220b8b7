package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has looked at an exception (EX-2).
 *
 * @param exception its key
 * @param note what came of it
 * @param seen the version that whoever asks had before them; absent for whatever is there
 */
public record AcknowledgeRequest(String exception, String note, @Nullable String seen) {

    /** What is missing is empty. */
    public AcknowledgeRequest {
        exception = exception == null ? "" : exception;
        note = note == null ? "" : note;
    }
}
