package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Station sessions are to be closed (ST-7).
 *
 * @param sessions which; empty for all that are open
 * @param reason why
 * @param seen the versions of those that whoever asks had before them, by the session; absent for
 *     whatever is there
 */
public record CloseSessionsRequest(
        List<String> sessions, String reason, @Nullable Map<String, String> seen) {

    /** What is missing is empty. */
    public CloseSessionsRequest {
        sessions = sessions == null ? List.of() : List.copyOf(sessions);
        reason = reason == null ? "" : reason;
        seen = seen == null ? null : Map.copyOf(seen);
    }
}
