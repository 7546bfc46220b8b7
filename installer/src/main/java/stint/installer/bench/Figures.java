package stint.installer.bench;

import stint.installer.simulate.Directories;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Measures the figures of the README, each beside its floor, and prints them. */
public final class Figures {

    private static final int TAPS = 1000;
    private static final int BOARD_TAPS = 200;
    private static final int SCREEN_TAPS = 200;
    private static final int STARTS = 8;

    private Figures() {}

    /**
     * Measures all.
     *
     * @param quick a tenth of the repetitions
     */
    public static void measure(boolean quick, PrintWriter out) throws Exception {
        int part = quick ? 10 : 1;
        Path directory = Files.createTempDirectory("stint-bench-");
        try {
            out.printf(
                    "%-42s %9s  %9s   %s%n",
                    "milliseconds", "median", "p99", "times the floor's median");
            Sample append = Floors.forcedAppend(directory, TAPS / part);
            print(out, "floor: append 300 bytes and force them", append);
            try (Taps taps = Taps.open(directory.resolve("durable"), false)) {
                print(out, "tap to durable", taps.toDurable(TAPS / part), append);
            }
            Sample screenFloor = ScreenTaps.floor(SCREEN_TAPS / part);
            print(out, "floor: a button changes a label", screenFloor);
            print(
                    out,
                    "tap to screen (durable, then drawn)",
                    ScreenTaps.measure(directory.resolve("screen"), SCREEN_TAPS / part),
                    screenFloor);
            Sample trip = Floors.roundTrip(TAPS / part);
            print(out, "floor: HTTP round trip on loopback", trip);
            try (Taps taps = Taps.open(directory.resolve("board"), true)) {
                print(out, "tap to board (push, news, ask)", taps.toBoard(BOARD_TAPS / part), trip);
            }
            int starts = quick ? 2 : STARTS;
            Sample window = Starts.emptyWindow(starts);
            print(out, "floor: JVM to a window with one word", window);
            print(
                    out,
                    "cold start to the login screen",
                    Starts.station(directory.resolve("start"), starts),
                    window);
            Path cache = directory.resolve("station.aot");
            StartCache.make(cache, directory.resolve("warm"));
            print(
                    out,
                    "the same with a start cache (stint prepare)",
                    Starts.station(directory.resolve("start"), cache, starts),
                    window);
            Resident.measure(directory.resolve("memory")).forEach(out::println);
        } finally {
            Directories.delete(directory);
        }
    }

    private static void print(PrintWriter out, String name, Sample sample) {
        out.printf("%-42s %s%n", name, sample.times());
    }

    private static void print(PrintWriter out, String name, Sample sample, Sample floor) {
        out.printf(
                Locale.ROOT,
                "%-42s %s   %.1f%n",
                name,
                sample.times(),
                sample.medianMs() / floor.medianMs());
    }
}
