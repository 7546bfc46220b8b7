package stint.station.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
import stint.wire.StoredEvent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

class StationStoreTest {

    private static final OperatorCode A = new OperatorCode("A");
    private static final StationCode BENCH = new StationCode("BENCH-1");
    private static final StoreLimits PATIENT = StoreLimits.STANDARD;

    @TempDir Path directory;

    private final FloorFold fold = new FloorFold();
    private Journal journal;
    private long sequence;
    private @Nullable StationStore store;

    @BeforeEach
    void openJournal() throws IOException {
        journal = Journal.open(directory.resolve("own"), new JournalOptions(1 << 16, 0));
    }

    @AfterEach
    void close() throws IOException {
        if (store != null) {
            store.close();
        }
        journal.close();
    }

    @Test
    void OS_11_an_operators_sessions_are_there_newest_first() throws Exception {
        open(true, H2Database::open, PATIENT);
        work(1, 3);
        work(2, 2);
        List<SessionRow> rows = get(store().sessions(A, 10, 0));
        assertThat(rows).extracting(SessionRow::task).containsExactly(task(2), task(1));
        assertThat(rows).extracting(SessionRow::good).containsExactly(2L, 3L);
        assertThat(rows).extracting(SessionRow::status).containsExactly("active", "completed");
        assertThat(get(store().sessions(A, 1, 1)))
                .extracting(SessionRow::task)
                .containsExactly(task(1));
        assertThat(get(store().events())).isEqualTo(7);
    }

    @Test
    void afterACleanStopTheSameFileGoesOn() throws Exception {
        open(true, H2Database::open, PATIENT);
        work(1, 3);
        store().close();
        assertThat(databases()).containsExactly("store-1.mv.db");
        open(true, H2Database::open, PATIENT);
        work(1, 1);
        assertThat(get(store().events())).isEqualTo(6);
        assertThat(databases()).containsExactly("store-1.mv.db");
    }

    @Test
    void afterAnUncleanStopItIsBuiltAnew() throws Exception {
        open(true, H2Database::open, PATIENT);
        work(1, 3);
        store().close();
        open(false, H2Database::open, PATIENT);
        assertThat(get(store().events())).isEqualTo(4);
        assertThat(databases()).containsExactly("store-2.mv.db");
    }

    @Test
    void deletingTheFileBetweenTwoStartsLosesNothing() throws Exception {
        open(true, H2Database::open, PATIENT);
        work(1, 40);
        store().close();
        Files.delete(stores().resolve("store-1.mv.db"));
        open(true, H2Database::open, PATIENT);
        assertThat(get(store().events())).isEqualTo(41);
        assertThat(get(store().sessions(A, 10, 0)).getFirst().good()).isEqualTo(40);
    }

    @Test
    void garbageIsSetAsideAndBuiltAnew() throws Exception {
        open(true, H2Database::open, PATIENT);
        work(1, 3);
        store().close();
        Files.write(stores().resolve("store-1.mv.db"), new byte[20_000]);
        open(true, H2Database::open, PATIENT);
        assertThat(get(store().events())).isEqualTo(4);
        assertThat(databases()).containsExactly("store-1.mv.db.broken", "store-2.mv.db");
    }

    @Test
    void anEmptyFileIsBuiltAnew() throws Exception {
        open(true, H2Database::open, PATIENT);
        work(1, 3);
        store().close();
        Files.write(stores().resolve("store-1.mv.db"), new byte[0]);
        open(true, H2Database::open, PATIENT);
        assertThat(get(store().events())).isEqualTo(4);
    }

    @Test
    void anOlderFileIsBuiltAnew() throws Exception {
        open(true, H2Database::open, PATIENT);
        work(1, 3);
        store().close();
        byte[] older = Files.readAllBytes(stores().resolve("store-1.mv.db"));
        open(true, H2Database::open, PATIENT);
        work(1, 3);
        store().close();
        Files.write(stores().resolve("store-1.mv.db"), older);
        open(true, H2Database::open, PATIENT);
        assertThat(get(store().events())).isEqualTo(8);
    }

