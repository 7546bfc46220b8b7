package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.sop.PictureName;
import stint.domain.sop.Sop;
import stint.domain.sop.SopLine;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.work.RunCommand;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/** SOPs are written, confirmed and deleted at the desk (SOP-1, SOP-6). */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeskSopTest {

    private static final int MANY = 60;

    @TempDir private Path directory;

    private static DeskDriver open(DeskSite site, String who) throws Exception {
        return DeskDriver.open(site, who).page("sop");
    }

    private static DeskDriver look(DeskDriver desk, String title) throws Exception {
        return desk.row("#sops", title).press(KeyCode.ENTER).see("#sop-steps");
    }

    /** With the focus in the list of steps, as after a Tab; by index, 0 is the beginning. */
    private static DeskDriver step(DeskDriver desk, int row) throws Exception {
        desk.see("#sop-steps");
        DeskDriver.onFx(() -> {
            ListView<?> list = (ListView<?>) desk.find("#sop-steps").orElseThrow();
            list.getSelectionModel().clearAndSelect(row);
            list.requestFocus();
            return true;
        });
        return desk;
    }

    @Test
    void SOP_1_session_001_a_draft_is_written_confirmed_and_changed_as_the_next_version()
            throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en");
                DeskDriver desk = open(site, DeskSite.PLANNER)) {
            desk.tap("#sop-create").tap("#step-add").tap("#item-add");
            desk.choose("#item-0-ask", "Number").type("#item-0-min", "2").type("#item-0-max", "1");
            desk.tap("#sop-confirm").see("#notice-lines", "5 things are wrong");
            desk.see("#sop-wrong-code", "A code of").see("#sop-wrong-titles", "Title required");
            step(desk, 1).see("#step-wrong-1-texts", "Say what to do");
            desk.see("#step-wrong0-labels", "Say what is asked");
            desk.see("#step-wrong0-limits", "above the greatest").picture("sop-refused");

            desk.type("#step-text-en", "Measure the gap").type("#item-0-label-en", "Gap");
            desk.type("#item-0-min", "0.5").type("#item-0-max", "1,5").type("#item-0-unit", "mm");
            desk.see("#preview", "Measure the gap").see("#preview", "0.5 … 1,5 mm");
            desk.see("#step-text-th-name", "missing");
            step(desk, 0).type("#sop-code", "GAP").type("#sop-title-en", "Gap of the blade");
            desk.type("#sop-operations", "Cutting, Sewing").shortcut(KeyCode.S);
            desk.see("#notice-lines", "the draft is saved").see("#sop-state", "Draft of version 1");
            assertThat(site.server().picture().floor().sops().confirmed("GAP")).isEmpty();

            desk.tap("#sop-confirm").see("#form-sop-ask", "Gap of the blade").tap("#sop-ask-ok");
            desk.see("#notice-lines", "is confirmed").see("#sop-state", "Version 1, confirmed");
            Sop first = site.server().picture().floor().sops().confirmed("GAP").orElseThrow();
            assertThat(first.operations()).containsExactly("Cutting", "Sewing");
            StepItem item = first.steps().getFirst().items().getFirst();
            assertThat(item.max()).isEqualTo(new BigDecimal("1.5"));
            assertThat(item.unit()).isEqualTo("mm");

            step(desk, 1);
            desk.until(
                    "nothing can be changed",
                    () -> desk.find("#step-add").orElseThrow().isDisabled());
            desk.tap("#sop-next").see("#sop-state", "version 2");
            step(desk, 1).type("#step-text-en", "Measure twice").tap("#sop-confirm");
            desk.tap("#sop-ask-ok").see("#sop-state", "Version 2, confirmed");
        }
    }

    @Test
    void SOP_1_steps_are_added_moved_doubled_and_removed_with_the_keyboard_alone()
            throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en")) {
            site.console().confirm(SopSamples.strap(MANY));
            try (DeskDriver desk = look(open(site, DeskSite.PLANNER), "Shoulder")) {
                desk.tap("#sop-next").see("#sop-state", "version 2");
                step(desk, 3).shortcut(KeyCode.DOWN).see("#step-text-en", "strap 3");
                step(desk, 5).shortcut(KeyCode.D);
                step(desk, 8).press(KeyCode.DELETE);
                step(desk, 9).press(KeyCode.DELETE).see("#preview", "of 59");
                step(desk, 9).shortcut(KeyCode.Z).see("#preview", "of 60");
                step(desk, 38).picture("sop-60");
                desk.tap("#sop-save").see("#notice-lines", "the draft is saved");
                List<String> keys =
                        site
                                .server()
                                .picture()
                                .floor()
                                .sops()
                                .line("MAKE-STRAP")
                                .map(SopLine::draft)
                                .orElseThrow()
                                .steps()
                                .stream()
                                .map(Step::key)
                                .toList();
                assertThat(keys).hasSize(MANY).startsWith("gap", "s2", "s4", "s3", "s5", "s61");
            }
        }
    }

    @Test
    void SOP_1_a_picture_is_brought_to_the_server_and_seen_before_the_operator_sees_it()
            throws Exception {
        Path file = directory.resolve("blade.png");
        BufferedImage drawn = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        drawn.createGraphics().fillRect(20, 40, 200, 60);
        ImageIO.write(drawn, "png", file.toFile());
        String name = PictureName.of(Files.readAllBytes(file)).orElseThrow();
        Path words = Files.writeString(directory.resolve("words.txt"), "no picture");
        try (DeskSite site = DeskSite.empty(directory.resolve("site"), "en")) {
            site.console().confirm(SopSamples.strap(3));
            try (DeskDriver desk = look(open(site, DeskSite.PLANNER), "Shoulder")) {
                desk.tap("#sop-next");
                step(desk, 2).type("#step-picture", words.toString()).press(KeyCode.ENTER);
                desk.see("#step-wrong-1-picture", "is no picture");
                desk.type("#step-picture", file.toString()).press(KeyCode.ENTER);
                desk.see("#preview-picture").picture("sop-picture");
                desk.tap("#sop-save").see("#notice-lines", "the draft is saved");
            }
            assertThat(site.server().picture().floor().sops().line("MAKE-STRAP"))
                    .map(SopLine::draft)
                    .hasValueSatisfying(
                            sop -> assertThat(sop.steps().get(1).picture()).isEqualTo(name));
            assertThat(site.console().get("/api/v1/pictures/" + name))
                    .isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void SOP_6_session_006_an_sop_with_open_runs_is_not_deleted_and_they_are_listed()
            throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en")) {
            site.console().confirm(SopSamples.strap(3));
            OperatorCode worker = new OperatorCode(DeskSite.OPERATOR);
            site.work(
                    new StationCode("BENCH-9"),
                    new RunCommand.StartRun(worker, "MAKE-STRAP", null));
            try (DeskDriver desk = look(open(site, DeskSite.PLANNER), "Shoulder")) {
                desk.tap("#sop-delete").see("#form-sop-ask", "Shoulder").tap("#sop-ask-ok");
                desk.see("#notice-lines", "somebody works by it");
                desk.see("#notice-lines", "Malee Thong works by it at BENCH-9, since");
                desk.picture("sop-open-runs");
                site.work(
                        new StationCode("BENCH-8"),
                        new RunCommand.CancelRun(
                                worker,
                                site.server().picture().floor().sops().of(worker).getFirst().id(),
                                "wrong bag"));
                desk.tap("#sop-delete").tap("#sop-ask-ok").see("#notice-lines", "is deleted");
                desk.until(
                        "it is gone",
                        () ->
                                desk.find("#sops")
                                        .map(table -> ((TableView<?>) table).getItems().isEmpty())
                                        .orElse(false));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "he", "ru"})
    void SOP_6_who_works_by_it_is_said_in_the_planners_language(String language) throws Exception {
        String word =
                Map.of("th", "กำลังทำตามนี้ที่", "he", "לפיו בעמדה", "ru", "работает по ней")
                        .get(language);
        try (DeskSite site = DeskSite.empty(directory, language)) {
            site.console().confirm(SopSamples.strap(3));
            site.work(
                    new StationCode("BENCH-9"),
                    new RunCommand.StartRun(
                            new OperatorCode(DeskSite.OPERATOR), "MAKE-STRAP", null));
            try (DeskDriver desk = look(open(site, DeskSite.PLANNER), "MAKE-STRAP")) {
                desk.tap("#sop-delete").tap("#sop-ask-ok").see("#notice-lines", word);
                desk.picture("sop-open-runs-" + language);
            }
        }
    }

    @Test
    void SOP_1_what_another_planner_saved_meanwhile_is_shown_and_not_written_over()
            throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en")) {
            site.console().confirm(SopSamples.strap(3));
            try (DeskDriver desk = look(open(site, DeskSite.PLANNER), "Shoulder");
                    DeskDriver other = look(open(site, DeskSite.ADMIN), "Shoulder")) {
                step(desk.tap("#sop-next"), 2).type("#step-text-en", "Mine");
                step(other.tap("#sop-next"), 2).type("#step-text-en", "Theirs");
                other.tap("#sop-save").see("#notice-lines", "the draft is saved");

                desk.tap("#sop-save").see("#notice-lines", "Step 2 is changed: Theirs");
                desk.see("#sop-stale", "Show theirs").picture("sop-stale");
                desk.tap("#sop-theirs");
                step(desk, 2).see("#step-text-en", "Theirs");
            }
        }
    }

    @Test
    void SOP_1_supervisors_do_not_see_the_page() throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR)) {
            desk.gone("#page-sop");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void SOP_1_sops_are_written_in_the_planners_language(String language) throws Exception {
        try (DeskSite site = DeskSite.empty(directory, language)) {
            site.console().confirm(SopSamples.strap(MANY));
            try (DeskDriver desk = open(site, DeskSite.PLANNER).row("#sops", "MAKE-STRAP")) {
                desk.picture("sops-" + language).press(KeyCode.ENTER).tap("#sop-next");
                step(desk, 1).see("#item-0-min").picture("sop-" + language);
            }
        }
    }
}
