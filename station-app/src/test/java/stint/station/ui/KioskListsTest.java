package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.work.Command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What there is to do, what was done today, and before. */
class KioskListsTest {

    private final HandClocks clocks = new HandClocks(Instant.parse("2025-11-03T01:00:00Z"));

    @TempDir Path directory;
    private KioskDriver kiosk;

    @BeforeEach
    void open() throws Exception {
        kiosk =
                KioskDriver.open(
                        directory,
                        new KioskOptions(Locale.ENGLISH, KioskDriver.ZONE, false, 96, clocks));
        kiosk.size(1280, 800);
    }

    @AfterEach
    void close() throws Exception {
        kiosk.close();
    }

    private long cards() throws Exception {
        return KioskDriver.onFx(() ->
                kiosk.scene().getRoot().lookupAll(".card").stream()
                        .filter(KioskDriver::shown)
                        .count());
    }

    private void worksAnHour() {
        kiosk.record(new Command.Start(Floorplan.ANN, Floorplan.CUT, null, null, null));
        clocks.advance(Duration.ofMinutes(30));
        kiosk.record(new Command.Complete(Floorplan.ANN, Floorplan.CUT, 10, List.of(), null));
        clocks.advance(Duration.ofMinutes(10));
        kiosk.record(new Command.Hold(Floorplan.ANN, Floorplan.CUT, "break"));
        clocks.advance(Duration.ofMinutes(15));
        kiosk.record(new Command.Resume(Floorplan.ANN, Floorplan.CUT, null, null));
        clocks.advance(Duration.ofMinutes(20));
    }

    @Test
    void DP_6_the_list_is_filtered_by_part() throws Exception {
        kiosk.login(Floorplan.ANN).see(".card");
        assertThat(cards()).isEqualTo(4);
        kiosk.tap("#part-urgent");
        kiosk.until("two jobs are due: three tasks", () -> cards() == 3);
        kiosk.tap("#part-mine").see("#notice", "Nothing found");
        kiosk.tap("#part-all").open(Floorplan.CUT).tap("#primary").see("#hold").tap("#back");
        kiosk.tap("#part-mine");
        kiosk.until("one is mine", () -> cards() == 1);
    }

    @Test
    void DP_6_the_list_is_searched_by_touch_alone() throws Exception {
        kiosk.login(Floorplan.ANN).see(".card").tap("#search").see("#done");
        kiosk.keys("MO-25").see("#typed", "MO-25").tap("#done").see("#search", "MO-25");
        kiosk.until("one has that order", () -> cards() == 1);
        kiosk.tap("#showAll");
        kiosk.until("all are back", () -> cards() == 4);
    }

    @Test
    void UX_a_step_is_looked_for_in_ones_own_letters_by_touch_alone() throws Exception {
        kiosk.login(Floorplan.NAM).see(".card").tap("#search").see("#done").tap("#letters");
        kiosk.keys("ตด").see("#typed", "ตด").tap("#shift").keys("ฒ").keys("า");
        kiosk.see("#typed", "ตดฒา").tap("#blank").tap("#letters").keys("B");
        kiosk.see("#typed", "ตดฒา B").tap("#done").see("#search", "ตดฒา B");
    }

    @Test
    void UX_a_blank_between_words_presses_no_button() throws Exception {
        kiosk.login(Floorplan.ANN).see(".card").tap("#search").see("#done").type("cut");
        kiosk.press(KeyCode.SPACE).type(" to").see("#typed", "cut to");
    }

    @Test
    void DP_6_the_list_is_searched_by_typing() throws Exception {
        kiosk.login(Floorplan.ANN).see(".card").type("tote");
        kiosk.until("two jobs have that name: three tasks", () -> cards() == 3);
        kiosk.press(KeyCode.ESCAPE).type("assem").press(KeyCode.ENTER).see("#step", "Assembly");
    }

    @Test
    void SN_3_my_pace_and_this_pieces_minutes_are_shown() throws Exception {
        worksAnHour();
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).see("#piece", "0:30").see("#mineGood", "10");
        kiosk.see("#mineTime", "1:00").see("#pace", "3 min");
    }

    @Test
    void PR_6_what_the_server_has_is_told_apart() throws Exception {
        worksAnHour();
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).see("#facts .label", "0 confirmed");
    }

    @Test
    void AN_my_day_counts_pieces_work_and_pauses() throws Exception {
        worksAnHour();
        kiosk.login(Floorplan.ANN).tap("#day").see("#dayGood", "10").see("#dayWorked", "1:00");
        kiosk.see("#dayPaused", "0:15").see("#chart .what", "Cutting").tap("#back").see(".card");
    }

    @Test
    void OS_11_my_history_is_read_from_the_store() throws Exception {
        worksAnHour();
        kiosk.record(new Command.EndSession(Floorplan.ANN, Floorplan.CUT));
        kiosk.login(Floorplan.ANN).tap("#past").see(".row .what", "Cutting");
        kiosk.see(".row .number", "10 good").press(KeyCode.ESCAPE).see(".card");
    }

    @Test
    void OS_9_the_end_of_shift_says_what_was_done_and_what_is_unsent() throws Exception {
        worksAnHour();
        kiosk.login(Floorplan.ANN).tap("#endShift").see("#shift-end");
        String said =
                KioskDriver.onFx(() ->
                        kiosk.scene().getRoot().lookupAll("#lines .label").stream()
                                .map(node -> ((javafx.scene.control.Label) node).getText())
                                .reduce("", (one, other) -> one + "\n" + other));
        assertThat(said).contains("Today: 10 good", "work 1:00", "pauses 0:15", "5 not sent");
    }
}
