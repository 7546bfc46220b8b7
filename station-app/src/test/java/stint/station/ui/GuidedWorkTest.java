package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.PlanFact;
import stint.domain.event.SopFact;
import stint.domain.sop.LogEntry;
import stint.domain.sop.PictureName;
import stint.domain.sop.RunState;
import stint.domain.sop.WorkSession;
import stint.domain.work.Decision;
import stint.domain.work.RunCommand;
import stint.domain.work.Session;
import stint.station.core.Outcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Seed 003 at the kiosk of a bench that has no server: guided work by its buttons. */
class GuidedWorkTest {

    private static final String OTHER = "OTHER-STRAP";

    private final HandClocks clocks = new HandClocks(Instant.parse("2025-11-03T03:00:00Z"));

    @TempDir Path directory;
    private KioskDriver kiosk;

    @BeforeEach
    void open() throws Exception {
        Procedures.pictures(directory);
        List<PlanFact> facts = new ArrayList<>(Procedures.facts("Cutting"));
        facts.add(new SopFact.Drafted(Procedures.strap(OTHER, "Sewing")));
        facts.add(new SopFact.Confirmed(OTHER, 1));
        kiosk = KioskDriver.open(directory, options(), facts);
        kiosk.size(1280, 800);
    }

    private KioskOptions options() {
        return new KioskOptions(Locale.ENGLISH, KioskDriver.ZONE, false, 96, clocks);
    }

    @AfterEach
    void close() {
        kiosk.close();
    }

    private WorkSession run() {
        return kiosk.core().state().floor().sops().newestFirst(null).getFirst();
    }

