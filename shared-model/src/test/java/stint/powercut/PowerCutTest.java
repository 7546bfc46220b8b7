package stint.powercut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.journal.Urgency;
import stint.powercut.Leftover.Model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * SYNC "the bench store": whatever a disk keeps when the power goes, what was confirmed is there
 * and the journal opens. {@code -Dcuts=10000} cuts more often, {@code -Dseed=N} elsewhere.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class PowerCutTest {

    private static final long SEED = Long.getLong("seed", 1);
    private static final int CUTS = Integer.getInteger("cuts", 300);

    private static final int RUNS = 3;
    private static final int RECORDS_PER_RUN = 150;
    private static final JournalOptions SMALL = new JournalOptions(8 * 1024, 0);

    @TempDir private Path directory;

    private final Random luck = new Random(SEED);
    private final Recording recording = new Recording();
    private int cut;
    private int torn;

    /** A journal used for a while: opened, written by groups of any size, closed, three times. */
    private List<Write> used() throws IOException {
        Path original = Files.createDirectory(directory.resolve("original"));
        Path recorded = RecordedFiles.below(original, recording);
        int number = 0;
        for (int run = 0; run < RUNS; run++) {
            try (Journal journal = Journal.open(recorded, SMALL)) {
                List<CompletableFuture<?>> confirmations = new ArrayList<>();
                for (int end = number + RECORDS_PER_RUN; number < end; ) {
                    int first = number;
                    number = Math.min(end, number + 1 + luck.nextInt(4));
                    confirmations.add(append(journal, first, number));
                    if (luck.nextInt(3) == 0) {
                        CompletableFuture.allOf(confirmations.toArray(CompletableFuture[]::new))
                                .join();
                    }
                }
            }
        }
        return recording.writes();
    }

    private CompletableFuture<?> append(Journal journal, int from, int to) {
        List<Integer> numbers = IntStream.range(from, to).boxed().toList();
        List<byte[]> records = numbers.stream().map(PowerCutTest::record).toList();
        return journal.append(records, Urgency.NORMAL)
                .thenAccept(last -> recording.add(new Write.Confirmed(numbers)))
                .toCompletableFuture();
    }

    /** Any bytes, of any length up to some sectors, that follow from the number. */
    private static byte[] record(int number) {
        Random random = new Random(number);
        byte[] bytes = new byte[4 + random.nextInt(1500)];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putInt(0, number);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void SY_3_a_power_cut_takes_nothing_that_was_confirmed(Model model) throws IOException {
        List<Write> writes = used();
        int confirmedOnce = 0;
        for (cut = 0; cut < CUTS; cut++) {
            int end = luck.nextInt(writes.size() + 1);
            confirmedOnce += check(writes.subList(0, end), model, end);
        }
        assertThat(confirmedOnce).as("cuts after something was confirmed").isPositive();
        assertThat(torn > 0)
                .as("cuts that left a torn end")
                .isEqualTo(model == Model.PREFIX || model == Model.SCATTERED);
    }

    /** 1 when something had been confirmed before the cut. */
    private int check(List<Write> writes, Model model, int end) throws IOException {
        String what = "seed " + SEED + ", cut " + cut + " after write " + end + " (" + model + ")";
        Path left = Files.createDirectory(directory.resolve("cut-" + model + "-" + cut));
        Leftover.write(writes, model, new Random(SEED ^ ((long) cut << 20)), left);
        int confirmed =
                writes.stream()
                        .filter(Write.Confirmed.class::isInstance)
                        .mapToInt(write -> ((Write.Confirmed) write).records().getLast() + 1)
                        .max()
                        .orElse(0);
        int kept;
        try (Journal journal = Journal.open(left, SMALL)) {
            kept = (int) journal.lastIndex();
            torn += journal.cutBytes() > 0 ? 1 : 0;
            assertThat(kept).as(what).isGreaterThanOrEqualTo(confirmed);
            same(journal, kept, what);
            journal.append(List.of(record(kept)), Urgency.NORMAL).toCompletableFuture().join();
        }
        try (Journal journal = Journal.open(left, SMALL)) {
            assertThat(journal.startedCleanly()).as(what).isTrue();
            same(journal, kept + 1, what);
        }
        delete(left);
        return confirmed > 0 ? 1 : 0;
    }

    private static void same(Journal journal, int count, String what) throws IOException {
        List<byte[]> records = journal.read(1, count + 1);
        assertThat(records).as(what).hasSize(count);
        for (int number = 0; number < count; number++) {
            assertThat(Arrays.equals(records.get(number), record(number)))
                    .as("%s: record %d is the one that was written", what, number)
                    .isTrue();
        }
    }

    @Test
    void aDiskThatForcesNothingIsNoticed() throws IOException {
        List<Write> writes =
                used().stream().filter(write -> !(write instanceof Write.Forced)).toList();
        int lost = 0;
        for (cut = 0; cut < 20; cut++) {
            int end = writes.size() - luck.nextInt(writes.size() / 2);
            try {
                check(writes.subList(0, end), Model.DROPPED, end);
            } catch (AssertionError | IOException e) {
                lost++;
            }
        }
        assertThat(lost).as("cuts that lose what was confirmed").isPositive();
    }

    @AfterEach
    void tidy() throws IOException {
        delete(directory.resolve("original"));
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
