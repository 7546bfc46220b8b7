package stint.powercut;

import stint.journal.Journal;
import stint.journal.JournalOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A journal that lets go of records while it is used, in some runs, some of them killed. */
final class LettingGo {

    /** A few records fill a segment. */
    static final JournalOptions SMALL = new JournalOptions(4 * 1024, 0);

    private static final int RUNS = 3;
    private static final int RECORDS_PER_RUN_MAX = 60;

    private final Random luck;
    private final List<Instead> given;
    private List<Write> writes;

    LettingGo(Random luck) {
        this(luck, List.of(), List.of());
    }

    private LettingGo(Random luck, List<Instead> given, List<Write> writes) {
        this.luck = luck;
        this.given = new ArrayList<>(given);
        this.writes = writes;
    }

    /** All that was given to stand for records. */
    List<Instead> given() {
        return given;
    }

    /** All that reached the disk. */
    List<Write> writes() {
        return writes;
    }

    /** Three runs, each as long as luck has it, closed or killed. */
    void use(Path below) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            int before = writes.size();
            run(below, 1 + luck.nextInt(RECORDS_PER_RUN_MAX));
            if (luck.nextBoolean()) {
                writes = writes.subList(0, luck.nextInt(before, writes.size() + 1));
            }
        }
    }

    /** Goes on from what is there, with so many records more, and closes. */
    void run(Path below, int count) throws IOException {
        Path directory = Files.createDirectory(below.resolve("run"));
        Leftover.write(writes, Leftover.Model.WHOLE, luck, directory);
        Recording recording = new Recording(writes);
        try (Journal journal = Journal.open(RecordedFiles.below(directory, recording), SMALL)) {
            opened(journal, recording);
            use(journal, recording, count);
        }
        writes = recording.writes();
        Cut.delete(directory);
    }

    /** The same, killed behind so many writes: the disk stays as it is, forced or not. */
    LettingGo killed(int end) {
        return new LettingGo(luck, given, writes.subList(0, end));
    }

    /** What a journal says as it opens must be true for good, as what it confirms. */
    private static void opened(Journal journal, Recording recording) throws IOException {
        if (journal.lastIndex() > 0) {
            recording.add(new Write.Confirmed(List.of((int) journal.lastIndex() - 1)));
        }
        Optional<byte[]> instead = journal.instead();
        if (instead.isPresent()) {
            stood(Instead.of(instead.get()), journal, recording);
        }
    }

    private void use(Journal journal, Recording recording, int count) throws IOException {
        List<CompletableFuture<?>> confirmations = new ArrayList<>();
        int number = (int) journal.lastIndex();
        for (int end = number + count; number < end; ) {
            int first = number;
            number = Math.min(end, number + 1 + luck.nextInt(4));
            confirmations.add(NumberedRecords.append(journal, first, number, recording));
            switch (luck.nextInt(8)) {
                case 0, 1 ->
                        CompletableFuture.allOf(confirmations.toArray(CompletableFuture[]::new))
                                .join();
                case 2 -> {
                    Instead next = next(journal);
                    given.add(next);
                    journal.stand(next.bytes());
                    stood(next, journal, recording);
                }
                case 3 -> {
                    Instead next = next(journal);
                    if (letGo(journal, next)) {
                        stood(next, journal, recording);
                    }
                }
                default -> {}
            }
        }
    }

    private boolean letGo(Journal journal, Instead next) throws IOException {
        return journal.letGo(
                next.upTo() + 1,
                () -> {
                    given.add(next);
                    return next.bytes();
                });
    }

    /** Stands for at least what is gone and at most what is durable. */
    private Instead next(Journal journal) {
        long first = journal.firstIndex();
        return new Instead(given.size(), luck.nextLong(first - 1, journal.lastIndex() + 1));
    }

    private static void stood(Instead instead, Journal journal, Recording recording) {
        recording.add(new Write.Stood(instead.number(), journal.firstIndex()));
    }
}
