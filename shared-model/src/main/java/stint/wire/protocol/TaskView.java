package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A task and the sessions on it (OS-11, PR-1, PR-2).
 *
 * @param task ticket and number ({@code JT251030001/2})
 * @param ticket the job ticket
 * @param sequence the task's number within the job
 * @param name the step's name; the number while the plan has not arrived
 * @param job the job's name; absent while the plan has not arrived
 * @param status {@code pending}, {@code in_progress}, {@code done}
 * @param cancelled whether it was cancelled
 * @param target pieces wanted; 0 while unknown
 * @param good good pieces
 * @param scrap scrapped pieces
 * @param progress good over target, 1 for 100 %
 * @param active operators at work on it
 * @param paused operators who pause
 * @param sessions in order of their start
 * @param version what whoever cancels it says they saw
 */
public record TaskView(
        String task,
        String ticket,
        int sequence,
        String name,
        @Nullable String job,
        String status,
        boolean cancelled,
        int target,
        long good,
        long scrap,
        double progress,
        int active,
        int paused,
        List<SessionView> sessions,
        @Nullable String version) {

    /** Copies the list. */
    public TaskView {
        sessions = List.copyOf(sessions);
    }

    /**
     * One operator's work on the task.
     *
     * @param session the event that opened it
     * @param operator the worker code
     * @param name the operator's name, or the code where unknown
     * @param station where it was last recorded on
     * @param status {@code active}, {@code paused}, {@code completed}, {@code cancelled}
     * @param qty good pieces
     * @param scrap scrapped pieces
     * @param pauseMinutes the pauses that have ended, in whole minutes
     * @param startedAt when it opened
     * @param endedAt when it closed; absent while open
     */
    public record SessionView(
            String session,
            String operator,
            String name,
            String station,
            String status,
            long qty,
            long scrap,
            long pauseMinutes,
            Instant startedAt,
            @Nullable Instant endedAt) {}
}
