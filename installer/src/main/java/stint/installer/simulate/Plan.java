package stint.installer.simulate;

import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.installer.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A scenario's setup as a planner would make it known. */
public final class Plan {

    private Plan() {}

    /**
     * The facts, people first.
     *
     * @param finished gives an operator what a scenario does not hold: the hash of a PIN
     */
    public static List<PlanFact> of(Scenario scenario, UnaryOperator<Operator> finished) {
        List<PlanFact> facts = new ArrayList<>();
        scenario.operators()
                .forEach(operator ->
                        facts.add(new PlanFact.OperatorRegistered(finished.apply(operator))));
        scenario.stations().forEach(station -> facts.add(new PlanFact.StationRegistered(station)));
        scenario.reasons().forEach(reason -> facts.add(new PlanFact.ReasonDefined(reason)));
        scenario.jobs().forEach(job -> facts.add(new PlanFact.JobReleased(job)));
        return facts;
    }
}
