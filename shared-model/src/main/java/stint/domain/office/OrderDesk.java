package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Counts;
import stint.domain.event.PlanFact;
import stint.domain.office.PlanRefusal.Code;
import stint.domain.plan.Limits;
import stint.domain.plan.Line;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.Product;
import stint.domain.plan.RoutingVersion;
import stint.domain.planning.Held;
import stint.domain.planning.OrderState;
import stint.domain.work.Floor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Manufacturing orders: made, scheduled, started, locked (DP-2), with all that is wrong at once
 * (DP-3). Pure.
 */
record OrderDesk(Floor floor, Seen seen, LocalDate today) {

    PlanDecision plan(PlanCommand.PlanOrder plan) {
        OrderState state = floor.planning().order(plan.code()).orElse(null);
        List<PlanRefusal> wrong = new ArrayList<>();
        if (state != null) {
            wrong.addAll(seen.check(plan.code(), state, plan.seen()));
        }
        Entered.code(plan.code()).ifPresent(wrong::add);
        Entered.length("customer", plan.customer()).ifPresent(wrong::add);
        Held<Product> product =
                plan.product() == null ? null : floor.planning().products().get(plan.product());
        String ownRouting = product == null ? null : product.value().routing();
        List<PlanRefusal> ofRouting = new ArrayList<>();
        RoutingVersion routing =
                routing(
                        state,
                        Entered.missing(plan.routing()) ? ownRouting : plan.routing(),
                        plan,
                        ofRouting);
        ManufacturingOrder order = order(plan, routing);
        if (wrong.isEmpty() && state != null && same(plan, state, order)) {
            return new PlanDecision.Accepted(List.of(), plan.code());
        }
        if (state != null && !state.open()) {
            wrong.addAll(locked(state, order));
        } else {
            wrong.addAll(ofRouting);
            wrong.addAll(check(order, state));
        }
        return wrong.isEmpty()
                ? new PlanDecision.Accepted(List.of(new PlanFact.OrderPlanned(order)), plan.code())
                : new PlanDecision.Refused(wrong);
    }

    /** An order that names no version keeps the one it has, as long as it is of the same graph. */
    private @Nullable RoutingVersion routing(
            @Nullable OrderState state,
            @Nullable String code,
            PlanCommand.PlanOrder plan,
            List<PlanRefusal> wrong) {
        RoutingVersion had = state == null ? null : state.order().routing();
        if (plan.version() == 0 && had != null && had.code().equals(code)) {
            return had;
        }
        return JobDesk.published(floor, code, plan.version(), wrong);
    }

    private static ManufacturingOrder order(
            PlanCommand.PlanOrder plan, @Nullable RoutingVersion routing) {
        String customer = plan.customer();
        return new ManufacturingOrder(
                plan.code(),
                plan.line(),
                customer == null || customer.isBlank() ? null : customer.strip(),
                Entered.missing(plan.product()) ? null : plan.product(),
                plan.quantity(),
                routing,
                plan.scheduledStart(),
                plan.scheduledEnd(),
                plan.due());
    }

    /**
     * Whether nothing new was said. A program that says again what it once said does not undo what
     * people scheduled since.
     */
    private boolean same(PlanCommand.PlanOrder plan, OrderState state, ManufacturingOrder order) {
        if (state.order().equals(order)) {
            return true;
        }
        return plan.seen() == null
                && floor.planning().orders().getOrDefault(plan.code(), List.of()).stream()
                        .filter(past -> past.status() == OrderState.Status.PLANNED)
                        .reduce((one, later) -> later)
                        .filter(past -> past.order().equals(order))
                        .isPresent();
    }