    private KioskDriver started() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#guide");
        return kiosk.tap("#start-" + Procedures.STRAP).see("#where", "step 1 of 60");
    }

    /** The four steps that ask something. */
    private KioskDriver setUp() throws Exception {
        kiosk.keys("1").tap("#primary").see("#where", "step 2 of 60").tap("#yes");
        kiosk.see("#ask", "2 of 2").tap("#yes").see("#where", "step 3 of 60");
        kiosk.scan(Procedures.HIDE).see("#where", "step 4 of 60").tap("#skip");
        return kiosk.see("#photo-1").tap("#photo-2").see("#where", "step 5 of 60");
    }

    /** As if by hand, but faster. */
    private void passUpTo(int step) {
        while (run().currentStep().filter(now -> !now.key().equals("s" + step)).isPresent()) {
            String key = run().currentStep().orElseThrow().key();
            kiosk.record(new RunCommand.CheckStep(Floorplan.ANN, run().id(), key, Map.of()));
        }
    }

    private KioskDriver finished() throws Exception {
        started().tap("#end").tap("#run-finish");
        return kiosk.see("#where", "Completed");
    }

    private void signs() throws Exception {
        kiosk.tap("#reason-" + Floorplan.SUPERVISOR).keys(Floorplan.PIN).tap("#allow");
    }

    private Decision.Refused refused(RunCommand command) {
        Outcome outcome =
                kiosk.core()
                        .submit(kiosk.core().newCommand(), command)
                        .toCompletableFuture()
                        .join();
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }

    @Test
    void SOP_1_session_001_start_work_session_from_sop() throws Exception {
        started().see("#title", "Shoulder straps").see("#text", "Measure the gap");
        WorkSession run = run();
        assertThat(run.state()).isInstanceOf(RunState.InProgress.class);
        assertThat(run.currentStep().orElseThrow().key()).isEqualTo("gap");
        assertThat(run.sop()).isEqualTo(Procedures.STRAP);
        assertThat(run.worker()).isEqualTo(Floorplan.ANN);
        assertThat(run.task()).isEqualTo(Floorplan.CUT);
        assertThat(run.startedAt()).isEqualTo(clocks.read().time());
        assertThat(kiosk.core().state().sync().connected()).as("offline").isFalse();
    }

    @Test
    void SOP_2_session_002_advance_to_next_step_after_passed_check() throws Exception {
        started().see("#ask", "0.5 to 1.5 mm").keys("9").tap("#primary");
        kiosk.see("#problem", "Blade gap: 9 mm").see("#problem", "Turn the knob");
        kiosk.see("#where", "step 1 of 60");
        assertThat(run().results().get("gap").failed()).containsExactly("mm");
        kiosk.keys("1").tapKey(".").keys("2").see("#typed", "1.2 mm").tap("#primary");
        kiosk.see("#where", "Set up · step 2 of 60").gone("#problem");
        assertThat(run().results().get("gap").answers()).containsEntry("mm", "1.2");

        kiosk.tap("#yes").see("#ask", "stop button").tap("#no");
        kiosk.see("#problem", "call your supervisor").see("#ask", "stop button");
        kiosk.tap("#yes").see("#where", "step 3 of 60").scan("HIDE-8");
        kiosk.see("#problem", "HIDE-8").scan(Procedures.HIDE).see("#where", "step 4 of 60");
        assertThat(run().log())
                .as("what failed is kept")
                .filteredOn(entry -> !entry.failed().isEmpty())
                .hasSize(3);
    }

    @Test
    void SOP_2_every_kind_of_answer_is_given_at_the_bench() throws Exception {
        started();
        setUp();
        assertThat(run().results().get("look").answers())
                .containsOnlyKeys("photo")
                .hasEntrySatisfying("photo", this::isKept);
        kiosk.see("#text", "Lay strap 1").tap("#primary").see("#where", "Straps · step 6 of 60");
        kiosk.tap("#undo").see("#where", "Straps · step 5 of 60");
    }

    @Test
    void SOP_1_OS_2_guided_work_is_work_and_asks_about_what_is_open_already() throws Exception {
        started();
        assertThat(kiosk.core().state().floor().openSessions(Floorplan.ANN))
                .singleElement()
                .isInstanceOf(Session.Active.class)
                .satisfies(session -> assertThat(session.core().task()).isEqualTo(Floorplan.CUT));
        kiosk.see("#undo").tap("#undo").see("#where", "Cancelled").tap("#primary").tap("#guide");
        kiosk.tap("#start-" + Procedures.STRAP).see("#where", "step 1 of 60");
        kiosk.tap("#end").tap("#run-finish").see("#where", "Completed").tap("#primary");
        kiosk.tap("#back").see(".card").open(Floorplan.SEW).tap("#guide");
        kiosk.tap("#start-" + OTHER).see("#second-switch").tap("#second-switch");
        kiosk.gone("#second-switch").tap("#start-" + OTHER).see("#where", "step 1 of 60");
    }

    /** What the camera does with its file later changes nothing. */
    private void isKept(String answer) {
        assertThat(PictureName.spoken(answer)).isEqualTo("IMG_0001.png");
        Path unsent = directory.resolve("pictures").resolve("unsent");
        assertThat(unsent.resolve(PictureName.inAnswer(answer).orElseThrow()))
                .hasSameBinaryContentAs(directory.resolve("photos").resolve("IMG_0001.png"));
    }

    @Test
    void SOP_2_a_photo_that_cannot_be_used_is_said_and_no_answer() throws Exception {
        started().keys("1").tap("#primary").tap("#yes").see("#ask", "2 of 2").tap("#yes");
        kiosk.see("#where", "step 3 of 60").scan(Procedures.HIDE).see("#where", "step 4 of 60");
        kiosk.tap("#skip").see("#photo-2");
        Path photo = directory.resolve("photos").resolve("IMG_0001.png");
        Files.writeString(photo, "not a picture any more");
        kiosk.tap("#photo-2");
        kiosk.see("#problem", "JPEG or PNG").see("#where", "step 4 of 60");
    }

    @Test
    void SOP_2_words_are_written_and_the_last_answer_is_given_anew() throws Exception {
        started().keys("1").tap("#primary").see("#yes").tap("#yes").see("#ask", "2 of 2");
        kiosk.tap("#correct").see("#ask", "1 of 2").tap("#yes").see("#ask", "2 of 2").tap("#yes");
        kiosk.see("#where", "step 3 of 60").tap("#write").see("#keyboard");
        kiosk.tap("#back").gone("#keyboard").scan(Procedures.HIDE);
        kiosk.see("#where", "step 4 of 60").tap("#primary").see("#keyboard");
        kiosk.type("ok").tap("#done").see("#photo-1").tap("#photo-1");
        kiosk.see("#where", "step 5 of 60");
        assertThat(run().results().get("look").answers()).containsEntry("remark", "ok");
    }

    @Test
    void SOP_2_session_002_complete_session_after_final_step() throws Exception {
        started();
        setUp();
        passUpTo(60);
        kiosk.see("#where", "step 60 of 60").see("#next", "last step").tap("#primary");
        kiosk.see("#where", "Completed").see("#text", "60 of 60 steps passed");
        assertThat(run().completedAt()).contains(clocks.read().time());
        assertThat(run().currentStep()).isEmpty();
    }

    @Test
    void SOP_3_session_003_get_active_session_for_worker() throws Exception {
        started().keys("9").tap("#primary").see("#problem", "9 mm").tap("#back");
        kiosk.see("#guide").tap("#guide");
        kiosk.see("#where", "step 1 of 60").see("#problem", "9 mm").keys("1").tap("#primary");
        kiosk.see("#where", "step 2 of 60").see("#next", "Take the hide").tap("#back");
        kiosk.tap("#guide").see("#where", "step 2 of 60");
    }

    @Test
    void SOP_3_session_003_list_workers_session_history() throws Exception {
        finished().tap("#primary");
        clocks.advance(Duration.ofMinutes(20));
        kiosk.tap("#guide").tap("#start-" + Procedures.STRAP).see("#where", "step 1");
        kiosk.tap("#end").tap("#run-cancel-wrong").see("#where", "Cancelled").tap("#primary");
        kiosk.tap("#guide").see(".run-row .what", "Shoulder straps");
        kiosk.see(".run-row .state", "Cancelled").see(".run-row .said", "10:20");
    }

    @Test
    void SOP_4_session_004_worker_completes_session_manually() throws Exception {
        started().tap("#end").see("#run-finish");
        assertThat(run().open()).as("asked once more").isTrue();
        kiosk.tap("#run-finish").see("#text", "0 of 60 steps passed");
        assertThat(run().state()).isInstanceOf(RunState.Completed.class);
        assertThat(refused(new RunCommand.PauseRun(Floorplan.ANN, run().id(), null)).code())
                .isEqualTo(Decision.Refusal.RUN_ENDED);
    }

    @Test
    void SOP_4_a_supervisor_takes_a_failed_check_as_it_is_with_a_reason() throws Exception {
        started().keys("9").tap("#primary").see("#problem", "Not passed").tap("#override");
        kiosk.tap("#reason-" + Floorplan.SUPERVISOR).keys(Floorplan.PIN).press(KeyCode.ENTER);
        assertThat(run().passed("gap")).as("without a reason nothing").isFalse();
        kiosk.tap("#reason-good").tap("#allow").see("#where", "step 2 of 60");
        WorkSession.Result result = run().results().get("gap");
        assertThat(result.overridden()).isTrue();
        assertThat(result.by()).isEqualTo(Floorplan.SUPERVISOR);
        assertThat(run().log().getLast().reason()).isEqualTo("Good enough as it is");
    }

    @Test
    void SOP_5_session_005_attempt_to_modify_locked_session() throws Exception {
        finished().tap("#approve").see("#allow");
        kiosk.scan(Floorplan.ANN.value()).keys(Floorplan.PIN).tap("#allow");
        kiosk.see("#problem", "NOT_ALLOWED");
        signs();
        kiosk.see("#where", "Approved").gone("#allow").gone("#approve").gone("#override");
        assertThat(run().locked()).isTrue();
        assertThat(run().approval().by()).isEqualTo(Floorplan.SUPERVISOR);

        Decision.Refused refused =
                refused(
                        new RunCommand.CheckStep(
                                Floorplan.ANN, run().id(), "gap", Map.of("mm", "1")));
        assertThat(refused.code()).isEqualTo(Decision.Refusal.RUN_LOCKED);
        assertThat(run().log().getLast())
                .as("the try is in the audit")
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo(LogEntry.Action.REFUSED);
                    assertThat(entry.by()).isEqualTo(Floorplan.ANN);
                });
    }

    @Test
    void SOP_5_what_came_while_the_supervisor_looked_is_not_approved_unseen() throws Exception {
        finished().tap("#approve").tap("#reason-" + Floorplan.SUPERVISOR).keys(Floorplan.PIN);
        kiosk.record(
                new RunCommand.OverrideStep(
                        Floorplan.SUPERVISOR, run().id(), "gap", Map.of("mm", "1"), "at the desk"));
        kiosk.tap("#allow").see("#problem", "changed meanwhile");
        assertThat(run().locked()).isFalse();
        kiosk.tap("#back").gone("#allow").tap("#approve");
        signs();
        kiosk.see("#where", "Approved");
    }

    @Test
    void SOP_6_session_006_prevent_sop_deletion_with_active_sessions() throws Exception {
        started();
        assertThat(kiosk.core().state().floor().sops().openOf(Procedures.STRAP))
                .as("what keeps the office from deleting it")
                .containsExactly(run());
        kiosk.tap("#end").tap("#run-cancel-scrap").see("#where", "Cancelled");
        assertThat(kiosk.core().state().floor().sops().openOf(Procedures.STRAP)).isEmpty();
    }

    @Test
    void SOP_7_session_007_save_session_with_checks() throws Exception {
        started();
        setUp();
        WorkSession before = run();
        kiosk.close();
        kiosk = KioskDriver.show(directory, options());
        kiosk.size(1280, 800);
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#guide");
        kiosk.see("#where", "step 5 of 60");
        assertThat(run()).isEqualTo(before);
    }

    @Test
    void SOP_8_session_008_worker_pauses_session() throws Exception {
        started().keys("1").tap("#primary").see("#where", "step 2 of 60").tap("#yes");
        kiosk.see("#ask", "2 of 2").tap("#pause").see("#text", "It goes on at: Close the guard");
        assertThat(run().state()).isInstanceOf(RunState.Paused.class);
        clocks.advance(Duration.ofMinutes(7));
        kiosk.tap("#primary").see("#where", "step 2 of 60").see("#yes");
        assertThat(run().state()).isInstanceOf(RunState.InProgress.class);
        assertThat(run().pausedFor()).isEqualTo(Duration.ofMinutes(7));
        assertThat(run().currentStep().orElseThrow().key()).isEqualTo("guard");
    }

    @Test
    void SOP_9_session_009_start_session_while_one_is_active() throws Exception {
        started().tap("#back").tap("#back").open(Floorplan.SEW).tap("#guide");
        kiosk.see("#goOn", "Go on: Shoulder straps · Set up · step 1 of 60");
        kiosk.tap("#start-" + OTHER).see("#message", "still open");
        kiosk.see("#where", "step 1 of 60");
        assertThat(kiosk.core().state().floor().sops().of(Floorplan.ANN)).hasSize(1);
        kiosk.tap("#end").tap("#run-cancel-wrong").see("#where", "Cancelled").tap("#primary");
        kiosk.tap("#guide").gone("#goOn").tap("#start-" + OTHER).tap("#second-switch");
        kiosk.gone("#second-switch").tap("#start-" + OTHER).see("#where", "step 1 of 60");
    }

    @Test
    void SOP_3_the_open_run_is_a_tap_away_from_the_list_and_from_its_task() throws Exception {
        started().keys("1").tap("#primary").see("#where", "step 2 of 60").tap("#back");
        kiosk.see("#guide", "Step 2 of 60").tap("#back").see("#guided", "Step 2/60");
        kiosk.tap("#guided").see("#where", "step 2 of 60");
    }

    @Test
    void SOP_5_a_supervisor_finds_what_waits_in_their_own_list() throws Exception {
        finished().press(KeyCode.F11).see("#login");
        kiosk.login(Floorplan.SUPERVISOR).tap("#approvals").see(".run-row .said", "Ann Lee");
        kiosk.tap(".run-row").see("#text", "0 of 60 steps passed").tap("#primary");
        kiosk.see("#allow").keys(Floorplan.PIN).tap("#allow").see("#where", "Approved");
        assertThat(run().approval().by()).isEqualTo(Floorplan.SUPERVISOR);
        kiosk.tap("#primary").gone(".run-row").tap("#back").gone("#approvals");
    }

    @Test
    void UX_a_badge_on_the_way_is_a_change_of_hands_and_the_run_stays() throws Exception {
        started().keys("1").tap("#primary").see("#where", "step 2 of 60");
        kiosk.scan(Floorplan.DAN.value()).see("#login");
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#guide").see("#where", "step 2 of 60");
    }
}
