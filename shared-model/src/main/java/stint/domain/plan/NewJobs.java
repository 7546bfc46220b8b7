package stint.domain.plan;

/**
 * How a job begins whose number is typed at a station and known to nobody (ST-1): one task, counted
 * by number.
 *
 * @param line the production line
 * @param task the task's name
 */
public record NewJobs(Line line, String task) {}
