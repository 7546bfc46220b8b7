package stint.installer.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What one thing took, many times over. Immutable. */
public final class Sample {

    private static final double NANOS_PER_MS = 1e6;

    /** Work that is measured. */
    interface Work {
        void run() throws Exception;
    }

    private final long[] nanos;

    /** Of what was timed elsewhere, in nanoseconds; at least one. */
    public static Sample ofNanos(Collection<Long> nanos) {
        return new Sample(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    Sample(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /** Does the work so often, after a warm-up of a quarter of that. */
    static Sample of(int times, Work work) throws Exception {
        return paced(times, 0, work);
    }

    /**
     * The same with a pause before each, that is not measured: for what people do one at a time.
     */
    static Sample paced(int times, long pauseMs, Work work) throws Exception {
        return timed(
                times,
                pauseMs,
                () -> {
                    long begun = System.nanoTime();
                    work.run();
                    return System.nanoTime() - begun;
                });
    }

    /** The same for work that holds the clock itself and says how many nanoseconds it took. */
    static Sample timed(int times, long pauseMs, Callable<Long> work) throws Exception {
        for (int time = 0; time < times / 4; time++) {
            work.call();
        }
        long[] nanos = new long[times];
        for (int time = 0; time < times; time++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMs));
            nanos[time] = work.call();
        }
        return new Sample(nanos);
    }

    /** The median, in milliseconds. */
    public double medianMs() {
        return percentileMs(50);
    }

    /** A percentile, in milliseconds. */
    public double percentileMs(int percent) {
        int index = Math.ceilDiv(nanos.length * percent, 100) - 1;
        return nanos[Math.max(0, index)] / NANOS_PER_MS;
    }

    /** Median and p99 in milliseconds, in two columns. */
    public String times() {
        return String.format(Locale.ROOT, "%9.2f  %9.2f", medianMs(), percentileMs(99));
    }
}
