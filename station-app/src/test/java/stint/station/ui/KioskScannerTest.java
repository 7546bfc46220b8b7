package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.TaskId;
import stint.domain.work.Session;
import stint.station.ui.kit.Order;

import java.nio.file.Path;
import java.util.Locale;

/** A day with nothing but a scanner and the printed sheet. */
class KioskScannerTest {

    @TempDir Path directory;
    private KioskDriver kiosk;

    @BeforeEach
    void open() throws Exception {
        kiosk = KioskDriver.open(directory, Locale.ENGLISH);
        kiosk.size(1280, 800);
    }

    @AfterEach
    void close() throws Exception {
        kiosk.close();
    }

    private void openHouse() throws Exception {
        kiosk.close();
        kiosk = House.open(directory.resolve("house"));
    }

    private KioskDriver digits(String number) throws Exception {
        for (int index = 0; index < number.length(); index++) {
            kiosk.scan(new Order.Digit(number.charAt(index) - '0').code());
        }
        return kiosk;
    }

    private KioskDriver order(Order order) throws Exception {
        return kiosk.scan(order.code());
    }

    private Session session(TaskId task) {
        return kiosk.task(task).sessions().getLast();
    }

    @Test
    void UX_a_whole_day_by_scanner_alone() throws Exception {
        openHouse();
        kiosk.see("#login").scan(Floorplan.ANN.value()).see("#code", "Ann Lee");
        digits(Floorplan.PIN);
        order(Order.Act.OK).see("#seat-BENCH-1").scan(Floorplan.BENCH.value()).see("#item-guard");
        digits("2");
        digits("3").see("#pad");
        digits("4");
        order(Order.Act.OK).gone("#pad");
        order(Order.Act.OK).see("#endShift");
        order(Order.Act.SETUP).see("#status", "Setup");
        order(Order.Act.STATION).see("#stationGood");
        order(Order.Act.STOP).see("#stop-blade");
        order(new Order.Reason("blade")).see("#status", "Stopped");
        order(Order.Act.BACK).see(".card").scan(Floorplan.CUT.toString()).see("#step");
        order(Order.Act.START).see("#hold");
        digits("12").see("#typed", "12");
        order(Order.Act.COMPLETE).see("#message", "12 good");
        order(Order.Act.HOLD).see("#options");
        order(new Order.Reason("break")).see("#state", "Break");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Paused.class);
        order(Order.Act.RESUME).see("#hold");
        order(Order.Act.SCRAP).see("#reasons");
        digits("2");
        order(new Order.Reason("seam"));
        order(Order.Act.SCRAP).see("#message", "2 scrap");
        digits("5");
        order(Order.Act.COMPLETE).see("#message", "5 good");
        order(Order.Act.UNDO).see("#message", "Taken back").see("#good", "12");

        order(Order.Act.BACK).see(".card").scan(Floorplan.SEW.toString()).see("#step", "Sewing");
        order(Order.Act.START).see("#second-switch");
        digits("2").see("#pieces");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Paused.class);
        kiosk.scan("SN001").see("#good", "1");
        kiosk.scan("SN002").see("#good", "2");
        order(Order.Act.SHIFT).see("#shift-end");
        order(Order.Act.OK).see("#item-swept");
        digits("12");
        order(Order.Act.OK).see("#login").see("#message", "Shift ended");
        assertThat(kiosk.task(Floorplan.CUT).good()).isEqualTo(12);
        assertThat(kiosk.task(Floorplan.CUT).scrap()).isEqualTo(2);
        assertThat(kiosk.task(Floorplan.SEW).good()).isEqualTo(2);
        assertThat(session(Floorplan.SEW)).isInstanceOf(Session.Paused.class);
    }

    @Test
    void UX_a_scan_that_a_busy_machine_tears_is_whole_again() throws Exception {
        kiosk.see("#login").tornScan(Floorplan.ANN.value()).see("#code", "Ann Lee (W-0007)");
        kiosk.type(Floorplan.PIN).press(KeyCode.ENTER).see("#endShift").open(Floorplan.SEW);
        kiosk.tap("#primary").see("#pieces").tornScan("SN001").see("#good", "1");
        assertThat(kiosk.text("#typed")).isEqualTo("Scan a piece, or tap below");
    }

    @Test
    void EV_2_pieces_scanned_faster_than_they_are_recorded_are_all_recorded() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.SEW).tap("#primary").see("#pieces");
        kiosk.scanAll("SN001", "SN002", "SN002", "SN003").see("#good", "3");
        assertThat(kiosk.find("#problem")).isEmpty();
    }

    @Test
    void EV_2_pieces_scanned_after_one_that_is_refused_are_named() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.SEW).tap("#primary").see("#pieces");
        kiosk.scanAll("SN001", "SN999", "SN003").see("#problem", "SN999");
        kiosk.see("#message", "Scan again: SN003");
        assertThat(kiosk.task(Floorplan.SEW).good()).isEqualTo(1);
    }

    @Test
    void EV_5_undo_asked_while_a_piece_is_recorded_takes_that_piece_back() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.SEW).tap("#primary").see("#pieces");
        kiosk.scan("SN001").see("#good", "1").see("#undo", "s)");
        kiosk.scanAll("SN002", "STINT-UNDO").see("#message", "Taken back").see("#good", "1");
        kiosk.scan("SN002").see("#good", "2");
    }

    @Test
    void EV_2_a_number_typed_while_another_is_recorded_stays() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").keys("4");
        kiosk.tapThenKeys("#primary", "3").see("#message", "4 good").see("#typed", "3");
        kiosk.tap("#primary").see("#message", "3 good").see("#good", "7");
        assertThat(kiosk.text("#typed")).doesNotContain("3");
    }

    @Test
    void PR_4_an_override_is_given_by_scanner_alone() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT);
        order(Order.Act.START).see("#hold");
        digits("25");
        order(Order.Act.COMPLETE).see("#sign").scan(Floorplan.SUPERVISOR.value());
        order(new Order.Reason("more"));
        digits(Floorplan.PIN);
        order(Order.Act.OK).see("#message", "25 good");
    }

    @Test
    void anOrderIsReadInAnyCaseAndNothingElseIsOne() {
        for (Order.Act act : Order.Act.values()) {
            assertThat(Order.of(act.code().toLowerCase(Locale.ROOT))).contains(act);
        }
        assertThat(Order.of("STINT-7")).contains(new Order.Digit(7));
        assertThat(Order.of("STINT-WHY-bad seam")).contains(new Order.Reason("bad seam"));
        assertThat(Order.of("STINT-")).isEmpty();
        assertThat(Order.of("STINT-77")).isEmpty();
        assertThat(Order.of("W-0007")).isEmpty();
    }
}
