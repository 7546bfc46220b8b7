package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.sop.WorkSession;
import stint.domain.work.Command;
import stint.domain.work.RunCommand;
import stint.domain.work.StationCommand;
import stint.installer.demo.DemoDay;
import stint.wire.protocol.ExceptionView;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What happened on the floor, set right from the desk (EX-1, EX-2, EV-5, ST-7, OS-7). */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeskFloorTest {

    private static final OperatorCode ARTISAN = new OperatorCode("1003");

    @TempDir private Path directory;

    private final StationCode bench = DemoDay.of(1, LocalDate.EPOCH).stations().getFirst().code();

    /** Somebody signs on, begins to cut, and somebody sews what nobody cut (DP-7). */
    private void work(DeskSite site) throws Exception {
        String ticket =
                String.valueOf(
                        site.server()
                                .picture()
                                .floor()
                                .planning()
                                .order("MO-2025-001")
                                .orElseThrow()
                                .ticket());
        site.work(
                bench,
                new StationCommand.SignOn(ARTISAN, null),
                new Command.Start(ARTISAN, new TaskId(ticket, 1), null, null, null),
                new Command.Complete(ARTISAN, new TaskId(ticket, 2), 3, List.of(), null));
    }

    @Test
    void EX_1_EX_2_EV_5_an_exception_is_acknowledged_and_its_event_corrected() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en")) {
            work(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("exceptions")) {
                desk.row("#exceptions", "DP-7").tap("#exception-correct");
                desk.see("#form-correct", "It counts 3");
                desk.type("#correct-quantity", "2").tap("#correct-ok");
                desk.see("#correct-reason-wrong", "Say why")
                        .type("#correct-reason", "counted again");
                desk.picture("exception-correct").tap("#correct-ok");
                desk.see("#notice-lines", "Corrected");

                desk.until("the third piece is no more", () -> rows(desk) == 2);
                desk.row("#exceptions", "DP-7").tap("#exception-acknowledge");
                desk.type("#note-note", "cut by hand, all there").picture("exception-note");
                desk.tap("#note-ok").see("#notice-lines", "Acknowledged");
                desk.until("one is gone", () -> rows(desk) == 1);
            }
            assertThat(site.console().exceptions())
                    .map(ExceptionView::acknowledged)
                    .filteredOn(Objects::nonNull)
                    .map(ExceptionView.Looked::note)
                    .containsExactly("cut by hand, all there");
        }
    }

    /** On the FX thread. */
    private static int rows(DeskDriver desk) {
        return ((TableView<?>) desk.find("#exceptions").orElseThrow()).getItems().size();
    }

    @Test
    void EX_2_what_somebody_else_acknowledged_meanwhile_is_not_acknowledged_twice()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en")) {
            work(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("exceptions");
                    DeskDriver other = DeskDriver.open(site, DeskSite.PLANNER).page("exceptions")) {
                desk.row("#exceptions", "DP-7").tap("#exception-acknowledge");
                other.row("#exceptions", "DP-7").tap("#exception-acknowledge");
                other.type("#note-note", "first").tap("#note-ok");
                other.see("#notice-lines", "Acknowledged");
                desk.tap("#exceptions-all").see("#exceptions", "first");
                desk.type("#note-note", "second").tap("#note-ok").see("#note-wrong", "first");
            }
        }
    }

    @Test
    void EV_5_what_somebody_else_corrected_meanwhile_is_not_written_over() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en")) {
            work(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("exceptions");
                    DeskDriver other = DeskDriver.open(site, DeskSite.PLANNER).page("exceptions")) {
                desk.row("#exceptions", "DP-7").tap("#exception-correct");
                desk.see("#form-correct", "It counts 3").type("#correct-quantity", "1");
                desk.type("#correct-reason", "one of them was scrap");
                other.row("#exceptions", "DP-7").tap("#exception-correct");
                other.see("#form-correct", "It counts 3").type("#correct-quantity", "2");
                other.type("#correct-reason", "counted again").tap("#correct-ok");
                other.see("#notice-lines", "Corrected");

                desk.tap("#correct-ok").see("#correct-wrong", "Quantity: was 3, is 2.");
                desk.see("#form-correct", "It counts 2").picture("correct-stale");
                desk.tap("#correct-ok").see("#notice-lines", "Corrected");
                desk.row("#exceptions", "DP-7").tap("#exception-correct");
                desk.see("#form-correct", "It counts 1");
            }
        }
    }

    @Test
    void SOP_5_a_guided_run_that_went_on_meanwhile_is_not_cancelled_unseen() throws Exception {
        OperatorCode worker = new OperatorCode(DeskSite.OPERATOR);
        try (DeskSite site = DeskSite.empty(directory, "en")) {
            site.console().confirm(SopSamples.strap(4));
            StationCode guided = new StationCode("BENCH-9");
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR)) {
                site.work(
                        guided,
                        run -> {
                            EventId id =
                                    run.record(new RunCommand.StartRun(worker, "MAKE-STRAP", null));
                            run.sync();
                            desk.page("sessions").row("#guided", "Shoulder straps");
                            desk.tap("#sessions-cancel-run").type("#why-reason", "left it");
                            run.record(new RunCommand.PauseRun(worker, id, "lunch"));
                        });
                desk.tap("#why-ok").see("#why-wrong", "Pauses: was 0, is 1.").picture("run-stale");
                assertThat(run(site, worker).open()).isTrue();

                desk.tap("#why-cancel").row("#guided", "Shoulder straps");
                desk.tap("#sessions-cancel-run").type("#why-reason", "left it").tap("#why-ok");
                desk.see("#notice-lines", "Done");
                assertThat(run(site, worker).open()).isFalse();
            }
        }
    }

    private static WorkSession run(DeskSite site, OperatorCode worker) {
        return site.server().picture().floor().sops().of(worker).getFirst();
    }

    @Test
    void ST_7_OS_7_open_sessions_are_closed_and_cancelled_with_a_reason() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en")) {
            work(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("sessions")) {
                desk.row("#work", "Machine sew").row("#stations", bench.value());
                desk.picture("sessions-en").tap("#sessions-close").tap("#why-ok");
                desk.see("#why-reason-wrong", "Say why");
                desk.type("#why-reason", "went home").tap("#why-ok").see("#notice-lines", "Done");
                desk.until(
                        "it is closed",
                        () ->
                                desk.find("#stations")
                                        .map(table -> ((TableView<?>) table).getItems().isEmpty())
                                        .orElse(false));

                desk.row("#work", "Machine sew").tap("#sessions-cancel-task");
                desk.type("#why-reason", "wrong canvas").tap("#why-ok");
                desk.until(
                        "nobody works on it",
                        () ->
                                !String.join("", DeskDriver.words(desk.find("#work").orElseThrow()))
                                        .contains("Machine sew"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void EX_2_ST_7_the_floor_is_shown_in_the_supervisors_language(String language)
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, language)) {
            work(site);
            try (DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR).page("exceptions")) {
                desk.row("#exceptions", "DP-7").tap("#exception-acknowledge");
                desk.see("#form-note").picture("exceptions-" + language);
                desk.page("sessions").row("#stations", bench.value());
                desk.tap("#sessions-close").picture("sessions-" + language);
            }
        }
    }
}
