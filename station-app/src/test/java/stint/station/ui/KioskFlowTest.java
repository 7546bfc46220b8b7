package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.event.TaskId;
import stint.domain.work.Command;
import stint.domain.work.Session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a person does at the kiosk, on a real core. */
class KioskFlowTest {

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

    private Session session(TaskId task) {
        return kiosk.task(task).sessions().getLast();
    }

    private long unsent() {
        return kiosk.core().state().sync().unsent();
    }

    @Test
    void ST_1_a_wrong_PIN_says_so_and_the_right_one_opens_the_queue() throws Exception {
        kiosk.tap("#person-" + Floorplan.ANN).keys("111222").tap("#login");
        kiosk.see("#problem", "LOGIN_WRONG").keys(Floorplan.PIN).tap("#login");
        kiosk.see("#endShift").see("#person", "Ann Lee");
    }

    @Test
    void UX_a_badge_is_scanned_and_the_PIN_is_typed() throws Exception {
        kiosk.see("#login").scan(Floorplan.ANN.value()).see("#code", "Ann Lee");
        kiosk.type(Floorplan.PIN).press(KeyCode.ENTER).see("#endShift");
    }

    @Test
    void UX_the_texts_are_the_operators_own_from_login_on() throws Exception {
        kiosk.login(Floorplan.NAM).see("#endShift", "เลิกกะ");
    }

    @Test
    void OS_start_complete_hold_resume_end() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Active.class);
        kiosk.keys("12").tap("#primary").see("#message", "12 good").see("#good", "12");
        assertThat(kiosk.task(Floorplan.CUT).good()).isEqualTo(12);
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Active.class);
        kiosk.tap("#hold").tap("#hold-break").see("#state", "Break").gone("#hold");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Paused.class);
        kiosk.tap("#primary").see("#hold").tap("#end").see("#state", "not started");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Completed.class);
    }

    @Test
    void EV_2_a_double_tap_is_one_event() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").keys("5");
        KioskDriver.onFx(() -> {
            Button primary = (Button) kiosk.find("#primary").orElseThrow();
            primary.fire();
            primary.fire();
            return true;
        });
        kiosk.see("#message", "5 good");
        assertThat(kiosk.task(Floorplan.CUT).good()).isEqualTo(5);
    }

    @Test
    void EV_5_undo_takes_the_last_event_back() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").keys("5");
        kiosk.tap("#primary").see("#message", "5 good").see("#undo", "s)").tap("#undo");
        kiosk.see("#message", "Taken back").see("#good", "0").gone("#undo");
        assertThat(kiosk.task(Floorplan.CUT).good()).isZero();
    }

    @Test
    void PR_4_beyond_tolerance_a_supervisor_may_allow_it_on_the_spot() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").keys("25");
        kiosk.tap("#primary").see("#text", "Still allowed: 21").tap("#sign");
        kiosk.tap("#reasons .reason").tap("#reason-" + Floorplan.SUPERVISOR).keys(Floorplan.PIN);
        kiosk.tap("#allow").see("#message", "25 good");
        assertThat(kiosk.task(Floorplan.CUT).good()).isEqualTo(25);
        assertThat(kiosk.task(Floorplan.CUT).exceptions()).isEmpty();
    }

    @Test
    void PR_4_who_is_no_supervisor_allows_nothing() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").keys("25");
        kiosk.tap("#primary").tap("#sign").tap("#reasons .reason").scan(Floorplan.NAM.value());
        kiosk.keys(Floorplan.PIN).tap("#allow").see("#problem", "NOT_ALLOWED").tap("#back");
        assertThat(kiosk.task(Floorplan.CUT).good()).isZero();
    }

    @Test
    void OS_8_a_second_start_asks_and_holds_the_first() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").tap("#back");
        kiosk.open(Floorplan.SEW).tap("#primary").see("#second-switch", "Sewing");
        kiosk.press(KeyCode.ESCAPE).gone("#second-switch");
        assertThat(kiosk.task(Floorplan.SEW).sessions()).isEmpty();
        kiosk.tap("#primary").tap("#second-hold").see("#pieces");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Paused.class);
        assertThat(session(Floorplan.SEW)).isInstanceOf(Session.Active.class);
    }

    @Test
    void OS_8_a_second_start_may_switch() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").tap("#back");
        kiosk.open(Floorplan.ASSEMBLE).tap("#primary").tap("#second-switch").see("#hold");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Completed.class);
    }

    @Test
    void OS_6_scrap_has_a_quantity_and_a_reason() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").tap("#scrap").keys("2");
        kiosk.tap("#confirm").see("#problem", "REASON_MISSING");
        kiosk.tap("#reason-seam").tap("#confirm").see("#message", "2 scrap");
        assertThat(kiosk.task(Floorplan.CUT).scrap()).isEqualTo(2);
        assertThat(kiosk.task(Floorplan.CUT).good()).isZero();
    }

    @Test
    void SN_one_scan_completes_one_piece_and_twice_is_refused() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.SEW).tap("#primary").see("#pieces");
        kiosk.scan("SN001").see("#message", "SN001");
        kiosk.scan("SN001").see("#problem", "SERIAL_DONE");
        kiosk.scan("SN999").see("#problem", "SERIAL_UNKNOWN");
        kiosk.scan("S/N*1").see("#problem", "SERIAL_UNKNOWN");
        assertThat(kiosk.task(Floorplan.SEW).good()).isEqualTo(1);
        kiosk.tap("#piece-SN002").tap("#piece-SN003").tap("#primary").see("#good", "3");
        assertThat(kiosk.task(Floorplan.SEW).good()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1000000000", "99999999999999999999", "abc", "1.5"})
    void UX_what_is_no_quantity_gets_a_short_message_and_records_nothing(String typed)
            throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.ASSEMBLE).tap("#primary").see("#hold");
        kiosk.see("#status", "Production");
        long before = unsent();
        kiosk.type(typed).press(KeyCode.ENTER).see("#problem", "QTY_INVALID");
        assertThat(unsent()).isEqualTo(before);
        assertThat(kiosk.task(Floorplan.ASSEMBLE).good()).isZero();
    }

    @Test
    void OS_9_end_of_shift_is_summed_up_and_holds_the_work() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold").keys("4");
        kiosk.tap("#primary").see("#message", "4 good").tap("#back").tap("#endShift");
        kiosk.see("#lines .label", "4 good").tap("#shift-end").see("#login");
        kiosk.see("#message", "Shift ended");
        assertThat(session(Floorplan.CUT)).isInstanceOf(Session.Paused.class);
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold");
        assertThat(session(Floorplan.CUT).core().good()).isEqualTo(4);
    }

    @Test
    void PR_6_what_others_do_meanwhile_appears_by_itself() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).see("#good", "0");
        kiosk.record(new Command.Complete(Floorplan.NAM, Floorplan.CUT, 3, List.of(), null));
        kiosk.see("#good", "3");
    }
}
