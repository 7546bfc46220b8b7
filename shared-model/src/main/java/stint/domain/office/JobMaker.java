package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.PlanFact;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Product;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.RoutingVersion;
import stint.domain.plan.Task;
import stint.domain.planning.Held;
import stint.domain.work.FloorView;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the ticket, its tasks and a token for each piece when production starts (DP-1, DP-4). Pure.
 *
 * @param today the day of it: tickets and serials bear it
 */
record JobMaker(FloorView floor, LocalDate today) {

    /** What is to be made. */
    record Wanted(
            String name,
            Line line,
            int quantity,
            RoutingVersion routing,
            @Nullable String order,
            @Nullable LocalDate due,
            @Nullable String product) {}

    /** The release of the job and the shares in its tasks. */
    List<PlanFact> started(Wanted wanted) {
        Job job = job(wanted);
        List<PlanFact> facts = new ArrayList<>();
        facts.add(new PlanFact.JobReleased(job));
        facts.addAll(new Assigner(floor).assigned(job));
        return facts;
    }

    private Job job(Wanted wanted) {
        String ticket = ticket();
        Held<RoutingGraph> held = floor.planning().published().get(wanted.routing());
        if (held == null) {
            throw new IllegalStateException(wanted.routing() + " was looked up before");
        }
        return new Job(
                ticket,
                wanted.name(),
                wanted.line(),
                wanted.quantity(),
                Job.TOLERANCE_DEFAULT,
                held.value().operations().stream()
                        .map(operation -> task(ticket, operation))
                        .toList(),
                held.value().edges(),
                serials(ticket, wanted.product(), wanted.quantity()),
                wanted.order(),
                wanted.due(),
                wanted.product());
    }

    /** Checked before it was published; a mode is there. */
    private static Task task(String ticket, Operation operation) {
        ProcessMode mode = operation.mode();
        return new Task(
                new TaskId(ticket, operation.sequence()),
                operation.name(),
                mode == null ? ProcessMode.BATCH : mode,
                operation.stationType(),
                operation.skill(),
                operation.minutes());
    }

    /** The next pieces' serials of a product. */
    List<Serial> serials(String ticket, @Nullable String product, int count) {
        Held<Product> held = product == null ? null : floor.planning().products().get(product);
        String pattern = held == null ? null : held.value().serialPattern();
        return SerialPattern.of(pattern, ticket, product, today)
                .or(() -> SerialPattern.of(null, ticket, product, today))
                .orElseThrow(() -> new IllegalStateException("the usual pattern holds"))
                .next(count, floor.jobs());
    }

    /** {@code JT251030001}: the day's next. */
    private String ticket() {
        String day =
                "JT%02d%02d%02d"
                        .formatted(
                                today.getYear() % 100,
                                today.getMonthValue(),
                                today.getDayOfMonth());
        int number = 1;
        while (floor.job("%s%03d".formatted(day, number)).isPresent()) {
            number++;
        }
        return "%s%03d".formatted(day, number);
    }
}
