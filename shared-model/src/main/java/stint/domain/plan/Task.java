package stint.domain.plan;

import org.jspecify.annotations.Nullable;

import stint.domain.event.TaskId;

/**
 * One operation of a job, as planned.
 *
 * @param id ticket and number
 * @param name the step's name ("Sewing")
 * @param mode how its pieces are counted
 * @param stationType what kind of station it wants; absent for any
 * @param skill what its operator must have learnt; absent for nothing
 * @param minutes how long a piece usually takes (minutes); 0 where nobody said
 */
public record Task(
        TaskId id,
        String name,
        ProcessMode mode,
        @Nullable String stationType,
        @Nullable String skill,
        int minutes) {

    /** An operation for everybody, everywhere. */
    public Task(TaskId id, String name, ProcessMode mode) {
        this(id, name, mode, null, null, 0);
    }
}
