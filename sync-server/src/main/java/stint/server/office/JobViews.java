package stint.server.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.PlanFact;
import stint.domain.office.Orders;
import stint.domain.plan.Job;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.RoutingVersion;
import stint.domain.plan.Share;
import stint.domain.plan.Task;
import stint.domain.planning.Held;
import stint.domain.planning.OrderState;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;
import stint.wire.planning.ByLoadView;
import stint.wire.planning.JobDetail;
import stint.wire.planning.JobView;
import stint.wire.planning.OrderView;
import stint.wire.planning.ShareView;
import stint.wire.planning.StepView;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns jobs and orders into the records that are answered. Pure. */
public final class JobViews {

    /** Serials named of what waits at one operation; the rest are a number. */
    private static final int SERIALS_MAX = 1_000;

    private final FloorView floor;
    private final LocalDate today;

    /**
     * @param today what is due before it is late
     */
    public JobViews(FloorView floor, LocalDate today) {
        this.floor = floor;
        this.today = today;
    }

    /** All jobs, by ticket. */
    public List<JobView> jobs() {
        return floor.planning().jobs().values().stream().map(this::job).toList();
    }

    private JobView job(Held<Job> held) {
        Job job = held.value();
        List<TaskState> tasks = Orders.tasks(floor, job.ticket());
        boolean over = Orders.over(floor, job.ticket());
        return new JobView(
                job.ticket(),
                job.name(),
                OfficeViews.word(job.line()),
                job.order(),
                job.product(),
                job.target(),
                job.due(),
                late(job.due(), over),
                status(job, tasks),
                good(job, tasks),
                progress(tasks),
                held.version().toString(),
                held.since());
    }

    private boolean late(@Nullable LocalDate due, boolean over) {
        return !over && due != null && due.isBefore(today);
    }

    private String status(Job job, List<TaskState> tasks) {
        if (Orders.cancelled(floor, job.ticket())) {
            return "cancelled";
        }
        if (Orders.done(floor, job.ticket())) {
            return TaskStatus.DONE.word();
        }
        boolean pending = tasks.stream().allMatch(task -> task.status() == TaskStatus.PENDING);
        return pending ? TaskStatus.PENDING.word() : TaskStatus.IN_PROGRESS.word();
    }

    /** What has come out of every last operation. */
    private static long good(Job job, List<TaskState> tasks) {
        Set<Integer> followed =
                job.edges().stream().map(Job.Edge::before).collect(Collectors.toSet());
        return tasks.stream()
                .filter(task -> !followed.contains(task.id().sequence()) && !task.cancelled())
                .mapToLong(TaskState::good)
                .min()
                .orElse(0);
    }

    private static double progress(List<TaskState> tasks) {
        return tasks.stream()
                .filter(task -> !task.cancelled())
                .mapToDouble(task -> Math.min(1, task.progress()))
                .average()
                .orElse(0);
    }

    /** One job with its graph; absent when there is none. */
    public @Nullable JobDetail detail(String ticket) {
        Held<Job> held = floor.planning().jobs().get(ticket);
        if (held == null) {
            return null;
        }
        Job job = held.value();
        JobFlow flow = floor.flow(ticket).orElse(null);
        List<StepView> steps = new ArrayList<>();
        for (Task task : job.tasks()) {
            TaskState state = floor.task(task.id()).orElse(null);
            if (state != null) {
                steps.add(step(task, state, flow));
            }
        }
        return new JobDetail(
                job(held),
                steps,
                OfficeViews.edges(job.edges()),
                job.serials().stream().map(Object::toString).toList());
    }

    private StepView step(Task task, TaskState state, @Nullable JobFlow flow) {
        int number = task.id().sequence();
        Held<List<Share>> shares = floor.planning().assignments().get(task.id());
        return new StepView(
                number,
                task.name(),
                OfficeViews.word(task.mode()),
                task.stationType(),
                task.skill(),
                task.minutes(),
                state.status().word(),
                state.cancelled(),
                state.good(),
                state.scrap(),
                flow == null || state.cancelled() ? 0 : flow.readyCount(number),
                flow == null || state.cancelled()
                        ? List.of()
                        : flow.ready(number).stream()
                                .limit(SERIALS_MAX)
                                .map(Object::toString)
                                .toList(),
                shares == null ? List.of() : shares.value().stream().map(JobViews::share).toList(),
                shares == null ? null : shares.version().toString(),
                at(state, Session.Active.class),
                at(state, Session.Paused.class));
    }

    /** What a task's shares are, and what they would be. */
    public static ByLoadView byLoad(FloorView floor, PlanFact.TaskAssigned would) {
        return new ByLoadView(
                would.task().sequence(),
                floor.planning().sharesOf(would.task()).stream().map(JobViews::share).toList(),
                would.shares().stream().map(JobViews::share).toList());
    }

    private static ShareView share(Share share) {
        return new ShareView(share.operator().value(), share.pieces());
    }

    private List<String> at(TaskState state, Class<? extends Session> kind) {
        return state.sessions().stream()
                .filter(kind::isInstance)
                .map(session -> OfficeViews.name(floor, session.core().operator()))
                .toList();
    }

    /** All orders, by code. */
    public List<OrderView> orders() {
        return floor.planning().orders().values().stream()
                .map(states -> order(states.getLast()))
                .toList();
    }

    /** An order and where it is (DP-2). */
    public OrderView order(OrderState state) {
        ManufacturingOrder order = state.order();
        RoutingVersion routing = order.routing();
        OrderState.Status status = Orders.status(floor, state);
        String ticket = state.ticket();
        Held<Job> job = ticket == null ? null : floor.planning().jobs().get(ticket);
        List<TaskState> tasks = ticket == null ? List.of() : Orders.tasks(floor, ticket);
        boolean over = status == OrderState.Status.DONE || status == OrderState.Status.CANCELLED;
        EventId version = state.version();
        return new OrderView(
                order.code(),
                OfficeViews.word(order.line()),
                order.customer(),
                order.product(),
                order.quantity(),
                routing == null ? null : routing.code(),
                routing == null ? null : routing.version(),
                order.scheduledStart(),
                order.scheduledEnd(),
                order.due(),
                OfficeViews.word(status),
                ticket,
                late(order.due(), over),
                job == null ? 0 : good(job.value(), tasks),
                progress(tasks),
                state.reason(),
                version.toString(),
                state.since(),
                state.by() == null ? null : OfficeViews.name(floor, state.by()));
    }
}