    private List<PlanRefusal> locked(OrderState state, ManufacturingOrder order) {
        String code = order.code();
        ManufacturingOrder held = state.order();
        switch (Orders.status(floor, state)) {
            case CANCELLED -> {
                return List.of(PlanRefusal.of(Code.ORDER_CANCELLED, null, code));
            }
            case DONE -> {
                return List.of(PlanRefusal.of(Code.ORDER_DONE, null, code));
            }
            default -> {}
        }
        List<PlanRefusal> locked = new ArrayList<>();
        boolean schedule =
                !Objects.equals(held.scheduledStart(), order.scheduledStart())
                        || !Objects.equals(held.scheduledEnd(), order.scheduledEnd());
        if (schedule) {
            locked.add(PlanRefusal.of(Code.SCHEDULE_LOCKED, "scheduledStart", code));
        }
        if (held.quantity() != order.quantity()) {
            locked.add(PlanRefusal.of(Code.QUANTITY_LOCKED, "quantity", code));
        }
        if (locked.isEmpty()) {
            locked.add(PlanRefusal.of(Code.ORDER_LOCKED, null, code));
        }
        return locked;
    }

    private List<PlanRefusal> check(ManufacturingOrder order, @Nullable OrderState before) {
        List<PlanRefusal> wrong = new ArrayList<>();
        boolean oem = order.line() == Line.OEM;
        if (oem && order.customer() == null) {
            wrong.add(PlanRefusal.of(Code.CUSTOMER_REQUIRED, "customer"));
        }
        if (oem && order.product() == null) {
            wrong.add(PlanRefusal.of(Code.PRODUCT_REQUIRED, "product"));
        }
        JobDesk.product(floor, order.product(), wrong);
        quantity(order, wrong);
        if (oem && (order.scheduledStart() == null || order.scheduledEnd() == null)) {
            wrong.add(PlanRefusal.of(Code.SCHEDULE_REQUIRED, "scheduledStart"));
        }
        dates(order, wrong);
        due(order, before, wrong);
        return wrong;
    }

    private void quantity(ManufacturingOrder order, List<PlanRefusal> wrong) {
        Limits limits = floor.planning().limitsInForce();
        if (order.quantity() < 1 || order.quantity() > Counts.QUANTITY_MAX) {
            wrong.add(PlanRefusal.of(Code.QUANTITY_INVALID, "quantity"));
        } else if (order.line() == Line.OEM && order.quantity() < limits.oemQuantityMin()) {
            wrong.add(PlanRefusal.of(Code.OEM_TOO_SMALL, "quantity", limits.oemQuantityMin()));
        } else if (order.line() == Line.ATELIER && order.quantity() > limits.atelierQuantityMax()) {
            wrong.add(
                    PlanRefusal.of(
                            Code.ATELIER_TOO_LARGE, "quantity", limits.atelierQuantityMax()));
        }
    }

    private static void dates(ManufacturingOrder order, List<PlanRefusal> wrong) {
        LocalDate start = order.scheduledStart();
        LocalDate end = order.scheduledEnd();
        LocalDate due = order.due();
        if (start != null && end != null && end.isBefore(start)) {
            wrong.add(PlanRefusal.of(Code.SCHEDULE_REVERSED, "scheduledEnd"));
        }
        if (end != null && due != null && due.isBefore(end)) {
            wrong.add(PlanRefusal.of(Code.DUE_BEFORE_END, "due", end));
        }
    }

    /** Due far enough ahead; an order that was in time when it was made is not asked again. */
    private void due(
            ManufacturingOrder order, @Nullable OrderState before, List<PlanRefusal> wrong) {
        if (order.line() != Line.OEM) {
            return;
        }
        LocalDate due = order.due();
        int days = floor.planning().limitsInForce().oemLeadDays();
        boolean asked = before != null && Objects.equals(before.order().due(), due);
        if (due == null) {
            wrong.add(PlanRefusal.of(Code.DUE_REQUIRED, "due"));
        } else if (!asked && due.isBefore(today.plusDays(days))) {
            wrong.add(PlanRefusal.of(Code.DUE_TOO_SOON, "due", days, today.plusDays(days)));
        }
    }

