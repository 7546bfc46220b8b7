package stint.bench.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import stint.domain.event.Event;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.floor.FloorFold;
import stint.domain.work.FloorView;
import stint.domain.work.TaskState;
import stint.wire.snapshot.FoldCodec;
import stint.wire.snapshot.PackedInput;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The fold in order, one late event, and a start from a snapshot, each beside what a naive one
 * does: fold everything again from the first event, with nothing let go. One call is one of these.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class FoldBenchmark {

    /** A fold that has all that came in time; each call takes the next late event. */
    @State(Scope.Thread)
    public static class Waiting {

        private FloorFold fold = new FloorFold();
        private int next;

        /** Folds what came in time. */
        @Setup(Level.Trial)
        public void begin(SiteState site) {
            fold = SiteState.folded(site.inTime);
            fold.view();
        }

        FloorView take(List<Event> late) {
            fold.apply(late.get(next++));
            return fold.view();
        }
    }

    /** Everything in order, and one look. */
    @Benchmark
    public FloorView inOrder(SiteState site) {
        return SiteState.folded(site.inOrder).view();
    }

    /** The floor of {@link #inOrder}: good pieces per task in a map, and no rules at all. */
    @Benchmark
    public Map<TaskId, Long> inOrderFloor(SiteState site) {
        Map<TaskId, Long> good = new HashMap<>();
        for (Event event : site.inOrder) {
            if (event.fact() instanceof WorkFact.Good made) {
                good.merge(made.task(), (long) made.quantity(), Long::sum);
            }
        }
        return good;
    }

    /** A thousand late events, with a look at the task after each. */
    @Benchmark
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public Optional<TaskState> thousandLate(SiteState site, Waiting waiting) {
        Optional<TaskState> looked = Optional.empty();
        for (int taken = 0; taken < 1000; taken++) {
            TaskId task = site.late.get(waiting.next).task();
            FloorView view = waiting.take(site.late);
            if (task != null) {
                looked = view.task(task);
            }
        }
        return looked;
    }

    /** One late event, naively: everything again from the first. */
    @Benchmark
    public FloorView oneLateNaively(SiteState site) {
        FloorFold fold = new FloorFold();
        site.inTime.forEach(fold::apply);
        fold.apply(site.late.getFirst());
        return fold.view();
    }

    /**
     * A start from a snapshot's bytes, and one look. The naive start is {@link #oneLateNaively}.
     */
    @Benchmark
    public FloorView fromSnapshot(SiteState site) throws IOException {
        PackedInput in = new PackedInput(new ByteArrayInputStream(site.snapshot));
        return FloorFold.of(FoldCodec.read(in), new ListHistory(site.inTime), SiteState.KEEP)
                .view();
    }
}
