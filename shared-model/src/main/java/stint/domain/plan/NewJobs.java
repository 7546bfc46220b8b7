package stint.domain.plan;

import stint.domain.event.TaskId;

import java.util.List;

/**
 * How a job begins whose number is typed at a station and known to nobody (ST-1): one task, counted
 * by number.
 *
 * @param line the production line
 * @param task the task's name
 */
public record NewJobs(Line line, String task) {

    /**
     * The job that begins. The office's own release of the number, when it comes, holds over it.
     *
     * @param ticket its number, which is its name too
     * @param target pieces wanted, as a {@link Job} takes them
     */
    public Job job(String ticket, int target) {
        return new Job(
                ticket,
                ticket,
                line,
                target,
                Job.TOLERANCE_DEFAULT,
                List.of(new Task(new TaskId(ticket, 1), task, ProcessMode.BATCH)),
                List.of(),
                List.of(),
                null,
                null);
    }
}
