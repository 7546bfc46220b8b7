package stint.wire.planning;

import java.util.List;

/**
 * A job with its graph, live.
 *
 * @param job the job
 * @param steps its operations
 * @param edges pairs of numbers: the first before the second
 * @param serials its pieces
 */
public record JobDetail(
        JobView job, List<StepView> steps, List<List<Integer>> edges, List<String> serials) {

    /** Copies the lists. */
    public JobDetail {
        steps = List.copyOf(steps);
        edges = List.copyOf(edges);
        serials = List.copyOf(serials);
    }
}
