package stint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.sop.LogEntry;
import stint.domain.sop.RunState;
import stint.domain.sop.WorkSession;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.RunCommand;
import stint.installer.Hands;
import stint.installer.Screens;
import stint.station.core.Outcome;
import stint.station.core.StationCore;
import stint.station.ui.Kiosk;
import stint.station.ui.KioskOptions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Seed 003 at the kiosk of a bench that is connected: what is tapped there is at the server, and at
 * another bench, at once. Offline, the same scenarios are in the kiosk's own {@code
 * GuidedWorkTest}.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class GuidedWorkOnlineTest {

    private static final String PIN = "274951";
    private static final String HASH = Pins.hash(PIN.toCharArray());
    private static final OperatorCode ANN = new OperatorCode("W-1");
    private static final OperatorCode BOSS = new OperatorCode("S-1");
    private static final String SOP =
            """
            {"code":"%s","version":1,"titles":{"en":"Sew the strap"},"operations":["Sew"],
             "tasks":[{"titles":{"en":"Seam"},"steps":[
              {"key":"gap","texts":{"en":"Measure the gap"},"items":[
               {"key":"mm","labels":{"en":"Gap"},"ask":"number","required":true,"safety":true,
                "min":"1","max":"5","unit":"mm","remedy":{"en":"Set the foot anew"}}]},
              {"key":"look","texts":{"en":"Look at the seam"}}]}]}
            """;

    @TempDir Path directory;

    private Site site;
    private StationCore bench;
    private Stage stage;
    private Kiosk kiosk;
    private Hands hands;

    @BeforeAll
    static void screen() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void start() throws Exception {
        site = new Site(directory);
        site.plan();
        site.plan(List.of(person(ANN, Role.OPERATOR), person(BOSS, Role.SUPERVISOR)));
        for (String code : List.of("SEW-A", "SEW-B")) {
            assertThat(site.ask("POST", "sops", SOP.formatted(code)).statusCode()).isEqualTo(200);
            assertThat(site.ask("POST", "sops/" + code + "/confirm", "").statusCode())
                    .isEqualTo(200);
        }
        open();
    }

    private void open() throws IOException {
        bench = site.bench("BENCH-1", true);
        Site.until(bench, any -> bench.state().floor().sops().confirmed("SEW-B").isPresent())
                .join();
        Screens.onFx(() -> {
            stage = new Stage();
            stage.setWidth(1280);
            stage.setHeight(800);
            kiosk =
                    Kiosk.show(
                            stage,
                            bench,
                            new KioskOptions(
                                    Locale.ENGLISH, ZoneOffset.UTC, false, 96, new SystemClocks()));
            hands = new Hands(stage.getScene());
            return true;
        });
    }

    @AfterEach
    void stop() throws Exception {
        shut();
        site.close();
    }

    private void shut() throws Exception {
        Screens.onFx(() -> {
            kiosk.close();
            stage.close();
            return true;
        });
        bench.close();
    }

    private static PlanFact person(OperatorCode code, Role role) {
        return new PlanFact.OperatorRegistered(
                new Operator(code, code.value(), "en", role, null, HASH));
    }

    private void see(String selector, String words) {
        hands.until(selector, node -> ((Labeled) node).getText().contains(words));
    }

    private void begin() {
        hands.login(ANN, PIN);
        hands.open(Site.TASK);
        hands.tap("#guide");
        hands.tap("#start-SEW-A");
        see("#where", "step 1 of 2");
    }

    private void pass() {
        hands.key("2");
        hands.tap("#primary");
        see("#where", "step 2 of 2");
    }

    private void finish() {
        hands.tap("#end");
        hands.tap("#run-finish");
        see("#where", "Completed");
    }

    private void sign() {
        hands.tap("#reason-" + BOSS);
        PIN.codePoints().forEach(digit -> hands.key(Character.toString(digit)));
        hands.tap("#allow");
    }

    /** The worker's newest run as the server knows it, once it has all that was tapped. */
    private WorkSession atServer() {
        Site.until(bench, any -> bench.state().sync().unsent() == 0).join();
        return site.sops().of(ANN).getFirst();
    }

    private Refusal refusedElsewhere(RunCommand command) throws IOException {
        try (StationCore other = site.bench("BENCH-2", false)) {
            Site.sync(other);
            Outcome outcome =
                    other.submit(other.newCommand(), command).toCompletableFuture().join();
            Site.sync(other);
            return ((Outcome.Refused) outcome).refusal().code();
        }
    }

    @Test
    void SOP_1_session_001_start_work_session_from_sop() {
        begin();
        WorkSession run = atServer();
        assertThat(run.state()).isInstanceOf(RunState.InProgress.class);
        assertThat(run.currentStep().orElseThrow().key()).isEqualTo("gap");
        assertThat(run.sop()).isEqualTo("SEW-A");
        assertThat(run.task()).isEqualTo(Site.TASK);
    }

    @Test
    void SOP_2_session_002_advance_after_passed_check_and_complete_after_final_step() {
        begin();
        hands.key("9");
        hands.tap("#primary");
        see("#problem", "Set the foot anew");
        assertThat(atServer().results().get("gap").failed()).containsExactly("mm");
        pass();
        assertThat(atServer().currentStep().orElseThrow().key()).isEqualTo("look");
        hands.tap("#primary");
        see("#where", "Completed");
        assertThat(atServer().completedAt()).isPresent();
        assertThat(atServer().currentStep()).isEmpty();
    }

    @Test
    void SOP_3_session_003_current_and_history() throws Exception {
        begin();
        pass();
        atServer();
        try (StationCore other = site.bench("BENCH-2", false)) {
            Site.sync(other);
            assertThat(other.state().floor().sops().current(ANN))
                    .hasValueSatisfying(run -> {
                        assertThat(run.results()).containsKey("gap");
                        assertThat(run.currentStep().orElseThrow().key()).isEqualTo("look");
                    });
        }
        finish();
        hands.tap("#primary");
        hands.tap("#guide");
        see(".run-row .state", "Completed");
        assertThat(site.sops().of(ANN)).hasSize(1);
    }

    @Test
    void SOP_4_session_004_worker_completes_session_manually() {
        begin();
        finish();
        assertThat(atServer().state())
                .isInstanceOfSatisfying(
                        RunState.Completed.class,
                        done -> assertThat(done.by()).isEqualTo(RunState.Completion.WORKER));
    }

    @Test
    void SOP_4_a_supervisor_overrides_at_the_bench_with_a_reason() {
        begin();
        hands.key("9");
        hands.tap("#primary");
        hands.tap("#override");
        hands.tap("#reason-good");
        sign();
        see("#where", "step 2 of 2");
        assertThat(atServer().results().get("gap").overridden()).isTrue();
        assertThat(atServer().results().get("gap").by()).isEqualTo(BOSS);
        assertThat(atServer().log().getLast().reason()).isEqualTo("Good enough as it is");
    }

    @Test
    void SOP_5_session_005_attempt_to_modify_locked_session() throws Exception {
        begin();
        finish();
        hands.tap("#approve");
        sign();
        see("#where", "Approved");
        WorkSession run = atServer();
        assertThat(run.locked()).isTrue();
        assertThat(run.approval().by()).isEqualTo(BOSS);

        RunCommand late = new RunCommand.CheckStep(ANN, run.id(), "gap", Map.of("mm", "2"));
        assertThat(refusedElsewhere(late)).isEqualTo(Refusal.RUN_LOCKED);
        assertThat(atServer().log().getLast().action()).isEqualTo(LogEntry.Action.REFUSED);
        assertThat(atServer().results()).isEqualTo(run.results());
    }

    @Test
    void SOP_6_session_006_prevent_sop_deletion_with_active_sessions() throws Exception {
        begin();
        WorkSession run = atServer();
        assertThat(site.ask("DELETE", "sops/SEW-A", ""))
                .satisfies(reply -> {
                    assertThat(reply.statusCode()).isEqualTo(400);
                    assertThat(reply.body()).contains(run.id().toString());
                });
        hands.tap("#end");
        hands.tap("#run-cancel-wrong");
        see("#where", "Cancelled");
        atServer();
        assertThat(site.ask("DELETE", "sops/SEW-A", "").statusCode()).isEqualTo(200);
        Site.until(bench, any -> bench.state().floor().sops().confirmed("SEW-A").isEmpty()).join();
        hands.tap("#primary");
        hands.tap("#guide");
        hands.see("#start-SEW-B");
        assertThat(hands.tapIfThere("#start-SEW-A")).isFalse();
    }

    @Test
    void SOP_7_session_007_save_session_with_checks() throws Exception {
        begin();
        pass();
        WorkSession before = atServer();
        shut();
        Site.delete(site.benchDirectory("BENCH-1").resolve("store"));
        open();
        hands.login(ANN, PIN);
        hands.open(Site.TASK);
        hands.tap("#guide");
        see("#where", "step 2 of 2");
        assertThat(atServer()).isEqualTo(before);
    }

    @Test
    void SOP_8_session_008_paused_at_one_bench_goes_on_at_another() throws Exception {
        begin();
        pass();
        hands.tap("#pause");
        see("#text", "Look at the seam");
        WorkSession paused = atServer();
        assertThat(paused.state()).isInstanceOf(RunState.Paused.class);
        try (StationCore other = site.bench("BENCH-2", false)) {
            Site.sync(other);
            Outcome outcome =
                    other.submit(other.newCommand(), new RunCommand.ResumeRun(ANN, paused.id()))
                            .toCompletableFuture()
                            .join();
            assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
            Site.sync(other);
        }
        // What goes on elsewhere goes on at this screen too.
        see("#where", "step 2 of 2");
        hands.see("#pause");
        assertThat(atServer().currentStep().orElseThrow().key()).isEqualTo("look");
    }

    @Test
    void SOP_9_session_009_start_session_while_one_is_active() throws Exception {
        begin();
        WorkSession open = atServer();
        assertThat(refusedElsewhere(new RunCommand.StartRun(ANN, "SEW-B", null)))
                .isEqualTo(Refusal.RUN_OPEN);
        hands.tap("#back");
        hands.tap("#guide");
        see("#where", "step 1 of 2");
        assertThat(atServer()).isEqualTo(open);
        assertThat(site.sops().of(ANN)).hasSize(1);
    }
}
