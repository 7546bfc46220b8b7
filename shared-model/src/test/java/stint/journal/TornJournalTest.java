package stint.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A crash leaves any part of what was not yet forced; damage is something else. */
class TornJournalTest {

    private static final JournalOptions SMALL = new JournalOptions(8192, 0);
    private static final String FIRST = "0000000000000000001.journal";

    @TempDir Path directory;

    private final List<byte[]> written = Records.some(30, 42);
    private final List<Integer> ends = new ArrayList<>();
    private byte[] whole = new byte[0];

    /** Ten groups of three records each. */
    @BeforeEach
    void write() throws Exception {
        Path live = directory.resolve("live");
        try (Journal journal = Journal.open(live, SMALL)) {
            for (int i = 0; i < written.size(); i += 3) {
                journal.append(written.subList(i, i + 3)).toCompletableFuture().get();
            }
        }
        whole = Files.readAllBytes(live.resolve(FIRST));
        int end = Segment.HEADER_BYTES;
        for (byte[] record : written) {
            end += Segment.recordBytes(record);
            ends.add(end);
        }
    }

    @Test
    void aCutAtAnyByteKeepsEveryWholeRecord() throws Exception {
        for (int cut = Segment.HEADER_BYTES; cut <= ends.getLast(); cut++) {
            byte[] torn = Arrays.copyOf(Arrays.copyOf(whole, cut), whole.length);
            int kept = wholeRecords(torn);
            assertKept(torn, kept, "cut at byte " + cut);
        }
    }

    @Test
    void whateverIsLeftOfTheLastGroupNothingBeforeItIsLost() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] torn = whole.clone();
            int from = ends.get(26);
            for (int place = from; place < ends.getLast(); ) {
                int block = 1 + random.nextInt(40);
                int end = Math.min(place + block, ends.getLast());
                if (random.nextBoolean()) {
                    Arrays.fill(torn, place, end, (byte) 0);
                } else if (random.nextInt(4) == 0) {
                    torn[place] ^= (byte) (1 << random.nextInt(8));
                }
                place = end;
            }
            int kept = wholeRecords(torn);
            assertKept(torn, kept, "seed " + seed);
        }
    }

    @Test
    void aFlippedBitInAnEarlierGroupIsReportedAndNothingIsChanged() throws Exception {
        for (int place = Segment.HEADER_BYTES; place < ends.get(26); place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= (byte) (1 << (place % 8));
            Path copy = write(damaged, "flip" + place);
            int at = place;
            int record = (int) ends.stream().filter(end -> end <= at).count() + 1;
            assertThatThrownBy(() -> Journal.open(copy, SMALL))
                    .as("byte %s", place)
                    .isInstanceOfSatisfying(
                            JournalDamagedException.class,
                            e -> assertThat(e.index()).isEqualTo(record));
            assertThat(Files.readAllBytes(copy.resolve(FIRST))).isEqualTo(damaged);
        }
    }

    @Test
    void aLostMiddleIsReported() throws Exception {
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, ends.get(5), ends.get(20), (byte) 0);
        Path copy = write(damaged, "hole");
        assertThatThrownBy(() -> Journal.open(copy, SMALL))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("record 7")
                .hasMessageContaining(FIRST);
    }

    @Test
    void aRecordMissingAfterACleanStopIsReported() throws Exception {
        Path live = directory.resolve("live");
        byte[] damaged = whole.clone();
        damaged[ends.getLast() - 1] ^= 1;
        Files.write(live.resolve(FIRST), damaged);
        assertThatThrownBy(() -> Journal.open(live, SMALL))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("clean");
    }

    @Test
    void aLostSegmentIsReported() throws Exception {
        Path live = directory.resolve("many");
        try (Journal journal = Journal.open(live, new JournalOptions(4096, 0))) {
            for (byte[] record : Records.some(200, 3)) {
                Records.append(journal, record);
            }
        }
        List<Path> segments;
        try (var files = Files.list(live)) {
            segments =
                    files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                            .sorted()
                            .toList();
        }
        assertThat(segments).hasSizeGreaterThan(3);
        Files.delete(segments.get(1));
        assertThatThrownBy(() -> Journal.open(live, SMALL))
                .isInstanceOf(JournalDamagedException.class);
    }

    @Test
    void whatIsWrittenAfterACutIsNotTakenForTheOldTail() throws Exception {
        byte[] torn = whole.clone();
        torn[ends.get(27) + 30] ^= 1;
        Path copy = write(torn, "again");
        List<byte[]> kept = new ArrayList<>(written.subList(0, 28));
        try (Journal journal = Journal.open(copy, SMALL)) {
            assertThat(journal.lastIndex()).isEqualTo(28);
            assertThat(journal.cutBytes()).isPositive();
            assertThat(journal.startedCleanly()).isFalse();
            byte[] added = {9};
            Records.append(journal, added);
            kept.add(added);
        }
        try (Journal journal = Journal.open(copy, SMALL)) {
            assertThat(journal.cutBytes()).isZero();
            Records.assertSame(journal.read(1, 100), kept);
        }
    }

    /** Records from the start on whose bytes are all as they were written. */
    private int wholeRecords(byte[] torn) {
        int start = Segment.HEADER_BYTES;
        int count = 0;
        for (int end : ends) {
            boolean same = Arrays.equals(torn, start, end, whole, start, end);
            if (!same) {
                break;
            }
            start = end;
            count++;
        }
        return count;
    }

    private void assertKept(byte[] torn, int kept, String what) throws IOException {
        Path copy = write(torn, what.replace(' ', '-'));
        try (Journal journal = Journal.open(copy, SMALL)) {
            assertThat(journal.lastIndex()).as(what).isEqualTo(kept);
            Records.assertSame(journal.read(1, 100), written.subList(0, kept));
        }
    }

    private Path write(byte[] segment, String name) throws IOException {
        Path copy = Files.createDirectories(directory.resolve(name));
        Files.write(copy.resolve(FIRST), segment);
        return copy;
    }
}
