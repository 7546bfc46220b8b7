package stint.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.installer.ServerClient;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program {@code stint station} as it is started on a bench: in full screen on a display of its
 * own, its badge scanned, its keys pressed and its button touched from outside, until a real server
 * has it all.
 */
class RealWindowTest {

    private static final String SITE = "SITE";
    private static final StationCode BENCH = new StationCode("BENCH-1");
    private static final OperatorCode WHO = new OperatorCode("1001");
    private static final String PIN = "482915";
    private static final TaskId TASK = new TaskId("JT1", 1);

    /** The colour of what is to be done next. */
    private static final int ACTION = 0xff0b4a9e;

    /** What a process ends with when it is told to by a signal. */
    private static final int TERMINATED = 143;

    /** What stint ends with where it can show no window. */
    private static final int NO_SCREEN = 3;

    @TempDir Path directory;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Xvfb is Linux's")
    void UX_what_is_done_in_a_real_window_reaches_a_real_server() throws Exception {
        try (RealDisplay display = RealDisplay.open(directory);
                RealHands hands = new RealHands(display.name());
                SyncServer server = server();
                ServerClient client = new ServerClient(server.uri())) {
            client.plan(plan());
            learn(server.uri());
            Process kiosk = kiosk(display, server.uri());
            try {
                work(display, hands, kiosk, client, server);
            } finally {
                kiosk.destroy();
            }
            assertThat(kiosk.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(kiosk.exitValue()).isEqualTo(TERMINATED);
        }
    }

    private void work(
            RealDisplay display,
            RealHands hands,
            Process kiosk,
            ServerClient client,
            SyncServer server)
            throws Exception {
        shown(display, kiosk);
        // A window is there a moment before it is made as large as its panel.
        display.until("the window fills its panel", kiosk, () -> isFilled(display));
        display.keep("window-login");
        display.after(kiosk, () -> hands.scan(WHO.value()));
        display.after(kiosk, () -> hands.type(PIN));
        display.after(kiosk, () -> hands.press(RealHands.RETURN));
        display.until("in", kiosk, () -> came(client, StationFact.SignedOn.class));
        display.settle(kiosk);
        display.after(kiosk, () -> hands.scan(TASK.toString()));
        display.after(kiosk, () -> hands.press(RealHands.RETURN));
        display.until("started", kiosk, () -> came(client, WorkFact.Started.class));
        display.settle(kiosk);

        display.after(kiosk, () -> hands.type("3"));
        display.after(kiosk, () -> hands.press(RealHands.RETURN));
        display.until("three by keys", kiosk, () -> good(server) == 3);

        display.after(kiosk, () -> hands.type("2"));
        display.keep("window-work");
        Rectangle button = action(display.seen());
        display.after(
                kiosk, () -> hands.touch((int) button.getCenterX(), (int) button.getCenterY()));
        display.until("two by touch", kiosk, () -> good(server) == 5);

        display.after(kiosk, () -> hands.press(RealHands.F12));
        display.keep("window-end");
        display.after(kiosk, () -> hands.press(RealHands.RETURN));
        display.until("home", kiosk, () -> came(client, WorkFact.ShiftEnded.class));
    }

    private void shown(RealDisplay display, Process kiosk) throws Exception {
        try {
            display.settle(kiosk);
        } catch (IllegalStateException e) {
            String said = Files.readString(directory.resolve("kiosk.log"));
            if (!kiosk.isAlive() && kiosk.exitValue() == NO_SCREEN) {
                abort("Skipped: no real window can be shown here: " + said);
            }
            throw new AssertionError("the kiosk shows nothing: " + said, e);
        }
    }

    private static boolean isFilled(RealDisplay display) {
        try {
            return isFilled(display.seen());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An X server without a window is black. */
    private static boolean isFilled(BufferedImage seen) {
        int right = seen.getWidth() - 1;
        int bottom = seen.getHeight() - 1;
        return (seen.getRGB(0, 0) & 0xFFFFFF) != 0 && (seen.getRGB(right, bottom) & 0xFFFFFF) != 0;
    }

    /** Where the large button is: the lower half has no other patch of its colour. */
    private static Rectangle action(BufferedImage seen) {
        Rectangle found = new Rectangle(-1, -1);
        for (int y = seen.getHeight() / 2; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                if (seen.getRGB(x, y) == ACTION) {
                    found.add(x, y);
                }
            }
        }
        assertThat(found.width * found.height).as("a large button").isGreaterThan(20_000);
        return found;
    }

    private static boolean came(ServerClient client, Class<? extends Fact> kind) {
        try {
            return client.feed(0).events().stream()
                    .anyMatch(event -> kind.isInstance(event.fact()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long good(SyncServer server) {
        return server.picture().floor().task(TASK).orElseThrow().good();
    }

    private SyncServer server() {
        return SyncServer.start(
                new ServerConfig(
                        SITE,
                        "127.0.0.1",
                        0,
                        directory.resolve("server"),
                        new SystemClocks(),
                        ServerConfig.Access.OPEN));
    }

    /** The bench has been here before: it knows who works here. */
    private void learn(URI server) throws IOException {
        Path store = directory.resolve("data").resolve("station-" + BENCH);
        StationConfig config =
                new StationConfig(BENCH, SITE, store, server, new SystemClocks(), false);
        try (StationCore core = StationCores.open(config)) {
            assertThat(core.syncNow().toCompletableFuture().join().complete()).isTrue();
        }
    }

    private Process kiosk(RealDisplay display, URI server) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "stint.installer.Main",
                                "station",
                                "--site",
                                SITE,
                                "--code",
                                BENCH.value(),
                                "--data",
                                directory.resolve("data").toString(),
                                "--server",
                                server.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("kiosk.log").toFile());
        builder.environment().put("DISPLAY", display.name());
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder.start();
    }

    private static List<PlanFact> plan() {
        return List.of(
                new PlanFact.OperatorRegistered(
                        new Operator(
                                WHO,
                                "Ann Lee",
                                "en",
                                Role.OPERATOR,
                                null,
                                Pins.hash(PIN.toCharArray()))),
                new PlanFact.StationRegistered(new Station(BENCH, SecondStartPolicy.SWITCH)),
                new PlanFact.JobReleased(
                        new Job(
                                TASK.ticket(),
                                "Tote",
                                Line.OEM,
                                100,
                                0,
                                List.of(new Task(TASK, "Sewing", ProcessMode.BATCH)),
                                List.of(),
                                List.of(),
                                null,
                                null)));
    }
}
