package stint.powercut;

import static org.assertj.core.api.Assertions.assertThat;

import stint.journal.Journal;
import stint.journal.Urgency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Records that follow from their numbers, from 0: record n has index n + 1 in a journal. */
final class NumberedRecords {

    private NumberedRecords() {}

    /** Any bytes, of any length up to some sectors, that follow from the number. */
    private static byte[] record(int number) {
        Random random = new Random(number);
        byte[] bytes = new byte[4 + random.nextInt(1500)];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putInt(0, number);
        return bytes;
    }

    /** Appends the records of some numbers next to each other. */
    static CompletableFuture<Long> append(Journal journal, int from, int to) {
        List<byte[]> records = IntStream.range(from, to).mapToObj(NumberedRecords::record).toList();
        return journal.append(records, Urgency.NORMAL).toCompletableFuture();
    }

    /** The same, and notes when the journal said yes. */
    static CompletableFuture<?> append(Journal journal, int from, int to, Recording recording) {
        List<Integer> numbers = IntStream.range(from, to).boxed().toList();
        return append(journal, from, to)
                .thenAccept(last -> recording.add(new Write.Confirmed(numbers)));
    }

    /** The index up to which the journal had said yes. */
    static int confirmed(List<Write> writes) {
        return writes.stream()
                .filter(Write.Confirmed.class::isInstance)
                .mapToInt(write -> ((Write.Confirmed) write).records().getLast() + 1)
                .max()
                .orElse(0);
    }

    /** From the first index to the last the journal has the records that were written. */
    static void assertWhole(Journal journal, int first, int last, String what) throws IOException {
        assertThat(journal.firstIndex()).as(what).isEqualTo(first);
        List<byte[]> records = journal.read(first, last - first + 2);
        assertThat(records).as(what).hasSize(last - first + 1);
        for (int index = first; index <= last; index++) {
            assertThat(Arrays.equals(records.get(index - first), record(index - 1)))
                    .as("%s: record %d is the one that was written", what, index - 1)
                    .isTrue();
        }
    }
}
