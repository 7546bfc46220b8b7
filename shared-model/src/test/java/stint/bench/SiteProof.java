package stint.bench;

import stint.domain.event.Event;
import stint.domain.floor.FloorFold;
import stint.domain.work.FloorView;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds a whole site's history in a small heap and says how fast and how large it was. Times are of
 * the folding thread's own CPU, so that a busy machine does not count against it.
 */
public final class SiteProof {

    private static final int CHUNK = 50_000;
    private static final Duration KEEP = Duration.ofDays(14);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SiteProof() {}

    /** The first argument is the number of events, 5 million without one. */
    public static void main(String[] arguments) {
        int total = arguments.length == 0 ? 5_000_000 : Integer.parseInt(arguments[0]);
        SiteHistory site = new SiteHistory(1);
        FloorFold fold = new FloorFold(new NoHistory(), KEEP);
        List<Event> chunk = new ArrayList<>(CHUNK);
        long folding = 0;
        for (int done = 0; done < total; done += chunk.size()) {
            chunk.clear();
            while (chunk.size() < Math.min(CHUNK, total - done)) {
                chunk.add(site.next());
            }
            long begin = THREADS.getCurrentThreadCpuTime();
            chunk.forEach(fold::apply);
            long nanos = THREADS.getCurrentThreadCpuTime() - begin;
            folding += nanos;
            if ((done / CHUNK) % Math.max(1, total / CHUNK / 10) == 0) {
                System.out.printf(
                        "%,d: %,.0f events/s%n",
                        done + chunk.size(), perSecond(chunk.size(), nanos));
            }
        }
        chunk.clear();
        System.out.printf(
                "%,d events in order: %,.0f events/s of CPU%n", total, perSecond(total, folding));
        FloorView view = fold.view();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d tasks, %,d of them open; %,d pieces in work; heap %,d MB of %,d MB%n",
                view.tasks().size(),
                site.openTasks(),
                site.tokens(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private static double perSecond(long events, long nanos) {
        return events * 1e9 / nanos;
    }
}
