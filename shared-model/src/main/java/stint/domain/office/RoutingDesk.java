package stint.domain.office;

import stint.domain.event.PlanFact;
import stint.domain.office.PlanRefusal.Code;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.RoutingVersion;
import stint.domain.planning.Held;
import stint.domain.planning.Planning;
import stint.domain.work.Floor;

import java.util.ArrayList;
import java.util.List;

/** Routings: drawn, published, never changed after (DP-1, DP-2). Pure. */
record RoutingDesk(Floor floor, Seen seen) {

    PlanDecision save(PlanCommand.SaveRouting save) {
        RoutingGraph graph = save.graph();
        Held<RoutingGraph> held = floor.planning().drafts().get(graph.code());
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(graph.code(), held, save.seen()));
        Entered.code(graph.code()).ifPresent(wrong::add);
        Entered.name(graph.name()).ifPresent(wrong::add);
        if (graph.operations().size() > RoutingGraph.OPERATIONS_MAX
                || graph.edges().size()
                        > RoutingGraph.OPERATIONS_MAX * RoutingGraph.OPERATIONS_MAX) {
            wrong.add(
                    PlanRefusal.of(Code.ROUTING_TOO_LARGE, "routing", RoutingGraph.OPERATIONS_MAX));
        }
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        boolean same = held != null && held.value().equals(graph);
        return new PlanDecision.Accepted(
                same ? List.of() : List.of(new PlanFact.RoutingDrafted(graph)), graph.code());
    }

    PlanDecision publish(PlanCommand.PublishRouting publish) {
        Planning planning = floor.planning();
        Held<RoutingGraph> held = planning.drafts().get(publish.code());
        if (held == null) {
            return PlanDecision.Refused.because(
                    PlanRefusal.of(Code.ROUTING_UNKNOWN, "routing", publish.code()));
        }
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(publish.code(), held, publish.seen()));
        wrong.addAll(RoutingCheck.check(held.value()));
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        RoutingVersion newest = planning.newest(publish.code()).orElse(null);
        Held<RoutingGraph> published = newest == null ? null : planning.published().get(newest);
        if (published != null && published.value().equals(held.value())) {
            return new PlanDecision.Accepted(List.of(), publish.code());
        }
        int next = newest == null ? 1 : newest.version() + 1;
        return new PlanDecision.Accepted(
                List.of(new PlanFact.RoutingPublished(held.value(), next)), publish.code());
    }
}
