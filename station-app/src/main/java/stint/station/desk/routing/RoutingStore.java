package stint.station.desk.routing;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Job;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.RoutingGraph;
import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.ui.kit.Texts;
import stint.wire.planning.GraphView;
import stint.wire.planning.OperationView;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.RoutingRequest;
import stint.wire.planning.RoutingView;
import stint.wire.planning.SeenRequest;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Saves and publishes what is drawn, upon the version it was drawn on: a stale one overwrites
 * nothing. On the FX thread only.
 */
final class RoutingStore {

    private final Desk desk;
    private final Texts texts;
    private final Supplier<RoutingState> state;
    private final Consumer<RoutingState> show;
    private boolean busy;
    private boolean stale;

    RoutingStore(Desk desk, Supplier<RoutingState> state, Consumer<RoutingState> show) {
        this.desk = desk;
        this.texts = desk.texts(RoutingStore.class);
        this.state = state;
        this.show = show;
    }

    /** Whether the server is being asked. */
    boolean busy() {
        return busy;
    }

    /** Whether somebody else saved meanwhile. */
    boolean stale() {
        return stale;
    }

    /** Another routing is opened. */
    void fresh() {
        busy = false;
        stale = false;
    }

    void save() {
        send(() -> desk.done(texts.text("save.done", state.get().graph().code())));
    }

    /** Saves first what is not saved. */
    void publish() {
        if (state.get().unsaved()) {
            send(this::publishSaved);
        } else {
            publishSaved();
        }
    }

    private void send(Runnable then) {
        RoutingGraph sent = state.get().graph();
        String code = sent.code();
        busy(true);
        desk.client()
                .post(
                        DeskClient.path("routings", code),
                        request(sent, Objects.requireNonNullElse(state.get().seen(), "")),
                        PlannedReply.class,
                        reply -> {
                            if (isOther(code)) {
                                return;
                            }
                            if (reply instanceof Reply.Ok<PlannedReply>(PlannedReply planned)) {
                                String version =
                                        planned.events().isEmpty()
                                                ? state.get().seen()
                                                : planned.events().getLast();
                                busy = false;
                                show.accept(
                                        state.get().kept(sent, version, state.get().published()));
                                then.run();
                            } else {
                                refused(reply);
                            }
                        });
    }

    private void publishSaved() {
        RoutingState now = state.get();
        RoutingGraph sent = now.graph();
        busy(true);
        desk.client()
                .post(
                        DeskClient.path("routings", sent.code(), "publish"),
                        new SeenRequest(now.seen()),
                        PlannedReply.class,
                        reply -> {
                            if (isOther(sent.code())) {
                                return;
                            }
                            if (reply instanceof Reply.Ok<PlannedReply>) {
                                int version = now.published() + 1;
                                busy = false;
                                show.accept(state.get().kept(sent, now.seen(), version));
                                desk.done(texts.text("publish.done", sent.code(), version));
                            } else {
                                refused(reply);
                            }
                        });
    }

    private boolean isOther(String code) {
        return !state.get().graph().code().equals(code);
    }

    private void refused(Reply<?> reply) {
        stale = reply instanceof Reply.Stale<?>;
        desk.say(reply);
        busy(false);
    }

    private void busy(boolean now) {
        busy = now;
        show.accept(state.get());
    }

    /** Shows what somebody else saved; what was drawn here is one step back. */
    void theirs() {
        String code = state.get().graph().code();
        desk.client()
                .get(
                        DeskClient.path("routings", code),
                        RoutingView.class,
                        reply -> {
                            desk.say(reply);
                            if (!isOther(code)) {
                                reply.ifOk(view -> {
                                    stale = false;
                                    show.accept(state.get().theirs(state(view)));
                                    desk.done(texts.text("theirs.done"));
                                });
                            }
                        });
    }

    /** A routing of the server's, to draw upon: its draft, or what was published last. */
    static RoutingState state(RoutingView view) {
        GraphView draft = view.draft();
        RoutingGraph live =
                view.published().isEmpty()
                        ? null
                        : graph(view.code(), view.published().getLast().graph());
        RoutingGraph drawn = draft == null ? live : graph(view.code(), draft);
        RoutingGraph graph =
                drawn == null
                        ? new RoutingGraph(view.code(), view.name(), List.of(), List.of())
                        : drawn;
        int version = view.published().isEmpty() ? 0 : view.published().getLast().version();
        return RoutingState.of(graph, drawn, view.draftVersion(), version, live);
    }

    private static RoutingGraph graph(String code, GraphView view) {
        return new RoutingGraph(
                code,
                view.name(),
                view.operations().stream()
                        .map(each ->
                                new Operation(
                                        each.sequence(),
                                        each.name(),
                                        mode(each.mode()),
                                        each.stationType(),
                                        each.skill(),
                                        each.minutes()))
                        .toList(),
                view.edges().stream()
                        .map(edge -> new Job.Edge(edge.getFirst(), edge.getLast()))
                        .toList());
    }

    private static @Nullable ProcessMode mode(@Nullable String word) {
        return word == null ? null : ProcessMode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static RoutingRequest request(RoutingGraph graph, String seen) {
        return new RoutingRequest(
                graph.name(),
                graph.operations().stream().map(RoutingStore::view).toList(),
                graph.edges().stream().map(edge -> List.of(edge.before(), edge.after())).toList(),
                seen);
    }

    private static OperationView view(Operation operation) {
        ProcessMode mode = operation.mode();
        return new OperationView(
                operation.sequence(),
                operation.name(),
                mode == null ? null : mode.name().toLowerCase(Locale.ROOT),
                operation.stationType(),
                operation.skill(),
                operation.minutes());
    }
}
