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
import stint.powercut.Leftover.Model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * SYNC "the bench store": whatever a disk keeps when the power goes, what was confirmed is there
 * and the journal opens. See {@link Cut} for more cuts.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class PowerCutTest {

    private static final int RUNS = 3;
    private static final int RECORDS_PER_RUN = 150;
    private static final JournalOptions SMALL = new JournalOptions(8 * 1024, 0);

    @TempDir private Path directory;

    private final Random luck = new Random(Cut.SEED);
    private final Recording recording = new Recording(List.of());
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
                    confirmations.add(NumberedRecords.append(journal, first, number, recording));
                    if (luck.nextInt(3) == 0) {
                        CompletableFuture.allOf(confirmations.toArray(CompletableFuture[]::new))
                                .join();
                    }
                }
            }
        }
        return recording.writes();
    }

    @ParameterizedTest
    @EnumSource
    void SY_3_a_power_cut_takes_nothing_that_was_confirmed(Model model) throws IOException {
        List<Write> writes = used();
        int confirmedOnce = 0;
        for (int number = 0; number < Cut.CUTS; number++) {
            int end = luck.nextInt(writes.size() + 1);
            confirmedOnce += check(new Cut(number, writes.subList(0, end), model));
        }
        assertThat(confirmedOnce).as("cuts after something was confirmed").isPositive();
        assertThat(torn > 0)
                .as("cuts that left a torn end")
                .isEqualTo(model == Model.PREFIX || model == Model.SCATTERED);
    }

    /** 1 when something had been confirmed before the cut. */
    private int check(Cut cut) throws IOException {
        Path left = cut.leave(directory);
        String what = cut.toString();
        int confirmed = NumberedRecords.confirmed(cut.writes());
        int kept;
        try (Journal journal = Journal.open(left, SMALL)) {
            kept = (int) journal.lastIndex();
            torn += journal.cutBytes() > 0 ? 1 : 0;
            assertThat(kept).as(what).isGreaterThanOrEqualTo(confirmed);
            NumberedRecords.assertWhole(journal, 1, kept, what);
            NumberedRecords.append(journal, kept, kept + 1).join();
        }
        try (Journal journal = Journal.open(left, SMALL)) {
            assertThat(journal.startedCleanly()).as(what).isTrue();
            NumberedRecords.assertWhole(journal, 1, kept + 1, what);
        }
        Cut.delete(left);
        return confirmed > 0 ? 1 : 0;
    }

    @Test
    void aDiskThatForcesNothingIsNoticed() throws IOException {
        List<Write> writes =
                used().stream().filter(write -> !(write instanceof Write.Forced)).toList();
        int lost = 0;
        for (int number = 0; number < 20; number++) {
            int end = writes.size() - luck.nextInt(writes.size() / 2);
            try {
                check(new Cut(number, writes.subList(0, end), Model.DROPPED));
            } catch (AssertionError | IOException e) {
                lost++;
            }
        }
        assertThat(lost).as("cuts that lose what was confirmed").isPositive();
    }

    @AfterEach
    void tidy() throws IOException {
        Cut.delete(directory.resolve("original"));
    }
}
