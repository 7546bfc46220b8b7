package stint.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads all segments at the start: every record must be whole, save a torn end, which is cut. */
final class Recovery {

    private final List<Segment> segments = new ArrayList<>();
    private long nextIndex = 1;
    private int end = Segment.HEADER_BYTES;
    private long cutBytes;

    /**
     * Recovers.
     *
     * @throws JournalDamagedException when something forced is missing; nothing was changed then
     */
    static Recovery of(Path directory) throws IOException {
        Recovery recovery = new Recovery();
        List<Path> files = segmentFiles(directory);
        for (Path file : files) {
            int usedEnd = recovery.take(file, Files.readAllBytes(file));
            if (file.equals(files.getLast())) {
                recovery.cut(file, usedEnd);
            }
        }
        return recovery;
    }

    /** The segments, oldest first. */
    List<Segment> segments() {
        return segments;
    }

    /** The index of the next record. */
    long nextIndex() {
        return nextIndex;
    }

    /** Where it goes in the last segment. */
    int end() {
        return end;
    }

    /** Bytes of a torn end that were cut. */
    long cutBytes() {
        return cutBytes;
    }

    private static List<Path> segmentFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX)).sorted().toList();
        }
    }

    /**
     * Finds the records in the next segment.
     *
     * @return where the unusable bytes behind its last record end; {@link #end} when there are none
     */
    int take(Path file, byte[] content) throws JournalDamagedException {
        long first = Segment.firstIndexIn(content);
        if (first == 0) {
            throw new JournalDamagedException(file, nextIndex, 0, "the segment's header is broken");
        }
        if (segments.isEmpty()) {
            nextIndex = first;
        } else if (first != nextIndex) {
            throw new JournalDamagedException(
                    segments.getLast().file(),
                    nextIndex,
                    end,
                    "is missing, though the next segment begins with " + first);
        }
        Segment segment = new Segment(file, first, content.length);
        segments.add(segment);
        SegmentScan scan = new SegmentScan(content);
        end = Segment.HEADER_BYTES;
        for (int length = scan.lengthAt(end, nextIndex);
                length >= 0;
                length = scan.lengthAt(end, nextIndex)) {
            segment.remember(nextIndex, end);
            end += Segment.RECORD_HEADER_BYTES + length;
            nextIndex++;
        }
        int lastUsed = scan.lastUsed(end);
        if (lastUsed < end) {
            return end;
        }
        if (scan.knowsAsForced(end, nextIndex)) {
            throw new JournalDamagedException(
                    file,
                    nextIndex,
                    end,
                    "is damaged, and records written after it was forced follow");
        }
        return lastUsed + 1;
    }

    /** What is left of a torn group must never be taken for records later on. */
    private void cut(Path file, int usedEnd) throws IOException {
        if (usedEnd == end) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Disk.fillWithZeros(channel, end, usedEnd);
            channel.force(false);
        }
        cutBytes = (long) usedEnd - end;
    }
}
