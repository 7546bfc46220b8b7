package stint.domain.event;

/**
 * A supervisor's leave, given on the spot, for what the bench would have refused (PR-4, PR-5).
 *
 * @param supervisor who gave it
 * @param reason why, in their words or a managed reason's code
 */
public record Approval(OperatorCode supervisor, String reason) {}
