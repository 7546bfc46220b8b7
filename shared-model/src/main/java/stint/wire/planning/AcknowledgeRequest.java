package stint.wire.planning;

/**
 * Somebody has looked at an exception (EX-2).
 *
 * @param exception its key
 * @param note what came of it
 */
public record AcknowledgeRequest(String exception, String note) {

    /** What is missing is empty. */
    public AcknowledgeRequest {
        exception = exception == null ? "" : exception;
        note = note == null ? "" : note;
    }
}
