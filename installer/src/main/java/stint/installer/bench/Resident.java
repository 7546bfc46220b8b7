package stint.installer.bench;

import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.SystemClocks;
import stint.domain.event.StationCode;
import stint.installer.Hands;
import stint.installer.Screens;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.ui.Kiosk;
import stint.station.ui.KioskOptions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** How much memory a bench takes, in a process of its own: at log-in and after work. */
public final class Resident {

    private static final Logger LOG = LoggerFactory.getLogger(Resident.class);

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int TAPS = 300;
    private static final double KB_PER_MB = 1024;

    private Resident() {}

    /** Measures in another process; its lines, or why there are none. */
    static List<String> measure(Path directory) throws Exception {
        if (!Files.exists(STATUS)) {
            return List.of("memory of a bench: not measured, this system does not say");
        }
        try (Taps taps = Taps.open(directory, false)) {
            if (taps.good() != 0) {
                throw new IllegalStateException("a new bench has made pieces");
            }
        }
        Process process =
                new ProcessBuilder(
                                StartCache.jvm(
                                        List.of(
                                                Resident.class.getName(),
                                                Taps.benchIn(directory).toString())))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = out.lines().filter(line -> line.startsWith("memory")).toList();
            if (process.waitFor() != 0) {
                throw new IOException("the bench whose memory is measured failed after " + lines);
            }
            return lines;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /**
     * Runs a bench.
     *
     * @param args its directory
     */
    public static void main(String[] args) {
        try {
            work(Path.of(args[0]));
        } catch (Exception e) {
            // The threads of the screen would keep a failed measurement alive for ever.
            LOG.error("The bench whose memory is measured failed", e);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void work(Path directory) throws Exception {
        Screens.useMemory(Starts.WIDTH, Starts.HEIGHT);
        Screens.start();
        SystemClocks clocks = new SystemClocks();
        StationCore core =
                StationCores.open(
                        new StationConfig(
                                new StationCode(Taps.BENCH),
                                Taps.SITE,
                                directory,
                                null,
                                clocks,
                                false));
        KioskOptions options =
                new KioskOptions(Locale.ENGLISH, ZoneId.systemDefault(), false, 96, clocks);
        Stage stage = Screens.onFx(Stage::new);
        Screens.onFx(() -> Kiosk.show(stage, core, options));
        Hands hands = new Hands(stage.getScene());
        hands.see("#person-" + Taps.OPERATOR);
        say("at the login screen");
        hands.login(Taps.OPERATOR, Taps.PIN);
        hands.open(Taps.TASK);
        hands.tap("#primary");
        hands.see("#hold");
        for (int tap = 0; tap < TAPS; tap++) {
            String wanted = String.valueOf(tap + 1);
            hands.key("1");
            hands.tap("#primary");
            hands.until("#good", node -> ScreenTaps.number((Labeled) node).equals(wanted));
        }
        say("after " + TAPS + " pieces recorded on the work screen");
    }

    private static void say(String when) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "memory of a bench %s: %.0f MB resident, %.0f MB at most%n",
                when,
                status("VmRSS:"),
                status("VmHWM:"));
    }

    private static double status(String name) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KB_PER_MB)
                .findFirst()
                .orElseThrow();
    }
}
