package stint.domain.planning;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.ManufacturingOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A manufacturing order as one event left it (DP-2).
 *
 * @param order as it is planned
 * @param status where it is; whether it is done its ticket says, see {@code Orders}
 * @param ticket its job, once production has started
 * @param reason why it was cancelled, if it was
 * @param version the event that made it so
 * @param since when that was
 * @param by who did it
 */
public record OrderState(
        ManufacturingOrder order,
        Status status,
        @Nullable String ticket,
        @Nullable String reason,
        EventId version,
        Instant since,
        @Nullable OperatorCode by) {

    /** Where an order is (DP-2). */
    public enum Status {
        /** Made, and free to change. */
        PLANNED,
        /** Its dates are promised. */
        SCHEDULED,
        /** Production has started: locked. */
        IN_PROGRESS,
        /** All its pieces are made. */
        DONE,
        /** Not wanted any more. */
        CANCELLED
    }

    /** Whether it can still be changed. */
    public boolean open() {
        return status == Status.PLANNED || status == Status.SCHEDULED;
    }

    /**
     * What the events of one order come to, step by step; the last is what holds. Total: an event
     * that does not fit where the order is changes nothing (EV-3).
     *
     * @param events in canonical order
     */
    public static List<OrderState> fold(List<Event> events) {
        List<OrderState> states = new ArrayList<>();
        OrderState now = null;
        for (Event event : events) {
            OrderState next = next(now, event);
            if (next != null) {
                states.add(next);
                now = next;
            }
        }
        return List.copyOf(states);
    }

    private static @Nullable OrderState next(@Nullable OrderState now, Event event) {
        if (event.fact() instanceof PlanFact.OrderPlanned planned) {
            return now == null || now.open()
                    ? at(event, planned.order(), Status.PLANNED, null, null)
                    : null;
        }
        if (now == null) {
            return null;
        }
        return switch (event.fact()) {
            case PlanFact.OrderScheduled scheduled when now.open() ->
                    at(
                            event,
                            now.order.scheduled(scheduled.start(), scheduled.end()),
                            Status.SCHEDULED,
                            null,
                            null);
            case PlanFact.OrderStarted started when now.open() ->
                    at(event, now.order, Status.IN_PROGRESS, started.ticket(), null);
            case PlanFact.OrderCancelled cancelled when now.status != Status.CANCELLED ->
                    at(event, now.order, Status.CANCELLED, now.ticket, cancelled.reason());
            default -> null;
        };
    }

    private static OrderState at(
            Event event,
            ManufacturingOrder order,
            Status status,
            @Nullable String ticket,
            @Nullable String reason) {
        return new OrderState(
                order, status, ticket, reason, event.id(), event.time(), event.operator());
    }
}
