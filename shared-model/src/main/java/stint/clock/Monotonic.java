package stint.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Time since a start that is fixed within a boot; never jumps with the wall clock. */
public interface Monotonic {

    /** Milliseconds since the start. */
    long millis();

    /** Identifies the boot. */
    long boot();

    /**
     * The best this machine has: on Linux the time since boot, which also counts sleep and which a
     * restarted program shares; elsewhere the run of this program.
     */
    static Monotonic ofThisMachine() {
        try {
            return new SinceBoot();
        } catch (IOException | IllegalArgumentException e) {
            return new SinceStart(UUID.randomUUID().getMostSignificantBits(), System.nanoTime());
        }
    }

    /**
     * The run of this program.
     *
     * @param boot drawn at random
     * @param startNanos {@link System#nanoTime} at the start
     */
    record SinceStart(long boot, long startNanos) implements Monotonic {
        @Override
        public long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
        }
    }

    /** The kernel's uptime, refined by the finer clock that stands still while a machine sleeps. */
    final class SinceBoot implements Monotonic {

        private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
        private static final Path UPTIME = Path.of("/proc/uptime");

        /** The uptime is given in hundredths of a second; what differs by more was sleep. */
        private static final long SLEEP_MS_MIN = 100;

        private final long boot;
        private long lead;

        SinceBoot() throws IOException {
            boot = UUID.fromString(Files.readString(BOOT_ID).strip()).getMostSignificantBits();
            lead = uptimeMillis() - fineMillis();
        }

        @Override
        public long boot() {
            return boot;
        }

        @Override
        public synchronized long millis() {
            try {
                long seen = uptimeMillis() - fineMillis();
                if (seen - lead > SLEEP_MS_MIN) {
                    lead = seen;
                }
            } catch (IOException | IllegalArgumentException e) {
                // Without the uptime only sleep goes uncounted.
                return fineMillis() + lead;
            }
            return fineMillis() + lead;
        }

        private static long uptimeMillis() throws IOException {
            String text = Files.readString(UPTIME);
            return (long) (Double.parseDouble(text.substring(0, text.indexOf(' '))) * 1000);
        }

        private static long fineMillis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }
    }
}
