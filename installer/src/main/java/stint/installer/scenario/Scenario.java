package stint.installer.scenario;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;

import java.util.List;
import java.util.Map;

/**
 * A floor's day: who and what is there, what happens when, and what must be true.
 *
 * @param name what it shows
 * @param source where the case comes from; empty when it says nothing
 * @param rules the ids of the rules it shows
 * @param time its zone and first day
 * @param operators everybody; their PIN hashes are absent, a scenario has PINs in {@code pins}
 * @param pins the PINs of those who have one, for a demo where people log in
 * @param reasons the managed reasons, those its steps name included
 * @param steps what happens, in order
 * @param expect what must be true after the last step
 */
public record Scenario(
        String name,
        String source,
        List<String> rules,
        FloorTime time,
        List<Operator> operators,
        Map<OperatorCode, String> pins,
        List<Station> stations,
        List<Reason> reasons,
        List<Job> jobs,
        List<Step> steps,
        @Nullable Expectation expect) {

    /** Copies the collections. */
    public Scenario {
        rules = List.copyOf(rules);
        operators = List.copyOf(operators);
        pins = Map.copyOf(pins);
        stations = List.copyOf(stations);
        reasons = List.copyOf(reasons);
        jobs = List.copyOf(jobs);
        steps = List.copyOf(steps);
    }

    /** The first supervisor; who cancels and approves where a step names nobody. */
    public java.util.Optional<Operator> supervisor() {
        return operators.stream().filter(operator -> operator.role().supervises()).findFirst();
    }
}
