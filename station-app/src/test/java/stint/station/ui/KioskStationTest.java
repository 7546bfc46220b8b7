package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationStatus;
import stint.domain.event.TaskId;
import stint.domain.plan.Checklist;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.station.StationSession;
import stint.domain.station.StatusSpan;
import stint.domain.work.Command;
import stint.domain.work.Session;
import stint.domain.work.StationCommand;
import stint.station.ui.kit.Cues;
import stint.station.ui.kit.KioskMemory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** DOMAIN §8 at the bench: signing on, checklists, what the station does, coming back. */
class KioskStationTest {

    private final HandClocks clocks = new HandClocks(Instant.parse("2025-11-03T01:00:00Z"));

    @TempDir Path directory;
    private KioskDriver kiosk;

    private void open(List<PlanFact> more, boolean badgeOnly) throws Exception {
        kiosk =
                KioskDriver.open(
                        directory,
                        new KioskOptions(
                                Locale.ENGLISH,
                                KioskDriver.ZONE,
                                false,
                                96,
                                clocks,
                                KioskMemory.untilTheEnd(),
                                Cues.SILENT,
                                badgeOnly),
                        more);
        kiosk.size(1280, 800);
    }

    private void openPlain() throws Exception {
        open(List.of(), false);
    }

    private void openHouse() throws Exception {
        open(House.facts(), false);
    }

    @AfterEach
    void close() throws Exception {
        kiosk.close();
    }

    private StationSession seat(OperatorCode who) {
        return kiosk.core()
                .state()
                .floor()
                .stationSessions()
                .latest(who, Floorplan.BENCH)
                .orElseThrow();
    }

    private Session session(TaskId task) {
        return kiosk.task(task).sessions().getLast();
    }

    /** Puk comes in: for them the bench is one station, with checklists. */
    private void pukComesIn() throws Exception {
        kiosk.prove(House.PUK).see("#item-guard").tap("#item-guard").tap("#item-oil");
        kiosk.see("#typed").keys("3.5").tap("#done").gone("#typed").tap("#done").see("#endShift");
    }

    @Test
    void ST_1_at_a_bench_that_is_one_station_logging_in_is_all_there_is() throws Exception {
        openPlain();
        kiosk.prove(Floorplan.ANN).see("#endShift").see("#status", "Stopped");

        assertThat(seat(Floorplan.ANN).station()).isEqualTo(Floorplan.BENCH);
        assertThat(seat(Floorplan.ANN).open()).isTrue();
        kiosk.tap("#logout").see("#person-" + Floorplan.ANN);
        assertThat(seat(Floorplan.ANN).open()).as("others may come; she stays").isTrue();
        kiosk.prove(Floorplan.ANN).see("#endShift");
        assertThat(kiosk.core().state().floor().stationSessions().at(Floorplan.BENCH)).hasSize(1);
    }

    @Test
    void ST_1_where_one_bench_serves_several_stations_the_worker_chooses() throws Exception {
        openHouse();
        kiosk.prove(Floorplan.ANN).see("#seat-BENCH-1").tap("#seat-LASER-1").see("#endShift");
        kiosk.see("#status", "LASER-1");

        assertThat(seat(Floorplan.ANN).station()).isEqualTo(House.LASER);
        kiosk.tap("#status").tap("#leave").see("#login").see("#message", "left the station");
        assertThat(seat(Floorplan.ANN).open()).isFalse();
        kiosk.prove(Floorplan.ANN).see("#seat-LASER-1").scan("SAW-9").see("#message", "SAW-9");
        kiosk.press(KeyCode.ENTER).see("#endShift").see("#status", "LASER-1");
    }

    @Test
    void ST_1_whoever_may_not_use_a_station_is_not_asked_about_it() throws Exception {
        openHouse();
        kiosk.prove(House.PUK).see("#item-guard").gone("#seat-LASER-1");
    }

    @Test
    void ST_1_whom_no_station_here_admits_is_told_so() throws Exception {
        Station annsOwn =
                new Station(
                        Floorplan.BENCH,
                        SecondStartPolicy.SWITCH,
                        null,
                        Checklist.NONE,
                        Checklist.NONE,
                        List.of(Floorplan.ANN),
                        null);
        open(List.of(new PlanFact.StationRegistered(annsOwn)), false);
        kiosk.prove(Floorplan.NAM).see("#endShift").see("#message", "หัวหน้างาน");
        kiosk.open(Floorplan.CUT).tap("#primary").see("#problem", "NOT_ALLOWED");
    }

