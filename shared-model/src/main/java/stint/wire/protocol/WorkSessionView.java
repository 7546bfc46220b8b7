package stint.wire.protocol;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A work session (SOP-3), with the names seed 003 gives.
 *
 * @param id the event that started it
 * @param sopId the SOP's code
 * @param sopTitle in the language of who asks
 * @param sopVersion the version it runs by
 * @param workerId whose it is
 * @param stationId where it began
 * @param taskId the task it guides, as {@code JT251030001/2}
 * @param status in_progress, paused, completed or cancelled
 * @param pausedAt while it is paused
 * @param currentStepId the step to do now; absent when it has ended
 * @param nextStepId the step after that
 * @param locked whether it was approved (SOP-5)
 * @param version how many lines its audit has, refused tries left out: another one when anything
 *     became of it
 * @param sop the version it runs by, as JSON; absent in lists, and while it has not arrived
 * @param checks every check, oldest first; absent in lists
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record WorkSessionView(
        String id,
        String sopId,
        String sopTitle,
        int sopVersion,
        String workerId,
        String stationId,
        @Nullable String taskId,
        String status,
        Instant startedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant completedAt,
        long pausedSeconds,
        @Nullable String currentStepId,
        @Nullable String nextStepId,
        int stepsPassed,
        int stepsTotal,
        boolean locked,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        int version,
        @JsonRawValue @JsonDeserialize(using = RawJson.class) @Nullable String sop,
        @Nullable List<Check> checks) {

    /**
     * A check, or a supervisor's word for one (SOP-2).
     *
     * @param failed the items that failed; none when it passed
     * @param override whether a supervisor said so
     * @param standing counts, voided, after_end or after_approval
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Check(
            String id,
            String stepId,
            boolean passed,
            boolean override,
            @Nullable String by,
            Instant at,
            Map<String, String> answers,
            List<String> failed,
            String standing) {}
}
