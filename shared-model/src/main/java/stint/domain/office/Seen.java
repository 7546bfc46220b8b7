package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.NewJobs;
import stint.domain.plan.Operator;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.Share;
import stint.domain.plan.Station;
import stint.domain.planning.Held;
import stint.domain.planning.OrderState;
import stint.domain.work.Floor;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether whoever asks saw what holds, and what changed if they did not. Pure. */
record Seen(Floor floor) {

    /** What is wrong; empty when what was seen holds, or nothing was said of it. */
    List<PlanRefusal> check(String what, @Nullable Held<?> held, @Nullable Sight sight) {
        if (held == null || sight == null || held.version().equals(sight.version())) {
            return List.of();
        }
        EventId seen = sight.version();
        Event then = seen == null ? null : floor.event(seen).orElse(null);
        Map<String, String> was = then == null ? Map.of() : fields(value(then));
        return List.of(
                PlanRefusal.stale(
                        what,
                        who(held.by()),
                        time(held.since()),
                        changes(was, fields(held.value()))));
    }

    /** The same for an order. */
    List<PlanRefusal> check(String code, OrderState now, @Nullable Sight sight) {
        if (sight == null || now.version().equals(sight.version())) {
            return List.of();
        }
        EventId seen = sight.version();
        Map<String, String> was =
                seen == null
                        ? Map.of()
                        : floor.planning().order(code, seen).map(Seen::fields).orElse(Map.of());
        return List.of(
                PlanRefusal.stale(
                        code, who(now.by()), time(now.since()), changes(was, fields(now))));
    }

    private String who(@Nullable OperatorCode by) {
        return by == null
                ? ""
                : floor.operator(by).map(operator -> operator.name()).orElse(by.value());
    }

    private static String time(Instant since) {
        return since.toString();
    }

    private static @Nullable Object value(Event event) {
        return switch (event.fact()) {
            case PlanFact.JobReleased released -> released.job();
            case PlanFact.RoutingDrafted drafted -> drafted.graph();
            case PlanFact.RoutingPublished published -> published.graph();
            case PlanFact.ProductDefined defined -> defined.product();
            case PlanFact.SkillsGiven given -> given.skills();
            case PlanFact.LimitsSet set -> set.limits();
            case PlanFact.TaskAssigned assigned -> assigned.shares();
            case PlanFact.OperatorRegistered registered -> registered.registered();
            case PlanFact.StationRegistered registered -> registered.station();
            case PlanFact.ReasonDefined defined -> defined.reason();
            default -> null;
        };
    }

    private static List<PlanRefusal.Change> changes(
            Map<String, String> was, Map<String, String> is) {
        return is.entrySet().stream()
                .filter(field -> !field.getValue().equals(was.getOrDefault(field.getKey(), "")))
                .map(field ->
                        new PlanRefusal.Change(
                                field.getKey(),
                                was.getOrDefault(field.getKey(), ""),
                                field.getValue()))
                .toList();
    }

    private static Map<String, String> fields(@Nullable Object value) {
        Map<String, String> fields = new LinkedHashMap<>();
        switch (value) {
            case Job job -> {
                fields.put("name", job.name());
                fields.put("quantity", Integer.toString(job.target()));
                fields.put("due", text(job.due()));
            }
            case RoutingGraph graph -> {
                fields.put("name", graph.name());
                fields.put(
                        "operations",
                        graph.operations().stream()
                                .map(operation -> operation.sequence() + " " + operation.name())
                                .collect(Collectors.joining(", ")));
                fields.put(
                        "edges",
                        graph.edges().stream()
                                .map(edge -> edge.before() + "→" + edge.after())
                                .collect(Collectors.joining(", ")));
            }
            case Product product -> {
                fields.put("name", product.name());
                fields.put("gtin", text(product.gtin()));
                fields.put("serialPattern", text(product.serialPattern()));
                fields.put("routing", text(product.routing()));
                fields.put("brand", text(product.brand()));
            }
            case Limits limits -> {
                fields.put("atelierMax", Integer.toString(limits.atelierQuantityMax()));
                fields.put("oemMin", Integer.toString(limits.oemQuantityMin()));
                fields.put("leadDays", Integer.toString(limits.oemLeadDays()));
            }
            case Operator operator -> {
                fields.put("name", operator.name());
                fields.put("language", operator.language());
                fields.put("role", operator.role().name());
                fields.put("active", operator.active() ? "YES" : "NO");
            }
            case Station station -> {
                fields.put("type", text(station.type()));
                fields.put("area", text(station.area()));
                fields.put("bench", text(station.bench()));
                fields.put("secondStart", station.secondStart().name());
                fields.put("operators", list(station.operators()));
                fields.put("newJobs", newJobs(station.newJobs()));
            }
            case Reason reason -> {
                fields.put("kind", reason.kind().name());
                new TreeMap<>(reason.labels())
                        .forEach((tag, label) -> fields.put("label_" + tag, label));
            }
            case SortedSet<?> skills -> fields.put("skills", list(skills));
            case List<?> shares ->
                    fields.put(
                            "shares",
                            shares.stream()
                                    .map(share ->
                                            share instanceof Share(OperatorCode who, int pieces)
                                                    ? who + " " + pieces
                                                    : text(share))
                                    .collect(Collectors.joining(", ")));
            case null -> {}
            default -> fields.put("value", value.toString());
        }
        return fields;
    }

    private static String list(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String newJobs(@Nullable NewJobs newJobs) {
        return newJobs == null ? "" : newJobs.line() + " " + newJobs.task();
    }

    private static Map<String, String> fields(OrderState state) {
        ManufacturingOrder order = state.order();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("status", state.status().name());
        fields.put("customer", text(order.customer()));
        fields.put("product", text(order.product()));
        fields.put("quantity", Integer.toString(order.quantity()));
        fields.put("routing", text(order.routing()));
        fields.put("scheduledStart", text(order.scheduledStart()));
        fields.put("scheduledEnd", text(order.scheduledEnd()));
        fields.put("due", text(order.due()));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
