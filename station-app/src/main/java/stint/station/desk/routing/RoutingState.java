package stint.station.desk.routing;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Job;
import stint.domain.plan.RoutingGraph;

import java.util.ArrayList;
import java.util.List;

/**
 * A routing as somebody draws it. Immutable.
 *
 * @param graph as it is drawn now
 * @param saved as the server has it; absent for a new one
 * @param seen the draft's version that is drawn upon; absent where there is no draft
 * @param published the newest published version; 0 for none
 * @param live what that version is; absent for none
 * @param chosen the operation that is looked at; 0 for none
 * @param marked the arrow that is looked at
 * @param joining the operation from which an arrow is to be drawn by keys; 0 for none
 * @param undo the graphs before, the last one last
 * @param redo the graphs that were taken back, the last one last
 * @param last what was changed last, so that a word that is typed is taken back at once
 */
record RoutingState(
        RoutingGraph graph,
        @Nullable RoutingGraph saved,
        @Nullable String seen,
        int published,
        @Nullable RoutingGraph live,
        int chosen,
        Job.@Nullable Edge marked,
        int joining,
        List<RoutingGraph> undo,
        List<RoutingGraph> redo,
        String last) {

    private static final int UNDO_MAX = 200;

    /** Copies the lists. */
    RoutingState {
        undo = List.copyOf(undo);
        redo = List.copyOf(redo);
    }

    /** What the server has, nothing drawn yet. */
    static RoutingState of(
            RoutingGraph graph,
            @Nullable RoutingGraph saved,
            @Nullable String seen,
            int published,
            @Nullable RoutingGraph live) {
        int first = graph.operations().isEmpty() ? 0 : graph.operations().getFirst().sequence();
        return new RoutingState(
                graph, saved, seen, published, live, first, null, 0, List.of(), List.of(), "");
    }

    /** One that is new. */
    static RoutingState begun(String code, String name) {
        return of(new RoutingGraph(code, name, List.of(), List.of()), null, null, 0, null);
    }

    /** Whether something was drawn that the server has not. */
    boolean unsaved() {
        return !graph.equals(saved);
    }

    /** Whether publishing would make no other version than there is. */
    boolean isPublished() {
        return graph.equals(live);
    }

    /**
     * Another graph.
     *
     * @param what names what is changed; the same again is taken back together with it
     */
    RoutingState edit(RoutingGraph changed, int nowChosen, String what) {
        if (changed.equals(graph)) {
            return choose(nowChosen);
        }
        List<RoutingGraph> before = new ArrayList<>(undo);
        if (what.isEmpty() || !what.equals(last)) {
            before.add(graph);
        }
        if (before.size() > UNDO_MAX) {
            before.removeFirst();
        }
        return new RoutingState(
                changed, saved, seen, published, live, nowChosen, null, 0, before, List.of(), what);
    }

    RoutingState undone() {
        return undo.isEmpty() ? this : step(undo, redo, true);
    }

    RoutingState redone() {
        return redo.isEmpty() ? this : step(redo, undo, false);
    }

    private RoutingState step(List<RoutingGraph> from, List<RoutingGraph> to, boolean back) {
        List<RoutingGraph> fewer = new ArrayList<>(from);
        RoutingGraph now = fewer.removeLast();
        List<RoutingGraph> more = new ArrayList<>(to);
        more.add(graph);
        int still = Drawing.find(now, chosen).isPresent() ? chosen : 0;
        return new RoutingState(
                now,
                saved,
                seen,
                published,
                live,
                still,
                null,
                0,
                back ? fewer : more,
                back ? more : fewer,
                "");
    }

    RoutingState choose(int number) {
        return with(number, null, joining);
    }

    RoutingState mark(Job.Edge edge) {
        return with(0, edge, 0);
    }

    /** Begins an arrow at an operation; 0 gives it up. */
    RoutingState joinFrom(int number) {
        return with(chosen, null, number);
    }

    private RoutingState with(int number, Job.@Nullable Edge edge, int from) {
        return new RoutingState(
                graph, saved, seen, published, live, number, edge, from, undo, redo, "");
    }

    /** The server has it now: under a version, perhaps as a published one. */
    RoutingState kept(RoutingGraph sent, @Nullable String version, int newest) {
        return new RoutingState(
                graph,
                sent,
                version,
                newest,
                newest > published ? sent : live,
                chosen,
                marked,
                joining,
                undo,
                redo,
                "");
    }

    /** What somebody else saved comes before us; what we had drawn is one step back. */
    RoutingState theirs(RoutingState now) {
        RoutingState drawn = edit(now.graph, 0, "");
        return new RoutingState(
                now.graph,
                now.saved,
                now.seen,
                now.published,
                now.live,
                now.chosen,
                null,
                0,
                drawn.undo,
                drawn.redo,
                "");
    }
}
