package stint.domain;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.SopFact;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.WorkSession;
import stint.domain.work.FloorException;
import stint.domain.work.RunCommand;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A floor with two benches and an SOP of three steps, and what a worker does by it. */
final class Guided {

    static final String SOP = "SEW-STRAP";
    static final String B1 = "BENCH-1";
    static final String B2 = "BENCH-2";
    static final OperatorCode A = new OperatorCode("A");
    static final OperatorCode BOSS = new OperatorCode("S");

    final TestFloor floor =
            TestFloor.withBenches(B1, B2)
                    .person("P", Role.SUPERVISOR)
                    .job(10, ProcessMode.BATCH, "Cut", "Sew")
                    .at("07:00")
                    .plan(new SopFact.Drafted(sop(1, 3)))
                    .plan(new SopFact.Confirmed(SOP, 1))
                    .at("08:00");

    static String step(int number) {
        return "step-" + number;
    }

    /** Each step asks for a number from 1 to 5 that is a safety check. */
    static Sop sop(int version, int steps) {
        List<Step> all = IntStream.rangeClosed(1, steps).mapToObj(Guided::measured).toList();
        return new Sop(
                SOP,
                version,
                Map.of("en", "Sew the strap", "th", "เย็บสาย"),
                List.of("Sew"),
                List.of(new Sop.Part(Map.of("en", "Seam"), all)));
    }

    private static Step measured(int number) {
        StepItem gap =
                new StepItem(
                        "mm",
                        Map.of("en", "Gap"),
                        StepItem.Ask.NUMBER,
                        true,
                        true,
                        BigDecimal.ONE,
                        BigDecimal.valueOf(5),
                        "mm",
                        null,
                        Map.of("en", "Stop. Set the foot anew."));
        return new Step(step(number), Map.of("en", "Measure " + number), null, List.of(gap));
    }

    EventId start(String bench) {
        return floor.accept(bench, new RunCommand.StartRun(A, SOP, null)).id();
    }

    Event check(String bench, EventId run, int step, String answer) {
        return floor.accept(bench, checking(run, step, answer));
    }

    static RunCommand.CheckStep checking(EventId run, int step, String answer) {
        return new RunCommand.CheckStep(A, run, step(step), Map.of("mm", answer));
    }

    /** A run whose three steps passed. */
    EventId completed() {
        EventId run = start(B1);
        for (int step = 1; step <= 3; step++) {
            floor.pass(60_000);
            check(B1, run, step, "2");
        }
        return run;
    }

    Event approve(String bench, EventId run) {
        return floor.accept(bench, new RunCommand.ApproveRun(BOSS, run, "looked at it"));
    }

    WorkSession run(EventId id) {
        return floor.server().sops().session(id).orElseThrow();
    }

    WorkSession runAt(String bench, EventId id) {
        return floor.replica(bench).sops().session(id).orElseThrow();
    }

    List<FloorException> exceptions() {
        return floor.server().exceptions();
    }

    static String current(WorkSession run) {
        return run.currentStep().map(Step::key).orElse("none");
    }
}
