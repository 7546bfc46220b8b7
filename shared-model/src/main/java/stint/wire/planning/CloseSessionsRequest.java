package stint.wire.planning;

import java.util.List;

/**
 * Station sessions are to be closed (ST-7).
 *
 * @param sessions which; empty for all that are open
 * @param reason why
 */
public record CloseSessionsRequest(List<String> sessions, String reason) {

    /** What is missing is empty. */
    public CloseSessionsRequest {
        sessions = sessions == null ? List.of() : List.copyOf(sessions);
        reason = reason == null ? "" : reason;
    }
}
