package stint.domain.plan;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Codes;
import stint.domain.event.Counts;
import stint.domain.event.Serial;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A job ticket as released to the floor.
 *
 * @param ticket its code ({@code JT251030001})
 * @param name what people call it
 * @param line the production line
 * @param target pieces wanted of every task, 1 to {@link Counts#QUANTITY_MAX}
 * @param toleranceBasisPoints how far good may exceed the target, in hundredths of a percent; 500
 *     is 5 % (PR-4)
 * @param tasks its operations, in sequence
 * @param edges which operation must come before which; by sequence number
 * @param serials the pieces, empty where none of the tasks counts by piece
 * @param order the manufacturing order's code, for OEM
 * @param due when it is due
 * @param product the product's code; absent where no product is on record
 */
public record Job(
        String ticket,
        String name,
        Line line,
        int target,
        int toleranceBasisPoints,
        List<Task> tasks,
        List<Edge> edges,
        List<Serial> serials,
        @Nullable String order,
        @Nullable LocalDate due,
        @Nullable String product) {

    /** 5 %, the tolerance of a job that names none (PR-4). */
    public static final int TOLERANCE_DEFAULT = 500;

    /**
     * One operation must precede another.
     *
     * @param before sequence number of the earlier task
     * @param after sequence number of the later task
     */
    public record Edge(int before, int after) {}

    /** A job of no product on record. */
    public Job(
            String ticket,
            String name,
            Line line,
            int target,
            int toleranceBasisPoints,
            List<Task> tasks,
            List<Edge> edges,
            List<Serial> serials,
            @Nullable String order,
            @Nullable LocalDate due) {
        this(
                ticket,
                name,
                line,
                target,
                toleranceBasisPoints,
                tasks,
                edges,
                serials,
                order,
                due,
                null);
    }

    /**
     * @throws IllegalArgumentException when it has no task, a number out of range, or an edge to
     *     nowhere
     */
    public Job {
        Codes.requireCode("ticket", ticket);
        tasks = List.copyOf(tasks);
        edges = List.copyOf(edges);
        serials = List.copyOf(serials);
        if (target < 1 || target > Counts.QUANTITY_MAX) {
            throw new IllegalArgumentException(
                    "target must be 1 to " + Counts.QUANTITY_MAX + ": " + target);
        }
        if (toleranceBasisPoints < 0 || toleranceBasisPoints > 10_000) {
            throw new IllegalArgumentException(
                    "tolerance must be 0 to 100 %: " + toleranceBasisPoints / 100.0);
        }
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("job " + ticket + " needs at least one task");
        }
        Set<Integer> numbers = new HashSet<>();
        for (Task task : tasks) {
            if (!task.id().ticket().equals(ticket) || !numbers.add(task.id().sequence())) {
                throw new IllegalArgumentException(
                        "job " + ticket + " has a wrong or doubled task " + task.id());
            }
        }
        for (Edge edge : edges) {
            if (!numbers.contains(edge.before()) || !numbers.contains(edge.after())) {
                throw new IllegalArgumentException(
                        "job " + ticket + " has an edge to no task: " + edge);
            }
        }
    }
}
