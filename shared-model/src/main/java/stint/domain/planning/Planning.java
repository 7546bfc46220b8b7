package stint.domain.planning;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
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

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What the office has planned, as this replica knows it. Immutable; its maps are shared between
 * pictures of the floor until they change, and sorted by their keys.
 *
 * @param drafts the graphs being drawn, by code
 * @param published the versions that never change
 * @param products by code
 * @param skills what people have learnt, by their code
 * @param limits what the site asks for: none or one
 * @param jobs every released job with the version that holds, by ticket
 * @param assignments who is to do what of a task
 * @param requests the ticket of the job that each request made, by the request's name
 * @param orders every order's states, the one that holds last, by code
 * @param people everybody with the version that holds, by code
 * @param stations by code
 * @param reasons by code
 */
public record Planning(
        Map<String, Held<RoutingGraph>> drafts,
        Map<RoutingVersion, Held<RoutingGraph>> published,
        Map<String, Held<Product>> products,
        Map<OperatorCode, Held<SortedSet<String>>> skills,
        List<Held<Limits>> limits,
        Map<String, Held<Job>> jobs,
        Map<TaskId, Held<List<Share>>> assignments,
        Map<String, Held<String>> requests,
        Map<String, List<OrderState>> orders,
        Map<OperatorCode, Held<Operator>> people,
        Map<StationCode, Held<Station>> stations,
        Map<String, Held<Reason>> reasons) {

    /** Nothing is planned. */
    public static final Planning NONE =
            new Planning(
                    Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(),
                    Map.of(), Map.of(), Map.of(), Map.of());

    /** The limits that hold. */
    public Limits limitsInForce() {
        return limits.isEmpty() ? Limits.USUAL : limits.getFirst().value();
    }

    /** An order as it is. */
    public Optional<OrderState> order(String code) {
        return Optional.ofNullable(orders.get(code)).map(List::getLast);
    }

    /** An order as a version left it; absent when no event of the order has that name. */
    public Optional<OrderState> order(String code, EventId version) {
        return orders.getOrDefault(code, List.of()).stream()
                .filter(state -> state.version().equals(version))
                .findFirst();
    }

    /** The newest published version of a graph. */
    public Optional<RoutingVersion> newest(String routing) {
        return published.keySet().stream()
                .filter(version -> version.code().equals(routing))
                .reduce((one, later) -> later);
    }

    /** What somebody has learnt. */
    public SortedSet<String> skillsOf(OperatorCode operator) {
        Held<SortedSet<String>> held = skills.get(operator);
        return held == null ? Collections.emptySortedSet() : held.value();
    }

    /** Who is to do what of a task; empty where nobody was told. */
    public List<Share> sharesOf(TaskId task) {
        Held<List<Share>> held = assignments.get(task);
        return held == null ? List.of() : held.value();
    }
}
