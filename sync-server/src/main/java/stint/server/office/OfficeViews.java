package stint.server.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.WorkFact;
import stint.domain.office.Load;
import stint.domain.office.PlanRefusal;
import stint.domain.office.PlanWords;
import stint.domain.office.RoutingCheck;
import stint.domain.office.Versions;
import stint.domain.office.WorkQueue;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.Operation;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Product;
import stint.domain.plan.RoutingGraph;
import stint.domain.planning.Held;
import stint.domain.planning.Planning;
import stint.domain.work.Floor;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.server.fault.FaultException;
import stint.wire.planning.ChangeView;
import stint.wire.planning.DeskExceptionView;
import stint.wire.planning.GraphView;
import stint.wire.planning.LimitsView;
import stint.wire.planning.OperationView;
import stint.wire.planning.PersonView;
import stint.wire.planning.ProductView;
import stint.wire.planning.PublishedView;
import stint.wire.planning.QueueCardView;
import stint.wire.planning.RecordedView;
import stint.wire.planning.RefusalView;
import stint.wire.planning.RoutingView;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns routings, products, people and queues into the records that are answered. Pure. */
public final class OfficeViews {

    private OfficeViews() {}

    /** A refusal in words. */
    public static RefusalView refusal(FaultException.Refused refused, PlanWords words) {
        PlanRefusal refusal = refused.refusal();
        return new RefusalView(
                refusal.code().name(),
                refusal.field(),
                refused.line() == 0 ? null : refused.line(),
                words.say(refusal),
                refusal.changes().stream()
                        .map(change -> new ChangeView(change.field(), change.was(), change.is()))
                        .toList());
    }

    /** All routings, by code. */
    public static List<RoutingView> routings(Planning planning, PlanWords words) {
        Map<String, List<PublishedView>> published = new TreeMap<>();
        planning.drafts().keySet().forEach(code -> published.put(code, new ArrayList<>()));
        planning.published()
                .forEach((version, held) ->
                        published
                                .computeIfAbsent(version.code(), any -> new ArrayList<>())
                                .add(
                                        new PublishedView(
                                                version.version(),
                                                graph(held.value()),
                                                held.since())));
        List<RoutingView> views = new ArrayList<>();
        published.forEach((code, versions) ->
                views.add(routing(code, planning.drafts().get(code), versions, words)));
        return views;
    }

    private static RoutingView routing(
            String code,
            @Nullable Held<RoutingGraph> draft,
            List<PublishedView> versions,
            PlanWords words) {
        String name = draft == null ? versions.getLast().graph().name() : draft.value().name();
        List<RefusalView> problems =
                draft == null
                        ? List.of()
                        : RoutingCheck.check(draft.value()).stream()
                                .map(refusal ->
                                        refusal(new FaultException.Refused(0, refusal), words))
                                .toList();
        return new RoutingView(
                code,
                name,
                draft == null ? null : graph(draft.value()),
                draft == null ? null : draft.version().toString(),
                problems,
                versions);
    }

    private static GraphView graph(RoutingGraph graph) {
        return new GraphView(
                graph.name(),
                graph.operations().stream().map(OfficeViews::operation).toList(),
                edges(graph.edges()));
    }

    private static OperationView operation(Operation operation) {
        ProcessMode mode = operation.mode();
        return new OperationView(
                operation.sequence(),
                operation.name(),
                mode == null ? null : word(mode),
                operation.stationType(),
                operation.skill(),
                operation.minutes());
    }

    static List<List<Integer>> edges(List<Job.Edge> edges) {
        return edges.stream().map(edge -> List.of(edge.before(), edge.after())).toList();
    }

    /** All products, by code. */
    public static List<ProductView> products(Planning planning) {
        return planning.products().values().stream()
                .map(held -> product(held.value(), held.version().toString()))
                .toList();
    }

    private static ProductView product(Product product, String version) {
        return new ProductView(
                product.code(),
                product.name(),
                product.gtin(),
                product.serialPattern(),
                product.routing(),
                product.brand(),
                version);
    }

    /** Everybody, by code, with what is before them (DP-5). */
    public static List<PersonView> people(FloorView floor) {
        Map<OperatorCode, Load> loads = new HashMap<>();
        Load.all(floor).forEach(load -> loads.put(load.operator(), load));
        return floor.operators().stream()
                .map(operator -> person(floor, operator, loads.get(operator.code())))
                .toList();
    }

    private static PersonView person(FloorView floor, Operator operator, @Nullable Load load) {
        Planning planning = floor.planning();
        return new PersonView(
                operator.code().value(),
                operator.name(),
                word(operator.role()),
                operator.language(),
                List.copyOf(planning.skillsOf(operator.code())),
                Optional.ofNullable(planning.skills().get(operator.code()))
                        .map(held -> held.version().toString())
                        .orElse(null),
                load == null ? 0 : load.pieces(),
                load == null ? 0 : load.minutes(),
                load == null ? 0 : load.tasks(),
                floor.openSessions(operator.code()).stream()
                        .filter(Session.Active.class::isInstance)
                        .map(session -> session.core().task().toString())
                        .toList(),
                operator.active(),
                operator.pinHash() != null,
                Optional.ofNullable(planning.people().get(operator.code()))
                        .map(held -> held.version().toString())
                        .orElse(null));
    }

    /** The limits that hold (DP-2). */
    public static LimitsView limits(Planning planning) {
        Limits limits = planning.limitsInForce();
        return new LimitsView(
                limits.atelierQuantityMax(),
                limits.oemQuantityMin(),
                limits.oemLeadDays(),
                planning.limits().isEmpty()
                        ? null
                        : planning.limits().getFirst().version().toString());
    }

    /** A card of the queue (DP-6). */
    public static QueueCardView card(FloorView floor, WorkQueue.Card card) {
        return new QueueCardView(
                card.task().toString(),
                word(card.line()),
                card.job(),
                card.order(),
                card.operation(),
                word(card.mode()),
                card.ready(),
                card.serials().stream().map(Object::toString).toList(),
                card.due(),
                card.mine(),
                card.others().stream().map(code -> name(floor, code)).toList());
    }

    /** What a person should look at, or has looked at (EX-1). */
    public static DeskExceptionView exception(FloorView floor, FloorException exception) {
        FloorException.Acknowledgement seen = exception.acknowledged();
        return new DeskExceptionView(
                exception.key(),
                exception.type().name(),
                text(exception.task()),
                exception.task() == null
                        ? null
                        : floor.task(exception.task())
                                .map(TaskState::task)
                                .map(task -> task.name())
                                .orElse(null),
                text(exception.serial()),
                exception.operator() == null ? null : name(floor, exception.operator()),
                text(exception.station()),
                exception.claims().stream().map(Object::toString).toList(),
                seen == null ? null : seen.by() == null ? "" : name(floor, seen.by()),
                seen == null ? null : seen.note());
    }

    /** What was recorded, and what it counts by now (EV-5). */
    public static RecordedView recorded(Floor floor, Event event) {
        OperatorCode by = event.operator();
        boolean byNumber =
                event.fact() instanceof WorkFact.Counted counted && counted.serials().isEmpty();
        return new RecordedView(
                event.id().toString(),
                text(by),
                by == null ? "" : name(floor, by),
                event.station().value(),
                event.time(),
                byNumber ? floor.quantity(event) : null,
                floor.voided(event.id()),
                Versions.of(floor, event));
    }

    static String name(FloorView floor, OperatorCode code) {
        return floor.operator(code).map(Operator::name).orElse(code.value());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
