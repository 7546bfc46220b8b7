package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.PlanFact;
import stint.domain.event.Serial;
import stint.domain.office.PlanRefusal.Code;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.Line;
import stint.domain.plan.Product;
import stint.domain.plan.RoutingVersion;
import stint.domain.plan.Share;
import stint.domain.planning.Held;
import stint.domain.planning.OrderState;
import stint.domain.work.Floor;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Atelier jobs: created and started in one step, changed while they are made (DP-1). Pure. */
record JobDesk(Floor floor, Seen seen, LocalDate today) {

    PlanDecision create(PlanCommand.CreateAndStart create) {
        String request = create.request();
        Held<String> made = request == null ? null : floor.planning().requests().get(request);
        if (made != null) {
            return new PlanDecision.Accepted(List.of(), made.value());
        }
        List<PlanRefusal> wrong = new ArrayList<>();
        Entered.name(create.name()).ifPresent(wrong::add);
        quantity(create.quantity()).ifPresent(wrong::add);
        RoutingVersion routing = routing(create.routing(), create.product(), wrong);
        product(floor, create.product(), wrong);
        if (create.order() != null) {
            order(create.order()).ifPresent(wrong::add);
        }
        if (!wrong.isEmpty() || routing == null) {
            return new PlanDecision.Refused(wrong);
        }
        JobMaker.Wanted wanted =
                new JobMaker.Wanted(
                        create.name().strip(),
                        Line.ATELIER,
                        create.quantity(),
                        routing,
                        create.order(),
                        create.due(),
                        create.product());
        List<PlanFact> facts = new ArrayList<>(new JobMaker(floor, today).started(wanted));
        String ticket = ticketOf(facts);
        if (request != null) {
            facts.add(new PlanFact.JobRequested(ticket, request));
        }
        return new PlanDecision.Accepted(facts, ticket);
    }

    static String ticketOf(List<PlanFact> facts) {
        return facts.getFirst() instanceof PlanFact.JobReleased(Job job) ? job.ticket() : "";
    }

    private Optional<PlanRefusal> quantity(int quantity) {
        Limits limits = floor.planning().limitsInForce();
        if (quantity < 1) {
            return Optional.of(PlanRefusal.of(Code.QUANTITY_INVALID, "quantity"));
        }
        return quantity > limits.atelierQuantityMax()
                ? Optional.of(
                        PlanRefusal.of(
                                Code.ATELIER_TOO_LARGE, "quantity", limits.atelierQuantityMax()))
                : Optional.empty();
    }

    /** The graph asked for, else the product's own. */
    private @Nullable RoutingVersion routing(
            @Nullable String asked, @Nullable String product, List<PlanRefusal> wrong) {
        Held<Product> held = product == null ? null : floor.planning().products().get(product);
        String code = Entered.missing(asked) ? held == null ? null : held.value().routing() : asked;
        return published(floor, code, 0, wrong);
    }

    /** The version asked for, or the newest; absent, and said so, where it can't be had. */
    static @Nullable RoutingVersion published(
            Floor floor, @Nullable String code, int version, List<PlanRefusal> wrong) {
        if (code == null || code.isBlank()) {
            wrong.add(PlanRefusal.of(Code.ROUTING_REQUIRED, "routing"));
            return null;
        }
        RoutingVersion found =
                version > 0
                        ? new RoutingVersion(code, version)
                        : floor.planning().newest(code).orElse(null);
        if (found != null && floor.planning().published().containsKey(found)) {
            return found;
        }
        boolean known =
                floor.planning().drafts().containsKey(code)
                        || floor.planning().newest(code).isPresent();
        wrong.add(
                PlanRefusal.of(
                        known ? Code.ROUTING_NOT_PUBLISHED : Code.ROUTING_UNKNOWN,
                        "routing",
                        found == null ? code : found));
        return null;
    }

    static void product(Floor floor, @Nullable String product, List<PlanRefusal> wrong) {
        if (product != null && !floor.planning().products().containsKey(product)) {
            wrong.add(PlanRefusal.of(Code.PRODUCT_UNKNOWN, "product", product));
        }
    }

    private Optional<PlanRefusal> order(String code) {
        OrderState state = floor.planning().order(code).orElse(null);
        if (state == null) {
            return Optional.of(PlanRefusal.of(Code.ORDER_UNKNOWN, "order", code));
        }
        return switch (Orders.status(floor, state)) {
            case CANCELLED -> Optional.of(PlanRefusal.of(Code.ORDER_CANCELLED, "order", code));
            case DONE -> Optional.of(PlanRefusal.of(Code.ORDER_DONE, "order", code));
            default -> Optional.empty();
        };
    }

