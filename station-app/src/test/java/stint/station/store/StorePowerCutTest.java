package stint.station.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.floor.FloorFold;
import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.station.store.RecordedDisk.Model;
import stint.wire.StoredEvent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Whatever a disk keeps of H2's file when the power goes, and even where the stop before is taken
 * for a clean one: the store opens and says what the journal says (SYNC "the bench store"). {@code
 * -Dcuts=N} cuts so often under each model, {@code -Dseed=N} elsewhere.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class StorePowerCutTest {

    private static final long SEED = Long.getLong("seed", 1);
    private static final int CUTS = Integer.getInteger("cuts", 5);

    private static final int RUNS = 4;
    private static final int EVENTS_PER_RUN = 60;
    private static final OperatorCode A = new OperatorCode("A");
    private static final StationCode BENCH = new StationCode("BENCH-1");

    @TempDir private Path directory;

    private final Random luck = new Random(SEED);
    private final FloorFold fold = new FloorFold();
    private final List<Integer> closed = new ArrayList<>();
    private Journal journal;
    private long sequence;
    private List<SessionRow> truth = List.of();

    /** A store in use: four days, each ended well, and written to in groups of any size. */
    @BeforeEach
    void use() throws Exception {
        RecordedDisk.begin();
        journal = Journal.open(directory.resolve("own"), new JournalOptions(1 << 16, 0));
        for (int run = 0; run < RUNS; run++) {
            try (StationStore store =
                    open(directory.resolve("used"), true, StorePowerCutTest::on)) {
                for (int count = 0; count < EVENTS_PER_RUN; count++) {
                    record();
                    if (luck.nextInt(4) == 0) {
                        store.changed(fold.view());
                        get(store.caughtUp());
                    }
                }
                store.changed(fold.view());
                truth = get(store.sessions(A, 1_000, 0));
            }
            closed.add(RecordedDisk.steps());
        }
        assertThat(truth).hasSizeGreaterThan(10);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private static StoreDatabase on(String file) {
        return H2Database.open(RecordedDisk.SCHEME + ":" + file);
    }

    private StationStore open(Path stores, boolean clean, StoreDatabase.Opener opener)
            throws IOException {
        Followed own = new Followed("own", journal, List::of);
        StationStore store =
                StationStore.open(stores, List.of(own), clean, opener, StoreLimits.STANDARD);
        store.changed(fold.view());
        return store;
    }

    @ParameterizedTest
    @EnumSource
    void SY_3_after_a_power_cut_the_store_says_what_the_journal_says(Model model) throws Exception {
        for (int cut = 0; cut < CUTS; cut++) {
            int until = luck.nextInt(RecordedDisk.steps() + 1);
            check(RecordedDisk.left(until, model, luck), luck.nextInt(4) > 0, model, cut, until);
        }
    }

    @ParameterizedTest
    @EnumSource
    void SY_3_what_was_closed_well_needs_no_building_anew(Model model) throws Exception {
        int last = closed.getLast();
        Path left = check(RecordedDisk.left(last, model, luck), true, model, -1, last);
        assertThat(left.resolve("store-1.mv.db")).exists();
    }

    private Path check(byte[] file, boolean clean, Model model, int cut, int until)
            throws Exception {
        String what = "seed " + SEED + ", cut " + cut + " after step " + until + " (" + model + ")";
        Path left = directory.resolve("left");
        if (Files.exists(left)) {
            delete(left);
        }
        Files.createDirectory(left);
        Files.write(left.resolve("store-1.mv.db"), file);
        Files.write(left.resolve("closed-well"), new byte[0]);
        try (StationStore store = open(left, clean, H2Database::open)) {
            assertThat(get(store.sessions(A, 1_000, 0))).as(what).isEqualTo(truth);
            assertThat(get(store.events())).as(what).isEqualTo(sequence);
        }
        return left;
    }

    /** A starts another task now and then, and completes single pieces of it in between. */
    private void record() throws Exception {
        TaskId task = new TaskId("JT1", 1 + (int) (sequence / 10));
        WorkFact fact =
                sequence % 10 == 0
                        ? new WorkFact.Started(task, null, null, List.of(), null, null)
                        : new WorkFact.Completed(task, null, 1, List.of(), null);
        sequence++;
        Instant at = Instant.parse("2026-01-01T08:00:00Z").plusSeconds(sequence);
        Event event =
                new Event(
                        new EventId(BENCH, 1, sequence),
                        "SITE",
                        A,
                        new Hlc(at.toEpochMilli(), 0),
                        new TimeReading(at, 0, 1, sequence * 1000, 0, 0),
                        0,
                        sequence,
                        fact);
        get(journal.append(List.of(StoredEvent.recorded(event).body())));
        fold.apply(event);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
