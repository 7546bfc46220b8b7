package stint.installer.load;

import stint.installer.bench.Sample;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * How long planning took.
 *
 * @param orders how many orders were started
 * @param asks how often each queue was asked for
 * @param server the work queue over HTTP; its floor is a question that needs nothing
 * @param bench the work queue of a bench's own picture; its floor looks at every task once
 */
public record PlanReport(int orders, int asks, Start start, Queue server, Queue bench) {

    /**
     * Production of an order started.
     *
     * @param floor what was written then, folded and nothing else
     * @param whole asked for and answered, durable
     */
    public record Start(Sample floor, Sample whole) {}

    /**
     * A work queue.
     *
     * @param floor the least it could take
     * @param whole the queue
     */
    public record Queue(Sample floor, Sample whole) {}

    /** Prints it for people. */
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d orders of %,d pieces started one after another, %,d pieces in production; then"
                        + " work queues asked for %,d times each%n%n",
                orders,
                PlanLoad.PIECES_EACH,
                orders * PlanLoad.PIECES_EACH,
                asks);
        out.printf("%-52s %9s  %9s%n", "milliseconds", "median", "p99");
        out.printf("%-52s %s%n", "floor: what that wrote, folded only", start.floor().times());
        out.printf("%-52s %s%n", "an order's production started", start.whole().times());
        out.printf("%-52s %s%n", "floor: a question that needs nothing", server.floor().times());
        out.printf("%-52s %s%n", "a work queue from the server", server.whole().times());
        out.printf("%-52s %s%n", "floor: every task looked at", bench.floor().times());
        out.printf("%-52s %s%n", "a work queue at the bench", bench.whole().times());
    }
}
