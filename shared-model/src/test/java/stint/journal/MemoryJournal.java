package stint.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A log on a {@link MemoryDisk}: the journal's records, segments and recovery, without its thread
 * and its files. Power may fail at each step of a write.
 */
public final class MemoryJournal implements RecordLog {

    private static final int SEGMENT_BYTES = 16 * 1024;

    private final MemoryDisk disk;
    private final int segmentBytes;
    private final Power power;
    private final boolean lazy;
    private final boolean startedCleanly;
    private final long lastAtStart;
    private final List<byte[]> records = new ArrayList<>();
    private final List<Long> firstOfSegment = new ArrayList<>();
    private int end;
    private long forced;
    private byte[] waiting = {};
    private long waitingLast;

    /** The moments of a write. */
    public enum Moment {
        BEFORE_WRITE,
        BEFORE_FORCE,
        AFTER_FORCE
    }

    /** What may fail. */
    @FunctionalInterface
    public interface Power {

        /** Throws an error of its own when it fails now. */
        void at(Moment moment);
    }

    /**
     * Opens what is on the disk.
     *
     * @param lazy whether it says yes before the bytes are forced, which a journal must not
     */
    public MemoryJournal(MemoryDisk disk, Power power, boolean lazy) throws IOException {
        this(disk, power, lazy, SEGMENT_BYTES);
    }

    /**
     * Opens what is on the disk.
     *
     * @param segmentBytes of each segment: of small ones there are more
     */
    public MemoryJournal(MemoryDisk disk, Power power, boolean lazy, int segmentBytes)
            throws IOException {
        this.disk = disk;
        this.segmentBytes = segmentBytes;
        this.power = power;
        this.lazy = lazy;
        Recovery recovery = new Recovery();
        for (byte[] segment : disk.segments()) {
            int used = recovery.take(Path.of("memory"), segment);
            long first = recovery.segments().getLast().firstIndex();
            firstOfSegment.add(first);
            int place = Segment.HEADER_BYTES;
            for (long index = first; index < recovery.nextIndex(); index++) {
                int length = ByteBuffer.wrap(segment).getInt(place + Segment.LENGTH_AT);
                int start = place + Segment.RECORD_HEADER_BYTES;
                records.add(Arrays.copyOfRange(segment, start, start + length));
                place = start + length;
            }
            Arrays.fill(segment, recovery.end(), used, (byte) 0);
        }
        end = recovery.end();
        forced = recovery.nextIndex() - 1;
        lastAtStart = forced;
        startedCleanly = disk.isCleanAt(forced);
        disk.dirty();
        if (disk.segments().isEmpty()) {
            roll(segmentBytes);
        }
    }

    @Override
    public boolean startedCleanly() {
        return startedCleanly;
    }

    @Override
    public long firstIndex() {
        return firstOfSegment.getFirst();
    }

    @Override
    public long lastIndex() {
        return firstIndex() + records.size() - 1;
    }

    @Override
    public long keep(List<byte[]> added, Urgency urgency) throws IOException {
        if (disk.full() && urgency != Urgency.ENDING) {
            throw new JournalFullException("the simulated disk is full");
        }
        force();
        power.at(Moment.BEFORE_WRITE);
        int length = added.stream().mapToInt(Segment::recordBytes).sum();
        if (length > disk.segments().getLast().length - end) {
            roll(Math.max(segmentBytes, Segment.HEADER_BYTES + length));
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        long index = forced;
        for (byte[] record : added) {
            index++;
            Segment.put(buffer, index, forced, record);
        }
        waiting = buffer.array();
        waitingLast = index;
        records.addAll(added);
        if (!lazy) {
            power.at(Moment.BEFORE_FORCE);
            force();
            power.at(Moment.AFTER_FORCE);
        }
        return index;
    }

    private void roll(int bytes) {
        disk.segments().add(Arrays.copyOf(Segment.header(forced + 1), bytes));
        firstOfSegment.add(forced + 1);
        end = Segment.HEADER_BYTES;
    }

    private void force() {
        if (waiting.length > 0) {
            System.arraycopy(waiting, 0, disk.segments().getLast(), end, waiting.length);
            end += waiting.length;
            forced = waitingLast;
            waiting = new byte[0];
        }
    }

    /** The power has failed; nothing may be asked of this any more. */
    public void lost(RandomGenerator luck) {
        if (waiting.length > 0) {
            disk.tear(disk.segments().getLast(), end, waiting, luck);
        }
    }

    @Override
    public List<byte[]> read(long from, int countMax) {
        int start = place(from);
        return List.copyOf(
                records.subList(
                        Math.min(start, records.size()),
                        Math.min(records.size(), start + countMax)));
    }

    @Override
    public void replay(long from, Replay listener) throws IOException {
        for (byte[] record : List.copyOf(records.subList(place(from), records.size()))) {
            listener.record(record);
        }
    }

    private int place(long index) {
        if (index < firstIndex()) {
            throw new IllegalArgumentException(index + " was let go");
        }
        return (int) (index - firstIndex());
    }

    /** Power may fail before and after what stands for them is there, and after each segment. */
    @Override
    public boolean letGo(long before, Supplier<byte[]> instead) throws IOException {
        force();
        long wanted = Math.min(before, lastIndex());
        if (firstOfSegment.size() < 2 || firstOfSegment.get(1) > wanted) {
            return false;
        }
        if (disk.full()) {
            throw new IOException("the simulated disk is full");
        }
        power.at(Moment.BEFORE_WRITE);
        disk.instead(instead.get());
        power.at(Moment.BEFORE_FORCE);
        while (firstOfSegment.size() > 1 && firstOfSegment.get(1) <= wanted) {
            long gone = firstOfSegment.get(1) - firstOfSegment.getFirst();
            disk.segments().removeFirst();
            firstOfSegment.removeFirst();
            records.subList(0, (int) gone).clear();
            power.at(Moment.AFTER_FORCE);
        }
        return true;
    }

    @Override
    public void stand(byte[] instead) throws IOException {
        if (disk.full()) {
            throw new IOException("the simulated disk is full");
        }
        power.at(Moment.BEFORE_WRITE);
        disk.instead(instead);
        power.at(Moment.AFTER_FORCE);
    }

    @Override
    public Optional<byte[]> instead() {
        return Optional.ofNullable(disk.instead());
    }

    @Override
    public void close() {
        force();
        if (startedCleanly || forced > lastAtStart) {
            disk.clean(forced);
        }
    }
}