    PlanDecision schedule(PlanCommand.ScheduleOrder schedule) {
        OrderState state = floor.planning().order(schedule.code()).orElse(null);
        if (state == null) {
            return unknown(schedule.code());
        }
        List<PlanRefusal> wrong =
                new ArrayList<>(seen.check(schedule.code(), state, schedule.seen()));
        LocalDate start =
                schedule.start() == null ? state.order().scheduledStart() : schedule.start();
        LocalDate end = schedule.end() == null ? state.order().scheduledEnd() : schedule.end();
        if (!state.open()) {
            wrong.add(closed(state, Code.SCHEDULE_LOCKED));
        } else if (start == null || end == null) {
            wrong.add(PlanRefusal.of(Code.SCHEDULE_REQUIRED, "scheduledStart"));
        } else {
            dates(state.order().scheduled(start, end), wrong);
        }
        if (!wrong.isEmpty() || start == null || end == null) {
            return new PlanDecision.Refused(wrong);
        }
        boolean same =
                state.status() == OrderState.Status.SCHEDULED
                        && state.order().equals(state.order().scheduled(start, end));
        return new PlanDecision.Accepted(
                same
                        ? List.of()
                        : List.of(new PlanFact.OrderScheduled(schedule.code(), start, end)),
                schedule.code());
    }

    private PlanRefusal closed(OrderState state, Code inProgress) {
        Code code =
                switch (Orders.status(floor, state)) {
                    case CANCELLED -> Code.ORDER_CANCELLED;
                    case DONE -> Code.ORDER_DONE;
                    default -> inProgress;
                };
        return PlanRefusal.of(code, null, state.order().code());
    }

    private static PlanDecision unknown(String code) {
        return PlanDecision.Refused.because(PlanRefusal.of(Code.ORDER_UNKNOWN, null, code));
    }

    PlanDecision start(PlanCommand.StartOrder start) {
        OrderState state = floor.planning().order(start.code()).orElse(null);
        if (state == null) {
            return unknown(start.code());
        }
        ManufacturingOrder order = state.order();
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(start.code(), state, start.seen()));
        if (!state.open()) {
            wrong.add(closed(state, Code.ORDER_STARTED));
        } else if (order.line() == Line.OEM) {
            if (state.status() != OrderState.Status.SCHEDULED) {
                wrong.add(PlanRefusal.of(Code.NOT_SCHEDULED, null, order.code()));
            }
            LocalDate earliest = order.scheduledStart();
            if (earliest != null && today.isBefore(earliest)) {
                wrong.add(PlanRefusal.of(Code.TOO_EARLY, null, earliest));
            }
        }
        RoutingVersion routing = order.routing();
        if (routing == null || !floor.planning().published().containsKey(routing)) {
            wrong.add(PlanRefusal.of(Code.ROUTING_REQUIRED, "routing"));
        }
        return wrong.isEmpty() && routing != null
                ? started(order, routing)
                : new PlanDecision.Refused(wrong);
    }

    private PlanDecision started(ManufacturingOrder order, RoutingVersion routing) {
        List<PlanFact> facts =
                new ArrayList<>(
                        new JobMaker(floor, today)
                                .started(
                                        new JobMaker.Wanted(
                                                name(order),
                                                order.line(),
                                                order.quantity(),
                                                routing,
                                                order.code(),
                                                order.due(),
                                                order.product())));
        String ticket = JobDesk.ticketOf(facts);
        facts.add(1, new PlanFact.OrderStarted(order.code(), ticket));
        return new PlanDecision.Accepted(facts, ticket);
    }

    private String name(ManufacturingOrder order) {
        Held<Product> product =
                order.product() == null ? null : floor.planning().products().get(order.product());
        return product == null ? order.code() : product.value().name();
    }

    PlanDecision cancel(PlanCommand.CancelOrder cancel) {
        OrderState state = floor.planning().order(cancel.code()).orElse(null);
        if (state == null) {
            return unknown(cancel.code());
        }
        if (state.status() == OrderState.Status.CANCELLED) {
            return new PlanDecision.Accepted(List.of(), cancel.code());
        }
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(cancel.code(), state, cancel.seen()));
        Entered.reason(cancel.reason()).ifPresent(wrong::add);
        if (Orders.status(floor, state) == OrderState.Status.DONE) {
            wrong.add(PlanRefusal.of(Code.ORDER_DONE, null, cancel.code()));
        }
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        List<PlanFact> facts = new ArrayList<>();
        facts.add(new PlanFact.OrderCancelled(cancel.code(), cancel.reason()));
        if (state.ticket() != null) {
            facts.addAll(JobDesk.cancelled(floor, state.ticket(), cancel.reason()));
        }
        return new PlanDecision.Accepted(facts, cancel.code());
    }
}
