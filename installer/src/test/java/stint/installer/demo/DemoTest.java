package stint.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.office.WorkQueue;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.domain.work.FloorView;
import stint.domain.work.Place;
import stint.installer.Hands;
import stint.installer.Screens;
import stint.installer.scenario.Scenario;
import stint.station.core.Outcome;
import stint.station.core.StationCore;
import stint.wire.protocol.BoardView;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

class DemoTest {

    private static final StationCode BENCH = new StationCode("BENCH-2");
    private static final OperatorCode FIRST = new OperatorCode("1003");
    private static final OperatorCode SECOND = new OperatorCode("1005");
    private static final TaskId CUTTING = new TaskId("JT25110302", 1);
    private static final TaskId OTHER = new TaskId("JT25110304", 1);

    @TempDir private Path directory;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aDayIsPlayedAndLeavesPictures() throws Exception {
        new Demo(new Demo.Options(0, Duration.ofSeconds(15), true, true, directory), said::add)
                .run();

        assertThat(said).noneMatch(line -> line.contains("failed:") || line.contains("could not"));
        assertThat(said.toString()).contains("PIN", "Day 1 is over.");
        for (String picture :
                List.of("login", "queue", "work", "guided", "bench", "board", "desk")) {
            assertThat(directory.resolve(picture + ".png")).isNotEmptyFile();
        }
    }

    @Test
    void anotherDayIsPlannedThoughTheServerWasAway() throws Exception {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (DemoFloor floor = DemoFloor.open(DemoDay.of(1, today), directory, 0, DemoTest::hash)) {
            floor.stopServer();
            floor.startServer();
            Scenario next = DemoDay.of(2, today);
            floor.plan(next, DemoTest::hash);

            StationCore core = floor.core(BENCH);
            core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS);
            assertThat(core.state().floor().jobs()).containsAll(next.jobs());
        }
    }

    @Test
    void DP_6_both_lines_have_stations_of_their_own_types_and_each_type_its_queue()
            throws Exception {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (DemoFloor floor = DemoFloor.open(DemoDay.of(1, today), directory, 0, DemoTest::hash)) {
            new DemoOffice(floor.client(), today).plan();
            StationCore core = floor.core(BENCH);
            core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS);

            FloorView known = core.state().floor();
            assertThat(WorkQueue.of(known, null, "cutting"))
                    .extracting(card -> card.line() + " " + card.operation())
                    .contains("ATELIER Cut leather", "OEM Cut canvas");
            assertThat(WorkQueue.of(known, null, "packing"))
                    .extracting(WorkQueue.Card::operation)
                    .doesNotContain("Cut leather", "Cut canvas");
            for (Job job : known.jobs()) {
                for (Task task : job.tasks()) {
                    assertThat(known.stations())
                            .as(task.name())
                            .filteredOn(station -> station.bench() != null)
                            .anyMatch(station -> station.suits(task.stationType()));
                }
            }
            assertThat(new Place(known, BENCH).stations(FIRST))
                    .extracting(station -> station.code().value())
                    .containsExactly("BENCH-2", "CUT-2", "SEW-1", "SEW-2");
            assertThat(floor.client().board().stations())
                    .filteredOn(station -> station.code().equals("CUT-2"))
                    .singleElement()
                    .matches(BoardView.StationCard::online, "its bench speaks for it")
                    .matches(station -> "OEM".equals(station.area()));
        }
    }

    @Test
    void aBenchsWindowFollowsTheFirstWhoWorksThere() throws Exception {
        Scenario day = DemoDay.of(1, LocalDate.now(ZoneId.systemDefault()));
        try (DemoFloor floor = DemoFloor.open(day, directory, 0, DemoTest::hash);
                Show show = Show.open(floor, List.of(BENCH), true);
                Companion companion = Companion.at(show, BENCH, day)) {
            StationCore core = floor.core(BENCH);
            core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS);
            Hands hands = new Hands(show.kiosk(BENCH));

            start(core, companion, FIRST, CUTTING);
            hands.see("#hold");
            assertThat(text(show.kiosk(BENCH), "#person")).isEqualTo(name(day, FIRST));

            start(core, companion, SECOND, OTHER);
            start(core, companion, FIRST, CUTTING);
            hands.see("#hold");
            assertThat(text(show.kiosk(BENCH), "#person")).isEqualTo(name(day, FIRST));
        }
    }

    private static void start(
            StationCore core, Companion companion, OperatorCode who, TaskId task) {
        Command command = new Command.Start(who, task, null, null, null);
        assertThat(core.submit(core.newCommand(), command).toCompletableFuture().join())
                .isInstanceOf(Outcome.Recorded.class);
        companion.follow(new Player.Done(BENCH, command));
    }

    private static String text(Scene scene, String selector) {
        return Screens.onFx(() -> ((Labeled) scene.lookup(selector)).getText());
    }

    private static String name(Scenario day, OperatorCode code) {
        return day.operators().stream()
                .filter(operator -> operator.code().equals(code))
                .map(Operator::name)
                .findFirst()
                .orElseThrow();
    }

    private static String hash(String pin) {
        return stint.credential.Pins.hash(pin.toCharArray());
    }
}
