package stint.station.store;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * H2's files by the name {@code recorded:…}: what it writes, cuts short and forces is written down,
 * and can be left by halves as a disk leaves it that loses power.
 *
 * <p>One recording at a time: H2 makes these by itself, so what they write to is static.
 */
public final class RecordedDisk extends FilePathWrapper {

    static final String SCHEME = "recorded";

    /** Disks write a sector whole, or not at all. */
    private static final int SECTOR = 512;

    private static final List<Step> STEPS = new ArrayList<>();

    /** What is kept of what was not forced. */
    enum Model {
        /** All of it, as after {@code kill -9}. */
        WHOLE,
        /** Nothing. */
        DROPPED,
        /** The first steps in their order, the last of them in part. */
        PREFIX,
        /** Any sectors of any steps. */
        SCATTERED
    }

    /** What happened to the file. */
    private sealed interface Step {

        /** Bytes at a place. */
        record Bytes(long place, byte[] content) implements Step {}

        /** The file ends here now. */
        record Cut(long size) implements Step {}

        /** All before is on the disk. */
        record Forced() implements Step {}
    }

    /** As H2 wants it. */
    public RecordedDisk() {}

    /** Begins a new recording. */
    static void begin() {
        synchronized (STEPS) {
            STEPS.clear();
        }
        FilePath.register(new RecordedDisk());
    }

    /** How much has happened. */
    static int steps() {
        synchronized (STEPS) {
            return STEPS.size();
        }
    }

    private static void happened(Step step) {
        synchronized (STEPS) {
            STEPS.add(step);
        }
    }

    /**
     * What is left of the file.
     *
     * @param until the power goes after so many steps
     */
    static byte[] left(int until, Model model, RandomGenerator luck) {
        List<Step> steps;
        synchronized (STEPS) {
            steps = List.copyOf(STEPS.subList(0, until));
        }
        int forced = 0;
        for (int index = 0; index < until; index++) {
            if (steps.get(index) instanceof Step.Forced) {
                forced = index;
            }
        }
        byte[] file = new byte[0];
        for (Step step : steps.subList(0, forced)) {
            file = after(file, step);
        }
        List<Step> unforced = steps.subList(forced, until);
        return switch (model) {
            case DROPPED -> file;
            case WHOLE -> all(file, unforced);
            case PREFIX -> prefix(file, unforced, luck);
            case SCATTERED -> scattered(file, unforced, luck);
        };
    }

    private static byte[] all(byte[] file, List<Step> steps) {
        byte[] after = file;
        for (Step step : steps) {
            after = after(after, step);
        }
        return after;
    }

    private static byte[] prefix(byte[] file, List<Step> steps, RandomGenerator luck) {
        int kept = luck.nextInt(steps.size() + 1);
        byte[] after = all(file, steps.subList(0, kept));
        if (kept < steps.size()
                && steps.get(kept) instanceof Step.Bytes(long place, byte[] whole)) {
            after =
                    after(
                            after,
                            new Step.Bytes(
                                    place, Arrays.copyOf(whole, luck.nextInt(whole.length + 1))));
        }
        return after;
    }

    private static byte[] scattered(byte[] file, List<Step> steps, RandomGenerator luck) {
        byte[] after = file;
        for (Step step : steps) {
            if (step instanceof Step.Bytes(long place, byte[] whole)) {
                for (int from = 0; from < whole.length; from += SECTOR) {
                    if (luck.nextBoolean()) {
                        int to = Math.min(whole.length, from + SECTOR);
                        byte[] sector = Arrays.copyOfRange(whole, from, to);
                        after = after(after, new Step.Bytes(place + from, sector));
                    }
                }
            } else if (luck.nextBoolean()) {
                after = after(after, step);
            }
        }
        return after;
    }

    private static byte[] after(byte[] file, Step step) {
        return switch (step) {
            case Step.Bytes(long place, byte[] content) -> {
                int end = (int) place + content.length;
                byte[] longer = end > file.length ? Arrays.copyOf(file, end) : file;
                System.arraycopy(content, 0, longer, (int) place, content.length);
                yield longer;
            }
            case Step.Cut(long size) -> size < file.length ? Arrays.copyOf(file, (int) size) : file;
            case Step.Forced forced -> file;
        };
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    /** One open file. */
    private static final class Channel extends FileBaseDefault {

        private final FileChannel real;

        Channel(FileChannel real) {
            this.real = real;
        }

        @Override
        public int read(ByteBuffer into, long place) throws IOException {
            return real.read(into, place);
        }

        @Override
        public int write(ByteBuffer from, long place) throws IOException {
            byte[] content = new byte[from.remaining()];
            from.duplicate().get(content);
            int written = real.write(from, place);
            happened(new Step.Bytes(place, Arrays.copyOf(content, written)));
            return written;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            real.truncate(size);
            happened(new Step.Cut(size));
        }

        @Override
        public void force(boolean metaData) {
            happened(new Step.Forced());
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileLock tryLock(long place, long size, boolean shared) throws IOException {
            return real.tryLock(place, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
