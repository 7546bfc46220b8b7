package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.ImageView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.sop.PictureName;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.WorkSession;
import stint.domain.work.RunCommand;
import stint.wire.SopJson;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/** Guided runs are looked at, overridden and approved at the desk (SOP-4, SOP-5). */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeskApprovalsTest {

    private static final OperatorCode WORKER = new OperatorCode(DeskSite.OPERATOR);

    @TempDir private Path directory;

    /** Malee works through an SOP; the first check of it fails once. */
    private static WorkSession completed(DeskSite site) throws Exception {
        Sop sop = SopSamples.strap(4);
        site.console().confirm(sop);
        site.work(
                new StationCode("BENCH-9"),
                run -> {
                    EventId id = run.record(new RunCommand.StartRun(WORKER, sop.code(), null));
                    run.record(new RunCommand.CheckStep(WORKER, id, "gap", Map.of("mm", "2.5")));
                    run.record(new RunCommand.CheckStep(WORKER, id, "gap", Map.of("mm", "1.2")));
                    for (Step step : sop.steps().stream().skip(1).toList()) {
                        run.record(
                                new RunCommand.CheckStep(
                                        WORKER, id, step.key(), SopSamples.answers(step)));
                    }
                });
        return run(site);
    }

    private static WorkSession run(DeskSite site) {
        return site.server().picture().floor().sops().of(WORKER).getFirst();
    }

    @Test
    void SOP_5_session_005_a_run_is_looked_at_step_by_step_approved_and_locked() throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en")) {
            completed(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("approvals")) {
                desk.row("#approvals", "Shoulder straps").see("#run-title", "version 1");
                desk.see("#run-facts", "Malee Thong").see("#run-state", "Failed checks");
                desk.see("#run-step-1", "2.5 mm").see("#run-step-1", "failed");
                desk.see("#run-step-1", "1.2 mm").see("#run-step-1", "passed");
                desk.row("#run-audit", "Step 1 checked").picture("approvals-en");

                desk.tap("#run-approve").see("#form-approve", "Shoulder straps");
                desk.see("#form-approve", "Malee Thong").picture("approve-en");
                desk.type("#approve-note", "good work").tap("#approve-ok");
                desk.see("#notice-lines", "approved and locked").see("#run-state", "Locked");
                desk.until(
                        "nothing can be done",
                        () ->
                                desk.find("#run-approve").orElseThrow().isDisabled()
                                        && desk.find("#run-override").orElseThrow().isDisabled());
                desk.tap("#approvals-approved").row("#approvals", "Malee").picture("approved-en");
                assertThat(run(site).locked()).isTrue();

                Path csv = directory.resolve("audit.csv");
                desk.tap("#run-csv").type("#save-file", csv.toString()).tap("#save-ok");
                desk.see("#notice-lines", "Saved");
                assertThat(Files.readString(csv)).contains("\"checked\"", "mm=2.5", "good work");
                Path json = directory.resolve("audit.json");
                desk.tap("#run-json").type("#save-file", json.toString()).tap("#save-ok");
                desk.until("it is saved", () -> Files.exists(json));
                desk.see("#notice-lines", "audit.json");
                assertThat(Files.readString(json)).contains("\"old_answers\"");
            }
        }
    }

    @Test
    void SOP_5_the_photo_of_a_step_is_seen_before_a_run_is_approved() throws Exception {
        Path file = directory.resolve("hide.png");
        ImageIO.write(
                new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        byte[] photo = Files.readAllBytes(file);
        Sop sop =
                SopJson.read(
                        """
                        {"code":"LOOK","version":1,"titles":{"en":"Look"},"operations":["Cut"],
                         "tasks":[{"titles":{"en":"Look"},"steps":[
                          {"key":"look","texts":{"en":"Look the hide over"},"items":[
                           {"key":"photo","labels":{"en":"Photo"},"ask":"photo",
                            "required":true,"safety":false}]}]}]}
                        """
                                .getBytes(StandardCharsets.UTF_8));
        try (DeskSite site = DeskSite.empty(directory.resolve("site"), "en")) {
            String name = site.console().keepPicture(photo).name();
            site.console().confirm(sop);
            site.work(
                    new StationCode("BENCH-9"),
                    run -> {
                        EventId id = run.record(new RunCommand.StartRun(WORKER, "LOOK", null));
                        String answer = PictureName.answer("hide.png", name);
                        run.record(
                                new RunCommand.CheckStep(
                                        WORKER, id, "look", Map.of("photo", answer)));
                    });
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("approvals")) {
                desk.row("#approvals", "Look").see("#run-step-1", "Photo: hide.png");
                desk.until(
                        "the photo is there",
                        () ->
                                ((ImageView) desk.find("#run-photo").orElseThrow()).getImage()
                                        != null);
                desk.picture("approvals-photo");
            }
        }
    }

    @Test
    void SOP_4_session_004_a_step_is_overridden_with_a_reason_and_both_are_in_the_audit()
            throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en")) {
            completed(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("approvals")) {
                desk.row("#approvals", "Shoulder straps").see("#run-step-1");
                desk.tap("#run-override").choose("#override-question", "1. Blade gap");
                desk.type("#override-answer", "1.4").tap("#override-ok");
                desk.see("#override-reason-wrong", "Say why");
                desk.type("#override-reason", "gauge was off").picture("override-en");
                desk.tap("#override-ok").see("#notice-lines", "overridden");
                desk.see("#run-step-1", "1.4 mm").row("#run-audit", "gauge was off");
                desk.row("#run-audit", "1.2 mm");
            }
            assertThat(run(site).results().get("gap").answers()).containsEntry("mm", "1.4");
        }
    }

    @Test
    void SOP_5_what_somebody_else_did_meanwhile_is_shown_and_not_approved_unseen()
            throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en")) {
            completed(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("approvals");
                    DeskDriver other = DeskDriver.open(site, DeskSite.PLANNER).page("approvals")) {
                desk.row("#approvals", "Shoulder straps").tap("#run-approve").see("#approve-ok");
                other.row("#approvals", "Shoulder straps").tap("#run-override");
                other.choose("#override-question", "1. Blade gap").type("#override-answer", "1.1");
                other.type("#override-reason", "read again").tap("#override-ok");
                other.see("#notice-lines", "overridden");

                desk.tap("#approve-ok").see("#notice-lines", "Somebody acted meanwhile");
                desk.see("#notice-lines", "Ploy Srisai").see("#notice-lines", "read again");
                desk.see("#run-step-1", "1.1 mm").picture("approve-stale");
                assertThat(run(site).locked()).isFalse();

                desk.tap("#run-approve").tap("#approve-ok").see("#run-state", "Locked");
            }
        }
    }

    @Test
    void SOP_5_only_those_who_supervise_see_the_page() throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.ADMIN)) {
            desk.gone("#page-approvals");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "he", "ru"})
    void SOP_5_a_run_is_approved_in_the_supervisors_language(String language) throws Exception {
        try (DeskSite site = DeskSite.empty(directory, language)) {
            completed(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("approvals")) {
                desk.row("#approvals", "Malee").see("#run-step-1", "2.5").tap("#run-approve");
                desk.see("#form-approve", "Malee").picture("approvals-" + language);
            }
        }
    }
}
