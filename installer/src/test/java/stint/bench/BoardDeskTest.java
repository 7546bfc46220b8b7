package stint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.StationUse;
import stint.domain.plan.Task;
import stint.domain.work.Command;
import stint.installer.ServerClient;
import stint.installer.Windows;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.board.BoardOptions;
import stint.station.board.BoardWindow;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.sync.Link;
import stint.wire.protocol.ExceptionView;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A supervisor walks up to the board on the wall and says what became of an exception (EX-2). */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BoardDeskTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final StationCode BENCH = new StationCode("BENCH-1");
    private static final OperatorCode ARTISAN = new OperatorCode("A");
    private static final String TICKET = "JT251030001";
    private static final String PIN = "274951";

    @TempDir private Path directory;

    private SyncServer server;
    private ServerClient console;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        server =
                SyncServer.start(
                        new ServerConfig(
                                "SITE",
                                "127.0.0.1",
                                0,
                                directory.resolve("server"),
                                new SystemClocks(),
                                ServerConfig.Access.REQUIRED));
        console = ServerClient.console(directory.resolve("server"));
        console.plan(
                List.of(
                        person("S", Role.SUPERVISOR),
                        person("A", Role.OPERATOR),
                        new PlanFact.StationRegistered(
                                new Station(BENCH, SecondStartPolicy.SWITCH)),
                        new PlanFact.JobReleased(
                                new Job(
                                        TICKET,
                                        "Tote",
                                        Line.OEM,
                                        200,
                                        Job.TOLERANCE_DEFAULT,
                                        List.of(task(1, "Cut"), task(2, "Sew")),
                                        List.of(new Job.Edge(1, 2)),
                                        List.of(),
                                        null,
                                        null))));
        missAScan();
    }

    private static PlanFact person(String code, Role role) {
        return new PlanFact.OperatorRegistered(
                new Operator(
                        new OperatorCode(code),
                        code,
                        "en",
                        role,
                        null,
                        Pins.hash(PIN.toCharArray())));
    }

    private static Task task(int sequence, String name) {
        return new Task(new TaskId(TICKET, sequence), name, ProcessMode.BATCH);
    }

    /** Somebody sews what nobody cut (DP-7). */
    private void missAScan() throws Exception {
        Path data = directory.resolve("bench");
        console.enrol(BENCH, StationUse.BENCH, data);
        try (StationCore core =
                StationCores.open(
                        new StationConfig(
                                BENCH, "SITE", data, server.uri(), new SystemClocks(), false))) {
            core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS);
            TaskId sewing = new TaskId(TICKET, 2);
            core.submit(
                            core.newCommand(),
                            new Command.Complete(ARTISAN, sewing, 3, List.of(), null))
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            core.syncNow().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
        assertThat(console.exceptions()).hasSize(1);
    }

    @AfterEach
    void stop() {
        console.close();
        server.close();
    }

    /** A board in a window, and what a person does at it. */
    private record Wall(BoardWindow window, Scene scene) implements AutoCloseable {

        static Wall up(SyncServer server, String language) throws Exception {
            return onFx(() -> {
                Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
                BoardWindow window =
                        BoardWindow.show(
                                stage,
                                new BoardOptions(
                                        new Link(server.uri(), null),
                                        Locale.of(language),
                                        ZoneId.of("Asia/Bangkok"),
                                        false,
                                        Duration.ofSeconds(12)));
                return new Wall(window, stage.getScene());
            });
        }

        void press(KeyCode key) throws Exception {
            onFx(() -> {
                scene.getRoot()
                        .fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        false,
                                        false));
                return true;
            });
        }

        void until(String what, Callable<Boolean> holds) throws Exception {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(holds));
        }

        @SuppressWarnings("unchecked")
        ListView<Object> list() {
            return (ListView<Object>) Objects.requireNonNull(scene.lookup("#look-list"));
        }

        void write(String field, String text) {
            ((TextInputControl) Objects.requireNonNull(scene.lookup(field))).setText(text);
        }

        String answer() {
            return ((Label) Objects.requireNonNull(scene.lookup("#look-answer"))).getText();
        }

        /** Chooses the only one and says so. */
        void say(String code, String pin, String note) throws Exception {
            onFx(() -> {
                list().getSelectionModel().select(0);
                write("#look-note", note);
                write("#look-code", code);
                write("#look-pin", pin);
                ((Button) Objects.requireNonNull(scene.lookup("#look-acknowledge"))).fire();
                return true;
            });
        }

        void picture(String name) throws Exception {
            Windows.picture(scene, PICTURES.resolve(name + ".png"));
        }

        @Override
        public void close() throws Exception {
            onFx(() -> {
                window.close();
                return true;
            });
        }

        private static <T> T onFx(Callable<T> work) throws Exception {
            return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        }
    }

    @Test
    void EX_2_a_supervisor_acknowledges_at_the_board_on_the_wall() throws Exception {
        try (Wall wall = Wall.up(server, "en")) {
            wall.press(KeyCode.F2);
            wall.until("the exception is there", () -> wall.list().getItems().size() == 1);

            wall.say("A", PIN, "all cut");
            wall.until("an artisan may not", () -> wall.answer().contains("Only a supervisor"));
            wall.say("S", "000000", "all cut");
            wall.until("the PIN is wrong", () -> wall.answer().contains("wrong"));
            assertThat(console.exceptions().getFirst().acknowledged()).isNull();

            wall.say("S", PIN, "cut by hand, all there");
            wall.until("it is noted", () -> wall.answer().contains("Noted"));
            wall.until("it is gone from the list", () -> wall.list().getItems().isEmpty());

            ExceptionView.Looked looked =
                    Objects.requireNonNull(console.exceptions().getFirst().acknowledged());
            assertThat(looked.by()).isEqualTo("S");
            assertThat(looked.note()).isEqualTo("cut by hand, all there");
            wall.press(KeyCode.F2);
        }
    }

    @Test
    void EX_2_without_its_server_the_board_says_that_nothing_was_noted() throws Exception {
        try (Wall wall = Wall.up(server, "en")) {
            wall.press(KeyCode.F2);
            wall.until("the exception is there", () -> wall.list().getItems().size() == 1);
            server.close();

            wall.say("S", PIN, "all cut");
            wall.until("it says so", () -> wall.answer().contains("can't be reached"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void EX_2_the_list_speaks_the_boards_language(String language) throws Exception {
        try (Wall wall = Wall.up(server, language)) {
            wall.press(KeyCode.F2);
            wall.until("the exception is there", () -> wall.list().getItems().size() == 1);
            wall.picture("board-look-" + language);
        }
    }
}
