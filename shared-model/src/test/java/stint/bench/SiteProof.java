package stint.bench;

import stint.domain.event.Event;
import stint.domain.event.TaskId;
import stint.domain.floor.FloorFold;
import stint.domain.work.FloorView;
import stint.wire.snapshot.BuildPrint;
import stint.wire.snapshot.FoldCodec;
import stint.wire.snapshot.SnapshotFile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Folds a whole site's history in a small heap, brings late events, writes a snapshot and goes on
 * from it, and says how fast and how large all that was. Times are of the folding thread's own CPU,
 * so that a busy machine does not count against it; the collector's time is not in them.
 */
public final class SiteProof {

    private static final int CHUNK = 50_000;
    private static final int LATE_MAX = 4_000;
    private static final Duration KEEP = Duration.ofDays(14);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SiteProof() {}

    /** The first argument is the number of events, 5 million without one. */
    public static void main(String[] arguments) throws IOException {
        int total = arguments.length == 0 ? 5_000_000 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempFile("site", ".snapshot");
        try {
            SnapshotFile snapshot = new SnapshotFile(file, BuildPrint.ofRules());
            long state = firstLife(new Site(total), total, snapshot);
            System.out.printf("%,d bytes of snapshot%n", Files.size(file));
            secondLife(snapshot, state);
        } finally {
            Files.delete(file);
        }
    }

    private static long firstLife(Site site, int total, SnapshotFile snapshot) throws IOException {
        FloorFold fold = new FloorFold(new NoHistory(), KEEP);
        inOrder(site, fold, total);
        sayHow(site, fold.view());
        late(site.late(), fold);
        long begin = now();
        snapshot.write(out -> FoldCodec.write(out, fold.export()));
        System.out.printf("snapshot written in %s%n", since(begin));
        return stateOf(fold.view());
    }

    private static void inOrder(Site site, FloorFold fold, int total) {
        long folding = 0;
        int done = 0;
        for (List<Event> chunk = site.inOrder(CHUNK);
                !chunk.isEmpty();
                chunk = site.inOrder(CHUNK)) {
            long begin = now();
            chunk.forEach(fold::apply);
            long nanos = now() - begin;
            folding += nanos;
            done += chunk.size();
            if ((done / CHUNK) % Math.max(1, total / CHUNK / 10) == 0) {
                System.out.printf("%,d: %,.0f events/s%n", done, perSecond(chunk.size(), nanos));
            }
        }
        System.out.printf(
                "%,d events in order: %,.0f events/s of CPU%n", done, perSecond(done, folding));
    }

    private static void late(List<Event> late, FloorFold fold) {
        int count = Math.min(LATE_MAX, late.size());
        long[] nanos = new long[count];
        long seen = 0;
        for (int index = 0; index < count; index++) {
            Event event = late.get(index);
            TaskId task = event.task();
            long begin = now();
            fold.apply(event);
            FloorView view = fold.view();
            seen += task == null ? 0 : view.task(task).orElseThrow().good();
            nanos[index] = now() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%,d late events, each with a view and its task: median %,.1f µs, p90 %,.1f µs,"
                        + " p99 %,.1f µs (%,d)%n",
                count,
                nanos[count / 2] / 1e3,
                nanos[count * 9 / 10] / 1e3,
                nanos[count * 99 / 100] / 1e3,
                seen);
    }

    private static void secondLife(SnapshotFile snapshot, long state) throws IOException {
        long begin = now();
        FloorFold loaded =
                FloorFold.of(snapshot.read(FoldCodec::read).orElseThrow(), new NoHistory(), KEEP);
        System.out.printf("loaded in %s%n", since(begin));
        System.out.println("the same state: " + (stateOf(loaded.view()) == state));
    }

    private static void sayHow(Site site, FloorView view) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d tasks, %,d of them open; %,d pieces in work; heap %,d MB of %,d MB%n",
                view.tasks().size(),
                site.history().openTasks(),
                site.history().tokens(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private static long stateOf(FloorView view) {
        return view.tasks().stream().mapToLong(Object::hashCode).reduce(7, (a, b) -> a * 31 + b);
    }

    private static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static String since(long begin) {
        return "%,d ms of CPU".formatted((now() - begin) / 1_000_000);
    }

    private static double perSecond(long events, long nanos) {
        return events * 1e9 / nanos;
    }
}
