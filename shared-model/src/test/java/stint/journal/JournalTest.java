package stint.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class JournalTest {

    private static final JournalOptions SMALL = new JournalOptions(4096, 0);

    @TempDir Path directory;

    @Test
    void whatWasAppendedIsReadBackInOrderOverManySegments() throws Exception {
        List<byte[]> written = Records.some(500, 7);
        try (Journal journal = Journal.open(directory, SMALL)) {
            for (byte[] record : written) {
                Records.append(journal, record);
            }
            assertThat(journal.lastIndex()).isEqualTo(500);
            Records.assertSame(journal.read(1, 1000), written);
            Records.assertSame(journal.read(333, 10), written.subList(332, 342));
        }
        try (Journal journal = Journal.open(directory, SMALL)) {
            assertThat(journal.startedCleanly()).isTrue();
            assertThat(journal.cutBytes()).isZero();
            Records.assertSame(journal.read(1, 1000), written);
            assertThat(Records.append(journal, new byte[] {1})).isEqualTo(501);
        }
    }

    @Test
    void aReaderFollowsTheWriter() throws Exception {
        List<byte[]> written = Records.some(300, 11);
        try (Journal journal = Journal.open(directory, SMALL);
                JournalReader reader = journal.reader(1)) {
            for (byte[] record : written) {
                assertThat(reader.next()).isNull();
                Records.append(journal, record);
                assertThat(reader.next()).isEqualTo(record);
            }
        }
    }

    @Test
    void manyWritersAreConfirmedTogetherAndInTheirOwnOrder() throws Exception {
        try (Journal journal = Journal.open(directory, new JournalOptions(1 << 20, 0))) {
            List<CompletableFuture<Long>> waiting = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                waiting.add(
                        journal.append(List.of(Records.number(i), Records.number(-i - 1)))
                                .toCompletableFuture());
            }
            for (int i = 0; i < waiting.size(); i++) {
                assertThat(waiting.get(i).get()).isEqualTo(2L * i + 2);
            }
            List<byte[]> read = journal.read(1, 10_000);
            List<byte[]> expected =
                    IntStream.range(0, 5_000)
                            .boxed()
                            .flatMap(i ->
                                    List.of(Records.number(i), Records.number(-i - 1)).stream())
                            .toList();
            Records.assertSame(read, expected);
        }
    }

    @Test
    void aRequestLargerThanASegmentGetsItsOwn() throws Exception {
        byte[] large = Records.some(1, 3, 100_000).getFirst();
        try (Journal journal = Journal.open(directory, SMALL)) {
            Records.append(journal, Records.number(1));
            Records.append(journal, large);
            Records.append(journal, Records.number(2));
        }
        try (Journal journal = Journal.open(directory, SMALL)) {
            assertThat(journal.read(2, 1).getFirst()).isEqualTo(large);
            assertThat(journal.lastIndex()).isEqualTo(3);
        }
    }

    @Test
    void onlyOneHasTheJournal() throws Exception {
        Journal journal = Journal.open(directory, SMALL);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> Journal.open(directory, SMALL))
                    .isInstanceOf(JournalLockedException.class);
        }
        journal.close();
        Journal.open(directory, SMALL).close();
    }

    @Test
    void EV_2_aStartAfterACrashIsKnown() throws Exception {
        Path crashed = directory.resolve("crashed");
        try (Journal journal = Journal.open(directory.resolve("live"), SMALL)) {
            assertThat(journal.startedCleanly()).isTrue();
            Records.append(journal, Records.number(1));
            Records.copy(directory.resolve("live"), crashed);
        }
        try (Journal journal = Journal.open(crashed, SMALL)) {
            assertThat(journal.startedCleanly()).isFalse();
            assertThat(journal.lastIndex()).isEqualTo(1);
        }
        // Nothing was recorded in that run, so whatever it began is nowhere: begin it again.
        try (Journal journal = Journal.open(crashed, SMALL)) {
            assertThat(journal.startedCleanly()).isFalse();
            Records.append(journal, Records.number(2));
        }
        try (Journal journal = Journal.open(crashed, SMALL)) {
            assertThat(journal.startedCleanly()).isTrue();
        }
    }

    @Test
    void afterCloseNothingIsTaken() throws Exception {
        Journal journal = Journal.open(directory, SMALL);
        journal.close();
        journal.close();
        assertThatThrownBy(() -> Records.append(journal, Records.number(1)))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(JournalClosedException.class);
    }

    @Test
    void closeWritesWhatWaits() throws Exception {
        Journal journal = Journal.open(directory, SMALL);
        List<CompletableFuture<Long>> waiting = new ArrayList<>();
        for (byte[] record : Records.some(200, 5)) {
            waiting.add(journal.append(List.of(record)).toCompletableFuture());
        }
        journal.close();
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        assertThat(waiting.getLast().get()).isEqualTo(200);
    }

    @Test
    void anInterruptedCallerHarmsNoOne() throws Exception {
        try (Journal journal = Journal.open(directory, SMALL)) {
            Records.append(journal, Records.number(1));
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("journal ")) {
                    thread.interrupt();
                }
            }
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> journal.read(1, 1)).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Records.append(journal, Records.number(2))).isEqualTo(2);
            assertThat(journal.read(1, 5)).hasSize(2);
        }
    }

    @Test
    void anAlmostFullDiskRefusesNewWorkAndLetsWorkEnd() throws Exception {
        AtomicLong usable = new AtomicLong(1 << 20);
        JournalOptions options = new JournalOptions(4096, 1000);
        try (Journal journal = Journal.open(directory, options, usable::get)) {
            assertThat(directory.resolve("reserve")).exists();
            Records.append(journal, Records.number(1));
            usable.set(999);
            assertThatThrownBy(() -> Records.append(journal, Records.number(2)))
                    .hasCauseInstanceOf(JournalFullException.class);
            long ended =
                    journal.append(List.of(Records.number(3)), Urgency.ENDING)
                            .toCompletableFuture()
                            .get();
            assertThat(ended).isEqualTo(2);
            usable.set(1 << 20);
            assertThat(Records.append(journal, Records.number(4))).isEqualTo(3);
        }
    }

    @Test
    void withoutRoomForASegmentTheReserveIsUsedAndThenTheJournalSaysNo() throws Exception {
        try (Journal journal = Journal.open(directory, SMALL)) {
            assertThat(directory.resolve("reserve")).exists();
            byte[] record = new byte[3000];
            record[0] = 1;
            Records.append(journal, record);
            // A directory where the next segment would be made stands in for a full disk.
            Path blocked = directory.resolve("0000000000000000002.journal.new");
            Files.createDirectories(blocked.resolve("in use"));
            assertThatThrownBy(() -> Records.append(journal, record))
                    .hasCauseInstanceOf(IOException.class);
            assertThat(directory.resolve("reserve")).doesNotExist();
            assertThatThrownBy(() -> Records.append(journal, record))
                    .hasCauseInstanceOf(JournalFullException.class);
            // What fits into the segment at hand is still taken, and nothing is skipped.
            assertThat(Records.append(journal, Records.number(1))).isEqualTo(2);
        }
    }

    @Test
    void whatIsLetGoIsGoneAndWhatStandsForItIsThereAfterAStart() throws Exception {
        List<byte[]> written = Records.some(500, 7);
        long first;
        try (Journal journal = Journal.open(directory, SMALL);
                JournalReader slow = journal.reader(1)) {
            for (byte[] record : written) {
                Records.append(journal, record);
            }
            assertThat(journal.instead()).isEmpty();
            assertThat(journal.letGo(2, () -> new byte[] {1})).as("less than a segment").isFalse();
            assertThat(journal.letGo(300, () -> new byte[] {2, 3})).isTrue();
            first = journal.firstIndex();
            assertThat(first).isBetween(250L, 300L);
            assertThatThrownBy(() -> journal.read(first - 1, 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(slow.next()).as("a reader passes over it").isEqualTo(record(written, first));
            assertThat(journal.letGo(300, () -> new byte[] {4})).isFalse();
            assertThat(journal.letGo(9_000, () -> new byte[] {5})).isTrue();
            assertThat(journal.firstIndex()).as("the last is never let go").isLessThan(501);
        }
        try (Journal journal = Journal.open(directory, SMALL)) {
            assertThat(journal.startedCleanly()).isTrue();
            assertThat(journal.instead()).hasValue(new byte[] {5});
            Records.assertSame(
                    journal.read(journal.firstIndex(), 1_000),
                    written.subList((int) journal.firstIndex() - 1, 500));
            assertThat(Records.append(journal, new byte[] {1})).isEqualTo(501);
        }
        Files.delete(directory.resolve("let-go"));
        assertThatThrownBy(() -> Journal.open(directory, SMALL))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("what stands for it");
    }

    private static byte[] record(List<byte[]> written, long index) {
        return written.get((int) index - 1);
    }

    @Test
    void aPowerCutBetweenTheStandInAndTheLastDeletionLeavesAWholeJournal() throws Exception {
        List<byte[]> written = Records.some(500, 7);
        Path copy = directory.resolve("copy");
        Path journalOf = directory.resolve("journal");
        List<Path> segments;
        try (Journal journal = Journal.open(journalOf, SMALL)) {
            for (byte[] record : written) {
                Records.append(journal, record);
            }
            segments = segments(journalOf);
            Files.createDirectory(copy);
            for (Path segment : segments) {
                Files.copy(segment, copy.resolve(segment.getFileName()));
            }
            assertThat(journal.letGo(400, () -> new byte[] {7})).isTrue();
        }
        int gone = segments.size() - segments(journalOf).size();
        assertThat(gone).isGreaterThan(2);
        for (int deleted = gone; deleted > 0; deleted--) { // Backwards: each is one deletion less.
            Path back = segments.get(deleted - 1).getFileName();
            Files.copy(copy.resolve(back), journalOf.resolve(back));
            try (Journal journal = Journal.open(journalOf, SMALL)) {
                assertThat(journal.instead()).hasValue(new byte[] {7});
                Records.assertSame(
                        journal.read(journal.firstIndex(), 1_000),
                        written.subList((int) journal.firstIndex() - 1, 500));
            }
        }
    }

    private static List<Path> segments(Path journalOf) throws IOException {
        try (Stream<Path> files = Files.list(journalOf)) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX)).sorted().toList();
        }
    }
}
