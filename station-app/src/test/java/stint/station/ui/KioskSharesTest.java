package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Share;
import stint.domain.plan.Station;
import stint.domain.plan.Task;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The list at a bench that heard who is to do what, and has no network now. */
class KioskSharesTest {

    private final HandClocks clocks = new HandClocks(Instant.parse("2025-11-03T01:00:00Z"));

    @TempDir Path directory;
    private KioskDriver kiosk;

    @BeforeEach
    void open() throws Exception {
        kiosk =
                KioskDriver.open(
                        directory,
                        new KioskOptions(Locale.ENGLISH, KioskDriver.ZONE, false, 96, clocks),
                        List.of(
                                new PlanFact.TaskAssigned(
                                        Floorplan.SEW,
                                        List.of(
                                                new Share(Floorplan.DAN, 15),
                                                new Share(Floorplan.ANN, 5)),
                                        true),
                                new PlanFact.TaskAssigned(
                                        Floorplan.PAINT,
                                        List.of(new Share(Floorplan.DAN, 100)),
                                        false),
                                new PlanFact.StationRegistered(
                                        new Station(Floorplan.BENCH, SecondStartPolicy.SWITCH)
                                                .equippedFor("sewing")),
                                engraving()));
        kiosk.size(1280, 800);
    }

    private static PlanFact engraving() {
        TaskId task = new TaskId("JT251030009", 1);
        return new PlanFact.JobReleased(
                new Job(
                        task.ticket(),
                        "Name plates",
                        Line.ATELIER,
                        10,
                        Job.TOLERANCE_DEFAULT,
                        List.of(new Task(task, "Engrave", ProcessMode.BATCH, "laser", null, 2)),
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    @AfterEach
    void close() throws Exception {
        kiosk.close();
    }

    /** Each card's words. */
    private List<String> cards() throws Exception {
        return KioskDriver.onFx(() ->
                kiosk.scene().getRoot().lookupAll(".card").stream()
                        .filter(KioskDriver::shown)
                        .map(KioskSharesTest::words)
                        .toList());
    }

    private static String words(Node card) {
        return card.lookupAll(".label").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .collect(Collectors.joining(" | "));
    }

    @Test
    void DP_6_what_was_given_to_me_comes_first_and_what_is_others_last() throws Exception {
        kiosk.login(Floorplan.ANN).see(".card");

        assertThat(cards()).hasSize(4);
        assertThat(cards().getFirst()).contains("Sewing", "Yours: 5", "next SN016");
        assertThat(cards()).noneMatch(card -> card.contains("Engrave"));
        kiosk.tap("#part-mine");
        kiosk.until("one was given to me", () -> cards().size() == 1);
        kiosk.tap("#part-all");
        kiosk.until("all are back", () -> cards().size() == 4);
        kiosk.type("ทาขอบ");
        kiosk.until("what is another's is found", () -> cards().size() == 1);
        assertThat(cards().getFirst()).contains("For דן כהן");
    }

    @Test
    void DP_6_what_another_kind_of_station_is_for_is_found_when_looked_for() throws Exception {
        kiosk.login(Floorplan.DAN).see(".card").type("engr");

        kiosk.until("it is found", () -> cards().size() == 1);
        assertThat(cards().getFirst()).contains("Engrave");
    }
}