    PlanDecision change(PlanCommand.ChangeJob change) {
        Held<Job> held = floor.planning().jobs().get(change.ticket());
        if (held == null) {
            return unknown(change.ticket());
        }
        Job job = held.value();
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(job.ticket(), held, change.seen()));
        Entered.name(change.name()).ifPresent(wrong::add);
        if (job.line() == Line.OEM) {
            wrong.add(PlanRefusal.of(Code.JOB_LOCKED, null, job.ticket()));
        } else if (Orders.over(floor, job.ticket())) {
            wrong.add(PlanRefusal.of(Code.JOB_DONE, null, job.ticket()));
        } else {
            quantity(change.quantity())
                    .or(() -> begun(job, change.quantity()))
                    .ifPresent(wrong::add);
        }
        return wrong.isEmpty() ? changed(job, change) : new PlanDecision.Refused(wrong);
    }

    private static PlanDecision unknown(String ticket) {
        return PlanDecision.Refused.because(PlanRefusal.of(Code.JOB_UNKNOWN, null, ticket));
    }

    /** No piece that was begun is taken away, nor one that was counted. */
    private Optional<PlanRefusal> begun(Job job, int quantity) {
        List<Serial> sorted = sorted(job.serials());
        Set<Serial> leaving =
                new HashSet<>(sorted.subList(Math.min(quantity, sorted.size()), sorted.size()));
        long least = 0;
        for (TaskState task : Orders.tasks(floor, job.ticket())) {
            least = Math.max(least, task.good());
            for (Serial serial : leaving) {
                if (task.pieces().containsKey(serial) || task.scrapped().contains(serial)) {
                    least = Math.max(least, sorted.indexOf(serial) + 1L);
                }
            }
        }
        return quantity < least
                ? Optional.of(PlanRefusal.of(Code.QUANTITY_BEGUN, "quantity", least))
                : Optional.empty();
    }

    private static List<Serial> sorted(List<Serial> serials) {
        return serials.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private PlanDecision changed(Job job, PlanCommand.ChangeJob change) {
        Job next =
                new Job(
                        job.ticket(),
                        change.name().strip(),
                        job.line(),
                        change.quantity(),
                        job.toleranceBasisPoints(),
                        job.tasks(),
                        job.edges(),
                        serials(job, change.quantity()),
                        job.order(),
                        change.due(),
                        job.product());
        List<PlanFact> facts = new ArrayList<>();
        if (!next.equals(job)) {
            facts.add(new PlanFact.JobReleased(next));
        }
        if (next.target() != job.target()) {
            facts.addAll(resharing(job, next));
        }
        return new PlanDecision.Accepted(facts, job.ticket());
    }

    private List<Serial> serials(Job job, int quantity) {
        if (job.serials().isEmpty()) {
            return List.of();
        }
        List<Serial> sorted = sorted(job.serials());
        if (quantity <= sorted.size()) {
            return sorted.subList(0, quantity);
        }
        List<Serial> more = new ArrayList<>(sorted);
        more.addAll(
                new JobMaker(floor, today)
                        .serials(job.ticket(), job.product(), quantity - sorted.size()));
        return more;
    }

    /** Pieces more go to whoever has least to do, pieces fewer leave from the end. */
    private List<PlanFact> resharing(Job job, Job next) {
        Assigner assigner = new Assigner(floor);
        List<PlanFact> facts = new ArrayList<>();
        next.tasks()
                .forEach(task -> {
                    List<Share> before = floor.planning().sharesOf(task.id());
                    List<Share> after = new ArrayList<>();
                    int left = next.target();
                    for (Share share : before) {
                        int pieces = Math.min(share.pieces(), left);
                        if (pieces > 0) {
                            after.add(new Share(share.operator(), pieces));
                            left -= pieces;
                        }
                    }
                    int more = next.target() - job.target();
                    if (more > 0 && !before.isEmpty()) {
                        after.addAll(assigner.shares(task, Math.min(more, left)));
                    }
                    if (!after.equals(before)) {
                        facts.add(
                                new PlanFact.TaskAssigned(
                                        task.id(),
                                        after,
                                        !AssignmentDesk.byHand(floor, task.id())));
                    }
                });
        return facts;
    }

    PlanDecision cancel(PlanCommand.CancelJob cancel) {
        Held<Job> held = floor.planning().jobs().get(cancel.ticket());
        if (held == null) {
            return unknown(cancel.ticket());
        }
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(cancel.ticket(), held, cancel.seen()));
        Entered.reason(cancel.reason()).ifPresent(wrong::add);
        return wrong.isEmpty()
                ? new PlanDecision.Accepted(
                        cancelled(floor, cancel.ticket(), cancel.reason()), cancel.ticket())
                : new PlanDecision.Refused(wrong);
    }

    /** What is left of a job is cancelled; what is done stays done. */
    static List<PlanFact> cancelled(Floor floor, String ticket, String reason) {
        return Orders.tasks(floor, ticket).stream()
                .filter(task -> !task.cancelled() && task.status() != TaskStatus.DONE)
                .<PlanFact>map(task -> new PlanFact.TaskCancelled(task.id(), reason))
                .toList();
    }
}
