package stint.wire.protocol;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What is asked of a work session; each address says which of it is heeded (SOP-1 to SOP-9).
 *
 * @param sopId the SOP to begin by
 * @param taskId the task it guides, as {@code JT251030001/2}
 * @param stepId the step that is checked or overridden
 * @param answers by the item's key, as entered
 * @param reason why
 * @param workerId who asks; heeded only where callers are not proven
 * @param version the session's version that whoever asks has seen: where it is another one by now,
 *     nothing is done; absent where it does not matter
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RunRequest(
        @Nullable String sopId,
        @Nullable String taskId,
        @Nullable String stepId,
        @Nullable Map<String, String> answers,
        @Nullable String reason,
        @Nullable String workerId,
        @Nullable Integer version) {

    /** A request that is made whatever has been seen. */
    public RunRequest(
            @Nullable String sopId,
            @Nullable String taskId,
            @Nullable String stepId,
            @Nullable Map<String, String> answers,
            @Nullable String reason,
            @Nullable String workerId) {
        this(sopId, taskId, stepId, answers, reason, workerId, null);
    }
}
