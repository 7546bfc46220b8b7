package stint.domain.office;

import stint.domain.event.PlanFact;

import java.util.List;

/** What becomes of something a planner or supervisor asked for. */
public sealed interface PlanDecision {

    /**
     * Write this, together.
     *
     * @param facts in order; none where all is as was asked already
     * @param code what it is about: the ticket, the order, the graph
     */
    record Accepted(List<PlanFact> facts, String code) implements PlanDecision {

        /** Copies the facts. */
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Write nothing.
     *
     * @param refusals all that is wrong, at once (DP-3)
     */
    record Refused(List<PlanRefusal> refusals) implements PlanDecision {

        /** Copies the refusals. */
        public Refused {
            refusals = List.copyOf(refusals);
        }

        /** One thing is wrong. */
        static Refused because(PlanRefusal refusal) {
            return new Refused(List.of(refusal));
        }
    }
}
