package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.Operator;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.RoutingVersion;
import stint.domain.plan.Share;
import stint.domain.plan.Station;
import stint.domain.planning.Held;
import stint.domain.planning.OrderState;
import stint.domain.planning.Planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** What the office has planned (DP-1 to DP-5): a fold over its facts. Used by one thread. */
final class PlanBook {

    private static final String SITE = "site";

    private final Register<String, Held<RoutingGraph>> drafts = new Register<>();
    private final Register<RoutingVersion, Held<RoutingGraph>> published =
            new Register<>(Event.CANONICAL.reversed());
    private final Register<String, Held<Product>> products = new Register<>();
    private final Register<OperatorCode, Held<SortedSet<String>>> skills = new Register<>();
    private final Register<String, Held<Limits>> limits = new Register<>();
    private final Register<String, Held<Job>> jobs = new Register<>(Register.OFFICE_LAST);
    private final Register<TaskId, Held<List<Share>>> assignments = new Register<>();
    private final Register<String, Held<String>> requests =
            new Register<>(Event.CANONICAL.reversed());
    private final Register<OperatorCode, Held<Operator>> people = new Register<>();
    private final Register<StationCode, Held<Station>> stations = new Register<>();
    private final Register<String, Held<Reason>> reasons = new Register<>();
    private final Map<String, List<Event>> orderEvents = new TreeMap<>();
    private final Map<String, List<OrderState>> orders = new TreeMap<>();
    private @Nullable Map<String, List<OrderState>> ordersCopy;

    /** Takes what the office says; returns whether it holds. */
    boolean put(Event event, PlanFact.OfOffice fact) {
        return switch (fact) {
            case PlanFact.RoutingDrafted drafted ->
                    drafts.put(drafted.graph().code(), Held.by(event, drafted.graph()), event);
            case PlanFact.RoutingPublished publishing ->
                    published.put(
                            new RoutingVersion(publishing.graph().code(), publishing.version()),
                            Held.by(event, publishing.graph()),
                            event);
            case PlanFact.ProductDefined defined ->
                    products.put(
                            defined.product().code(), Held.by(event, defined.product()), event);
            case PlanFact.SkillsGiven given ->
                    skills.put(given.to(), Held.by(event, given.skills()), event);
            case PlanFact.LimitsSet set -> limits.put(SITE, Held.by(event, set.limits()), event);
            case PlanFact.TaskAssigned assigned ->
                    assignments.put(assigned.task(), Held.by(event, assigned.shares()), event);
            case PlanFact.JobRequested requested ->
                    requests.put(requested.request(), Held.by(event, requested.ticket()), event);
            case PlanFact.OfOrder order -> {
                ordered(event, order.code());
                yield true;
            }
        };
    }

    /** A job was released; of each ticket the newest version holds. */
    void released(Event event, Job job) {
        jobs.put(job.ticket(), Held.by(event, job), event);
    }

    /** Somebody was made known, or is another one now. */
    void registered(Event event, Operator operator) {
        people.put(operator.code(), Held.by(event, operator), event);
    }

    /** The same for a station. */
    void registered(Event event, Station station) {
        stations.put(station.code(), Held.by(event, station), event);
    }

    /** The same for a reason. */
    void defined(Event event, Reason reason) {
        reasons.put(reason.code(), Held.by(event, reason), event);
    }

    private void ordered(Event event, String code) {
        List<Event> events = orderEvents.computeIfAbsent(code, any -> new ArrayList<>());
        int at = Collections.binarySearch(events, event, Event.CANONICAL);
        if (at < 0) {
            events.add(-at - 1, event);
            List<OrderState> states = OrderState.fold(events);
            if (!states.isEmpty()) {
                orders.put(code, states);
                ordersCopy = null;
            }
        }
    }

    /** As it is now; what did not change since the last time is the same. */
    Planning planning() {
        Map<String, List<OrderState>> ordersNow = ordersCopy;
        if (ordersNow == null) {
            ordersNow = Collections.unmodifiableMap(new TreeMap<>(orders));
            ordersCopy = ordersNow;
        }
        return new Planning(
                drafts.copy(),
                published.copy(),
                products.copy(),
                skills.copy(),
                List.copyOf(limits.copy().values()),
                jobs.copy(),
                assignments.copy(),
                requests.copy(),
                ordersNow,
                people.copy(),
                stations.copy(),
                reasons.copy());
    }

    /** The events that hold; jobs, people, stations and reasons are left out. */
    List<Event> events() {
        List<Event> events = new ArrayList<>(drafts.events());
        events.addAll(published.events());
        events.addAll(products.events());
        events.addAll(skills.events());
        events.addAll(limits.events());
        events.addAll(assignments.events());
        events.addAll(requests.events());
        orderEvents.values().forEach(events::addAll);
        return events;
    }
}
