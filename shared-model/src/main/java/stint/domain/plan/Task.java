package stint.domain.plan;

import stint.domain.event.TaskId;

/**
 * One operation of a job, as planned.
 *
 * @param id ticket and number
 * @param name the step's name ("Sewing")
 * @param mode how its pieces are counted
 */
public record Task(TaskId id, String name, ProcessMode mode) {}
