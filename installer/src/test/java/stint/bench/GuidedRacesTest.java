package stint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.sop.LogEntry;
import stint.domain.sop.RunState;
import stint.domain.sop.SopBook;
import stint.domain.sop.WorkSession;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.RunCommand;
import stint.station.core.Outcome;
import stint.station.core.StationCore;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Guided work at two benches that did not hear of each other, over real HTTP and on real
 * directories: each race has one result at both benches and the server, and an exception where a
 * person should look (SOP-1, SOP-5, SOP-9).
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class GuidedRacesTest {

    private static final OperatorCode ANN = new OperatorCode("W-1");
    private static final OperatorCode BOSS = new OperatorCode("S-1");
    private static final String SOP =
            """
            {"code":"SEW","version":%d,"titles":{"en":"Sew"},"operations":["Sew"],
             "tasks":[{"titles":{"en":"Seam"},"steps":[
              {"key":"gap","texts":{"en":"Measure"},"items":[
               {"key":"mm","labels":{"en":"Gap"},"ask":"number","required":true,"safety":true,
                "min":"1","max":"5","unit":"mm"}]},
              {"key":"look","texts":{"en":"Look at the seam"}}]}]}
            """;

    @TempDir Path directory;

    private Site site;
    private StationCore one;
    private StationCore other;

    @BeforeEach
    void start() throws Exception {
        site = new Site(directory);
        site.plan();
        site.plan(List.of(person(ANN, Role.OPERATOR), person(BOSS, Role.SUPERVISOR)));
        confirm(1);
        one = site.bench("BENCH-1", false);
        other = site.bench("BENCH-2", false);
        sync();
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        site.close();
    }

    private static PlanFact person(OperatorCode code, Role role) {
        return new PlanFact.OperatorRegistered(
                new Operator(code, code.value(), "en", role, null, null));
    }

    private void confirm(int version) throws Exception {
        assertThat(site.ask("POST", "sops", SOP.formatted(version)).statusCode()).isEqualTo(200);
        assertThat(site.ask("POST", "sops/SEW/confirm", "").statusCode()).isEqualTo(200);
    }

    /** Both benches send what they have, then hear what the other sent. */
    private void sync() {
        for (StationCore bench : List.of(one, other, one)) {
            assertThat(Site.sync(bench).problem()).isNull();
        }
    }

    private static Event record(StationCore bench, RunCommand command) {
        Outcome outcome = bench.submit(bench.newCommand(), command).toCompletableFuture().join();
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).event();
    }

    private static Refusal refused(StationCore bench, RunCommand command) {
        Outcome outcome = bench.submit(bench.newCommand(), command).toCompletableFuture().join();
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal().code();
    }

    private static EventId begin(StationCore bench) {
        return record(bench, new RunCommand.StartRun(ANN, "SEW", Site.TASK)).id();
    }

    private static Event measure(StationCore bench, EventId run, String mm) {
        return record(bench, new RunCommand.CheckStep(ANN, run, "gap", Map.of("mm", mm)));
    }

    /** A run as all three know it, which is the same. */
    private WorkSession everywhere(EventId run) {
        WorkSession known = site.sops().session(run).orElseThrow();
        for (StationCore bench : List.of(one, other)) {
            SopBook book = bench.state().floor().sops();
            assertThat(book.session(run)).contains(known);
        }
        return known;
    }

    private void assertRaised(String type, EventId... claims) throws Exception {
        String exceptions = site.ask("GET", "exceptions", "").body();
        assertThat(exceptions).contains("\"type\":\"" + type + "\"");
        for (EventId claim : claims) {
            assertThat(exceptions).contains(claim.toString());
        }
    }

    @Test
    void SOP_9_one_worker_at_two_benches_offline_the_earlier_run_pauses() throws Exception {
        Event here = record(one, new RunCommand.StartRun(ANN, "SEW", Site.TASK));
        Event there = record(other, new RunCommand.StartRun(ANN, "SEW", Site.TASK));
        // What each bench makes of the server's clock says which of them was the earlier one.
        boolean inOrder = Event.CANONICAL.compare(here, there) < 0;
        StationCore early = inOrder ? one : other;
        EventId first = (inOrder ? here : there).id();
        EventId second = (inOrder ? there : here).id();
        Event late = measure(early, first, "2");
        sync();

        WorkSession earlier = everywhere(first);
        assertThat(earlier.state())
                .isInstanceOfSatisfying(
                        RunState.Paused.class,
                        paused -> assertThat(paused.cause()).isEqualTo(RunState.Pause.ELSEWHERE));
        assertThat(earlier.passed("gap")).as("what was recorded counts").isTrue();
        assertThat(earlier.evidence()).contains(late.id());
        assertThat(everywhere(second).state()).isInstanceOf(RunState.InProgress.class);
        assertRaised("RUN_TWICE", first, second);
        assertThat(refused(early, new RunCommand.ResumeRun(ANN, first)))
                .isEqualTo(Refusal.RUN_OPEN);
        record(inOrder ? other : one, new RunCommand.CancelRun(ANN, second, "begun twice"));
        sync();
        record(early, new RunCommand.ResumeRun(ANN, first));
        sync();
        assertThat(everywhere(first).state()).isInstanceOf(RunState.InProgress.class);
    }

    @Test
    void SOP_9_one_run_gone_on_with_at_both_benches_offline_is_one_run() {
        EventId run = begin(one);
        sync();
        measure(one, run, "9");
        measure(other, run, "2");
        sync();
        WorkSession merged = everywhere(run);
        assertThat(merged.log())
                .filteredOn(entry -> entry.action() == LogEntry.Action.CHECKED)
                .as("both are kept")
                .hasSize(2);
        assertThat(merged.passed("gap")).isTrue();
    }

    @Test
    void SOP_1_a_version_confirmed_meanwhile_the_run_keeps_its_own() throws Exception {
        confirm(2);
        EventId run = begin(one);
        measure(one, run, "2");
        sync();
        assertThat(everywhere(run).version()).isEqualTo(1);
        assertThat(everywhere(run).currentStep().orElseThrow().key()).isEqualTo("look");
        assertRaised("SOP_SUPERSEDED", run);
        record(one, new RunCommand.CompleteRun(ANN, run));
        EventId next = begin(one);
        sync();
        assertThat(everywhere(next).version()).isEqualTo(2);
    }

    @Test
    void SOP_5_an_approval_races_a_late_check_and_what_was_approved_stays() throws Exception {
        EventId run = begin(one);
        measure(one, run, "2");
        sync();
        Event late = record(one, new RunCommand.CheckStep(ANN, run, "look", Map.of()));
        record(other, new RunCommand.CompleteRun(ANN, run));
        record(other, new RunCommand.ApproveRun(BOSS, run, null));
        assertThat(Site.sync(other).problem()).isNull();
        WorkSession approved = site.sops().session(run).orElseThrow();
        assertThat(approved.locked()).isTrue();
        sync();

        WorkSession known = everywhere(run);
        assertThat(known.results()).isEqualTo(approved.results());
        assertThat(known.state()).isEqualTo(approved.state());
        assertThat(known.approval()).isEqualTo(approved.approval());
        assertThat(known.log())
                .filteredOn(entry -> entry.event().equals(late.id()))
                .extracting(LogEntry::standing)
                .containsExactly(LogEntry.Standing.AFTER_APPROVAL);
        assertRaised("AFTER_APPROVAL", run, late.id());
        assertThat(refused(one, new RunCommand.CancelRun(ANN, run, "no")))
                .isEqualTo(Refusal.RUN_LOCKED);
    }
}
