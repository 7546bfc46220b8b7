package stint.installer.load;

import stint.installer.bench.Sample;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a load came to.
 *
 * @param order what was asked for
 * @param times how long it took
 * @param sentBytes what the benches sent, compressed, without headers
 * @param brokenStreams how many live streams ended meanwhile
 * @param cpu processor time of the server; zero for one that runs elsewhere
 * @param memoryPeak the server's, in bytes; empty where unknown
 * @param floors the least this machine takes
 */
public record LoadReport(
        LoadOrder order,
        Times times,
        long sentBytes,
        long brokenStreams,
        Duration cpu,
        OptionalLong memoryPeak,
        Floors floors) {

    private static final double MEGABYTE = 1 << 20;

    /**
     * How long it took.
     *
     * @param pushed until everything was acknowledged
     * @param converged until one reader had everything
     * @param batches each push
     * @param board each question for the board meanwhile
     */
    public record Times(Duration pushed, Duration converged, Sample batches, Sample board) {}

    /**
     * The same events with nothing around them.
     *
     * @param bytes all bodies together
     * @param jdbc as rows, one commit a batch
     * @param append as bytes of a file, forced after each batch
     */
    public record Floors(long bytes, Duration jdbc, Duration append) {}

    /** Events a second until one reader had all. */
    public double convergedPerSecond() {
        return perSecond(times.converged());
    }

    private double perSecond(Duration duration) {
        return order.total() * 1e9 / Math.max(1, duration.toNanos());
    }

    /** Prints it for people. */
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d benches with %d events each of %d bytes came back at once; %d live streams"
                        + " held, %d broke%n%n",
                order.benches(),
                order.events(),
                floors.bytes() / order.total(),
                order.streams(),
                brokenStreams);
        out.printf("%-52s %12s   %s%n", "", "events/s", "part of the JDBC floor");
        rate(out, "floor: rows by JDBC, one commit a batch", floors.jdbc());
        rate(out, "floor: bytes appended to a file, forced each batch", floors.append());
        rate(out, "pushed and acknowledged", times.pushed());
        rate(out, "converged: one reader has all", times.converged());
        out.printf("%n%-52s %9s  %9s%n", "milliseconds", "median", "p99");
        out.printf("%-52s %s%n", "a push of up to 1,000 events", times.batches().times());
        out.printf("%-52s %s%n", "the board, asked meanwhile", times.board().times());
        out.printf(
                Locale.ROOT,
                "%nOn the wire %.1f bytes an event.",
                sentBytes / (double) order.total());
        if (cpu.isPositive()) {
            out.printf(
                    Locale.ROOT,
                    " The server took %.1f s of processor, %.0f us an event",
                    cpu.toMillis() / 1e3,
                    cpu.toNanos() / 1e3 / order.total());
            memoryPeak.ifPresent(
                    bytes -> out.printf(Locale.ROOT, ", and %.0f MB of memory", bytes / MEGABYTE));
            out.print('.');
        }
        out.println();
    }

    private void rate(PrintWriter out, String name, Duration took) {
        out.printf(
                Locale.ROOT,
                "%-52s %,12.0f   %.2f%n",
                name,
                perSecond(took),
                floors.jdbc().toNanos() / (double) Math.max(1, took.toNanos()));
    }
}
