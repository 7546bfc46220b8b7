package stint.wire.planning;

/**
 * What of a task one operator is to do (DP-5).
 *
 * @param operator the worker code
 * @param pieces how many
 */
public record ShareView(String operator, int pieces) {

    /** What is missing is empty. */
    public ShareView {
        operator = operator == null ? "" : operator;
    }
}