    @Test
    void ST_2_work_waits_for_the_opening_checklist() throws Exception {
        openHouse();
        kiosk.prove(House.PUK).see("#item-oil").tap("#done").see("#problem");
        kiosk.tap("#item-oil").see("#typed").keys("3.5").tap("#done").gone("#typed");
        kiosk.tap("#back").see(".card").open(Floorplan.CUT).tap("#primary");
        kiosk.see("#message", "CHECKLIST_DUE").see("#item-oil");
        assertThat(seat(House.PUK).opening()).isNull();

        kiosk.tap("#item-oil").see("#typed").keys("3.5").tap("#done").gone("#typed");
        kiosk.tap("#item-guard").tap("#item-guard").tap("#item-guard");
        kiosk.tap("#item-remark").see("#keyboard").tap("#letters").keys("OK-2").tap("#done");
        kiosk.gone("#keyboard");
        kiosk.tap("#done").see("#endShift");
        assertThat(seat(House.PUK).opening().answers())
                .isEqualTo(Map.of("guard", "yes", "oil", "3.5", "remark", "OK-2"));
        kiosk.open(Floorplan.CUT).tap("#primary").see("#hold");
    }

    @Test
    void ST_2_what_is_no_number_is_not_taken() throws Exception {
        openHouse();
        kiosk.prove(House.PUK).see("#item-oil").type("3").see("#typed").type("1.2.3");
        kiosk.press(KeyCode.ENTER).gone("#typed").see("#problem", "CHECKLIST_INCOMPLETE");
        kiosk.tap("#item-guard").tap("#done").see("#problem");
        assertThat(seat(House.PUK).opening()).isNull();
    }

    @Test
    void ST_2_the_end_of_the_shift_goes_over_the_closing_checklist() throws Exception {
        openHouse();
        pukComesIn();
        kiosk.open(Floorplan.CUT).tap("#primary").see("#hold").press(KeyCode.F12);
        kiosk.see("#shift-end").tap("#shift-end").see("#item-swept");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Paused.class);
        assertThat(seat(House.PUK).open()).isTrue();

