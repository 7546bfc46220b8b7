package stint.installer.load;

import stint.installer.bench.Sample;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What those waited who look.
 *
 * @param order what was asked for
 */
public record PagesReport(PagesOrder order, Taps taps, Customers customers) {

    private static final double MEGABYTE = 1 << 20;

    /**
     * From a tap to boards.
     *
     * @param web to each web board
     * @param walls to each JavaFX board's feed
     */
    public record Taps(Sample web, Sample walls) {}

    /**
     * Customers.
     *
     * @param floor a question that needs nothing, and its answer
     * @param page the page of any piece
     * @param memoryPeak of the server, in bytes; empty where unknown
     */
    public record Customers(Sample floor, Sample page, OptionalLong memoryPeak) {}

    /** Prints it for people. */
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d web boards and %d JavaFX boards followed %d taps at an enrolled bench; server,"
                        + " bench and boards share this machine%n%n",
                order.web(),
                order.walls(),
                order.taps());
        out.printf("%-52s %9s  %9s%n", "milliseconds", "median", "p99");
        out.printf("%-52s %s%n", "from the tap to a web board", taps.web().times());
        out.printf("%-52s %s%n", "from the tap to a JavaFX board", taps.walls().times());
        out.printf(
                Locale.ROOT,
                "%n%,d pieces of %,d jobs on a server; %,d customers asked one after another%n%n",
                order.pieces(),
                order.jobs(),
                order.asks());
        out.printf("%-52s %9s  %9s%n", "milliseconds", "median", "p99");
        out.printf("%-52s %s%n", "floor: a question that needs nothing", customers.floor().times());
        out.printf("%-52s %s%n", "a customer's page, any piece", customers.page().times());
        customers
                .memoryPeak()
                .ifPresent(bytes ->
                        out.printf(
                                Locale.ROOT,
                                "%nThat server took at most %.0f MB of memory.%n",
                                bytes / MEGABYTE));
    }
}