    @Test
    void aFileThatHangsIsLeftAloneAndAnotherOneBuilt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<String> opened = new ArrayList<>();
        StoreDatabase.Opener hangsOnce =
                file -> {
                    opened.add(file);
                    if (opened.size() == 1) {
                        awaitForEver(never);
                    }
                    return H2Database.open(file);
                };
        StoreLimits impatient =
                new StoreLimits(
                        Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));
        open(
                true,
                hangsOnce,
                new StoreLimits(
                        Duration.ofMillis(1500), impatient.writeMax(), impatient.closeMax()));
        work(1, 3);
        assertThat(get(store().events())).isEqualTo(4);
        assertThat(opened).hasSize(2).doesNotHaveDuplicates();
        never.countDown();
    }

    @Test
    void aWriteThatFailsNowAndThenLosesNothing() throws Exception {
        int[] writes = {0};
        StoreDatabase.Opener failing =
                file -> new FailingDatabase(H2Database.open(file), () -> ++writes[0] % 5 == 3);
        open(true, failing, PATIENT);
        for (int i = 0; i < 8; i++) {
            work(1, 1);
            get(store().caughtUp());
        }
        assertThat(get(store().events())).isEqualTo(16);
        assertThat(writes[0]).isGreaterThan(8);
    }

    @Test
    void whenNoDatabaseCanBeHadTheAnswerSaysSo() throws Exception {
        open(
                true,
                file -> {
                    throw new IllegalStateException("no database on this machine");
                },
                PATIENT);
        work(1, 1);
        assertThatThrownBy(() -> get(store().events())).hasMessageContaining("can't be had");
    }

    @Test
    void whatCannotBeReadWaitsInTheStoreWithoutItsMeaning() throws Exception {
        open(true, H2Database::open, PATIENT);
        work(1, 1);
        String newer =
                new String(
                                StoredEvent.recorded(started(2)).body(),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .replaceFirst("\"v\":1", "\"v\":99");
        append(newer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(get(store().events())).isEqualTo(3);
    }

    private void open(boolean clean, StoreDatabase.Opener opener, StoreLimits limits)
            throws IOException {
        Followed own = new Followed("own", journal, List::of);
        store = StationStore.open(stores(), List.of(own), clean, opener, limits);
        store.changed(fold.view());
    }

    private StationStore store() {
        StationStore open = store;
        assertThat(open).isNotNull();
        return open;
    }

    private Path stores() {
        return directory.resolve("store");
    }

    private List<String> databases() throws IOException {
        try (Stream<Path> files = Files.list(stores())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("store-"))
                    .filter(name -> !name.endsWith(".trace.db"))
                    .sorted()
                    .toList();
        }
    }

    /** A starts the task, if it is not theirs yet, and completes so many single pieces. */
    private void work(int number, int pieces) throws Exception {
        record(started(number));
        for (int i = 0; i < pieces; i++) {
            record(event(new WorkFact.Completed(task(number), null, 1, List.of(), null)));
        }
        store().changed(fold.view());
    }

    private Event started(int number) {
        return event(new WorkFact.Started(task(number), null, null, List.of(), null, null));
    }

    private Event event(WorkFact fact) {
        sequence++;
        Instant at = Instant.parse("2026-01-01T08:00:00Z").plusSeconds(sequence);
        return new Event(
                new EventId(BENCH, 1, sequence),
                "SITE",
                A,
                new Hlc(at.toEpochMilli(), 0),
                new TimeReading(at, 0, 1, sequence * 1000, 0, 0),
                0,
                sequence,
                fact);
    }

    private void record(Event event) throws Exception {
        append(StoredEvent.recorded(event).body());
        fold.apply(event);
    }

    private void append(byte[] body) throws Exception {
        get(journal.append(List.of(body)));
    }

    private static TaskId task(int number) {
        return new TaskId("JT1", number);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, java.util.concurrent.TimeUnit.SECONDS);
    }

    private static void awaitForEver(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