        kiosk.type("12").press(KeyCode.ENTER).see("#login").see("#message");
        assertThat(seat(House.PUK).end().cause()).isEqualTo(StationSession.Cause.SIGNED_OFF);
        assertThat(seat(House.PUK).closing().answers()).hasSize(2);
    }

    @Test
    void ST_3_the_status_follows_the_work_and_is_set_by_one_tap() throws Exception {
        openPlain();
        kiosk.login(Floorplan.ANN).see("#status", "Stopped").tap("#status");
        clocks.advance(Duration.ofMinutes(10));
        kiosk.tap("#status-setup").see("#status", "Setup").see("#message", "Setup").tap("#back");
        kiosk.open(Floorplan.CUT).tap("#primary").see("#hold").see("#status", "Setup");
        kiosk.keys("4").tap("#primary").see("#status", "Production");
        clocks.advance(Duration.ofMinutes(30));
        kiosk.tap("#hold").tap("#hold-material").see("#status", "Stopped").tap("#status");
        kiosk.see("#stationGood", "4").see("#rows .what", "Stopped");

        assertThat(seat(Floorplan.ANN).timeline())
                .extracting(StatusSpan::status)
                .containsExactly(
                        StationStatus.STOPPED,
                        StationStatus.SETUP,
                        StationStatus.PRODUCTION,
                        StationStatus.STOPPED);
        assertThat(seat(Floorplan.ANN).timeline().getLast().reason()).isEqualTo("material");
    }

    @Test
    void ST_3_why_it_stops_is_asked_and_may_be_told_in_words() throws Exception {
        openHouse();
        pukComesIn();
        kiosk.scan("STINT-STOP").see("#stop-blade").scan("STINT-WHY-blade").see("#status");
        kiosk.until(
                "the blade is why",
                () -> "blade".equals(seat(House.PUK).timeline().getLast().reason()));
        kiosk.press(KeyCode.F6).see("#note").tap("#note").see("#keyboard").type("no-spare");
        kiosk.press(KeyCode.ENTER).gone("#keyboard");
        kiosk.until(
                "it is noted",
                () -> "no-spare".equals(seat(House.PUK).timeline().getLast().note()));
        assertThat(seat(House.PUK).timeline().getLast().reason()).isEqualTo("blade");

        kiosk.tap("#undo").see("#message");
        kiosk.until("that never was", () -> seat(House.PUK).timeline().getLast().note() == null);
    }

    @Test
    void ST_6_whoever_comes_back_goes_on_by_one_tap() throws Exception {
        openPlain();
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").keys("7");
        kiosk.tap("#primary").see("#message", "7 good");
        kiosk.core().beat().toCompletableFuture().join();
        clocks.advance(Duration.ofMinutes(20));
        kiosk.core().beat().toCompletableFuture().join();
        kiosk.see("#login").see("#message", "was off from 08:00");
        assertThat(seat(Floorplan.ANN).abandoned()).isTrue();

        // Nobody has touched it for so long that it may go idle at any moment.
        kiosk.press(KeyCode.ESCAPE).gone("#coverTitle");
        kiosk.prove(Floorplan.ANN)
                .see("#lines .label", "08:00")
                .see(".options .primary", "Cutting");
        kiosk.tap(".options .primary").see("#step", "Cutting").see("#hold").see("#good", "7");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Active.class);
        kiosk.see("#status", "Production");
    }

    @Test
    void ST_6_work_that_goes_on_is_where_one_is_led() throws Exception {
        openPlain();
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold");
        kiosk.press(KeyCode.F11).see("#login");
        kiosk.prove(Floorplan.ANN).see("#step", "Cutting").see("#hold");
    }

    @Test
    void ST_6_a_ticket_in_the_hand_is_an_answer_too() throws Exception {
        openPlain();
        kiosk.record(new Command.Start(Floorplan.ANN, Floorplan.CUT, null, null, null));
        kiosk.record(new Command.Hold(Floorplan.ANN, Floorplan.CUT, "break"));
        kiosk.prove(Floorplan.ANN)
                .see(".options .primary", "Cutting")
                .scan(Floorplan.SEW.toString());
        kiosk.see("#step", "Sewing");
    }

    @Test
    void ST_7_whom_a_supervisor_signed_off_is_put_out() throws Exception {
        openPlain();
        kiosk.login(Floorplan.ANN);
        kiosk.record(
                new StationCommand.CloseSessions(
                        Floorplan.SUPERVISOR, List.of(seat(Floorplan.ANN).id()), "went home"));
        kiosk.see("#login").see("#message", "supervisor");
    }

    @Test
    void ST_1_several_are_signed_on_and_a_badge_changes_hands() throws Exception {
        openPlain();
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold");
        kiosk.scan(Floorplan.NAM.value()).see("#login").see("#code", "น้ำฝน").keys(Floorplan.PIN);
        kiosk.tap("#login").see("#endShift").open(Floorplan.CUT);
        kiosk.tap("#primary").see("#hold").keys("3").tap("#primary").see("#good", "3");

        assertThat(kiosk.core().state().floor().stationSessions().open(Floorplan.BENCH))
                .extracting(StationSession::operator)
                .containsExactly(Floorplan.ANN, Floorplan.NAM);
        assertThat(seat(Floorplan.NAM).counters().good()).isEqualTo(3);
        assertThat(seat(Floorplan.ANN).counters().good()).isZero();
        assertThat(kiosk.task(Floorplan.CUT).sessions())
                .allMatch(each -> each instanceof Session.Active);
    }

    @Test
    void ST_1_a_badge_alone_is_enough_where_the_site_says_so() throws Exception {
        open(List.of(), true);
        kiosk.see("#login").scan(Floorplan.ANN.value()).see("#endShift").see("#person", "Ann Lee");
        kiosk.open(Floorplan.CUT).scan(Floorplan.NAM.value()).see("#person", "น้ำฝน");
        kiosk.scan(Floorplan.SUPERVISOR.value()).see("#login").see("#code", "Somchai");
        kiosk.press(KeyCode.ESCAPE).type(Floorplan.ANN.value()).press(KeyCode.ENTER);
        kiosk.see("#code", "Ann Lee").see("#login");
    }

    @Test
    void ST_1_an_unknown_number_creates_the_job_where_the_site_allows_it() throws Exception {
        openHouse();
        pukComesIn();
        kiosk.scan("R-4711").see("#pad").keys("3").tap("#done").see("#step", "Repair");
        kiosk.tap("#primary").see("#hold").keys("3").tap("#primary").see("#good", "3");

        assertThat(kiosk.task(new TaskId("R-4711", 1)).good()).isEqualTo(3);
        kiosk.tap("#back").see(".card").tap("#search").see("#keyboard").keys("R-4713");
        kiosk.tap("#done").gone("#keyboard").see("#pad").keys("2").tap("#done");
        kiosk.see("#subheading", "R-4713");
        kiosk.tap("#back").see(".card").type("R-4712").press(KeyCode.ENTER).see("#pad").type("0");
        kiosk.press(KeyCode.ENTER).see("#problem", "QTY_INVALID");
    }

    @Test
    void ST_1_elsewhere_an_unknown_number_is_said_to_be_unknown() throws Exception {
        openPlain();
        kiosk.login(Floorplan.ANN).scan("R-4711").see("#problem", "CODE_UNKNOWN");
    }
}
