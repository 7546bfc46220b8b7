package stint.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A log on a {@link MemoryDisk}: the journal's records, segments and recovery, without its thread
 * and its files. Power may fail at each step of a write.
 */
public final class MemoryJournal implements RecordLog {

    private static final int SEGMENT_BYTES = 16 * 1024;

    private final MemoryDisk disk;
    private final Power power;
    private final boolean lazy;
    private final boolean startedCleanly;
    private final long lastAtStart;
    private final List<byte[]> records = new ArrayList<>();
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
        this.disk = disk;
        this.power = power;
        this.lazy = lazy;
        Recovery recovery = new Recovery();
        for (byte[] segment : disk.segments()) {
            long first = recovery.nextIndex();
            int used = recovery.take(Path.of("memory"), segment);
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
            roll(SEGMENT_BYTES);
        }
    }

    @Override
    public boolean startedCleanly() {
        return startedCleanly;
    }

    @Override
    public long firstIndex() {
        return 1;
    }

    @Override
    public long lastIndex() {
        return records.size();
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
            roll(Math.max(SEGMENT_BYTES, Segment.HEADER_BYTES + length));
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
        int start = (int) (from - 1);
        return List.copyOf(
                records.subList(
                        Math.min(start, records.size()),
                        Math.min(records.size(), start + countMax)));
    }

    @Override
    public void replay(long from, Replay listener) throws IOException {
        for (byte[] record : records.subList((int) from - 1, records.size())) {
            listener.record(record);
        }
    }

    @Override
    public void close() {
        force();
        if (startedCleanly || forced > lastAtStart) {
            disk.clean(forced);
        }
    }
}
