package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.event.Correction;
import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.domain.event.WorkFact;
import stint.domain.work.FloorView;
import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.sync.Bench;
import stint.sync.Keeping;
import stint.sync.PackedBase;
import stint.sync.SyncRound;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryQuery;
import stint.wire.snapshot.Snapshots;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What the server gives a bench that does not read all of the feed (SY-2). */
class BootstrapTest {

    private static final String BASE = "/api/v1/bootstrap";
    private static final String HISTORY = "/api/v1/history?";
    private static final int DONE = 1_000;

    @TempDir private Path directory;

    private final List<String> asked = new ArrayList<>();
    private TestServer server;
    private TestBench old;

    /** A task that was done long ago, and somebody who does something later: it is put away. */
    @BeforeEach
    void start() throws Exception {
        server = new TestServer(directory.resolve("server")).plan();
        old = new TestBench("BENCH-1").ago(Duration.ofDays(40)).start("A");
        for (int piece = 0; piece < 50; piece++) {
            old.complete("A", DONE / 50);
        }
        server.push(old.record("A", new WorkFact.ShiftEnded()).all());
        TestBench later = new TestBench("BENCH-2").ago(Duration.ofDays(-1));
        server.push(later.record("B", new WorkFact.ShiftEnded()).all());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Bench bench(String code) throws IOException {
        Path home = directory.resolve(code);
        return new Bench(
                new StationCode(code),
                "TEST",
                new SystemClocks(),
                Journal.open(home.resolve("own"), JournalOptions.forBench()),
                Journal.open(home.resolve("feed"), JournalOptions.forBench()),
                new Keeping(Snapshots.NONE, Keeping.KEEP_DEFAULT, new Keeping.Feed(10, 1_000_000)));
    }

    private void sync(Bench bench) throws Exception {
        SyncRound round = new SyncRound(bench);
        Optional<SyncRound.Request> next = round.next();
        while (next.isPresent()) {
            asked.add(next.get().getClass().getSimpleName());
            round.answered(answer(next.get()), Duration.ZERO);
            next = round.next();
        }
        assertThat(round.problem()).isNull();
    }

    private SyncRound.Answer answer(SyncRound.Request request) throws Exception {
        return switch (request) {
            case SyncRound.Request.Push(var batch) ->
                    new SyncRound.Answer.Pushed(server.push(batch));
            case SyncRound.Request.Fetch(var cursor, int max) ->
                    new SyncRound.Answer.Page(server.feed(cursor.position(), max));
            case SyncRound.Request.Bootstrap() ->
                    new SyncRound.Answer.Bootstrapped(new PackedBase(given(BASE)));
            case SyncRound.Request.History(var cursor, HistoryQuery query, long after) -> {
                String path = HISTORY + question(query) + "&after=" + after;
                yield new SyncRound.Answer.Page(page(path + "&known=" + cursor.position()));
            }
            case SyncRound.Request.Return(var batch) ->
                    throw new AssertionError("the server lacks nothing: " + batch.header());
        };
    }

    private static String question(HistoryQuery query) {
        if (query.event() != null) {
            return "event=" + query.event();
        }
        return query.ticket() == null
                ? "operator=%s&from=%d&to=%d"
                        .formatted(query.operator(), query.fromMs(), query.toMs())
                : "ticket=" + query.ticket() + "&task=" + query.task();
    }

    private EventBatch<FeedHeader> page(String path) throws Exception {
        return EventBatch.read(
                given(path + "&generation=" + server.server().generation()), FeedHeader.class);
    }

    private byte[] given(String path) throws Exception {
        HttpResponse<byte[]> response = server.get(path);
        assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(200);
        boolean packed = response.headers().firstValue("Content-Encoding").isPresent();
        return packed ? inflated(response.body()) : response.body();
    }

    private static byte[] inflated(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static List<String> text(FloorView view) {
        List<String> text = new ArrayList<>();
        view.tasks().forEach(task -> text.add(task.toString()));
        view.exceptions().forEach(exception -> text.add(exception.toString()));
        text.add(view.operators().toString());
        return text;
    }

    private void assertKnowsAll(Bench bench) {
        assertThat(text(bench.floor().view())).isEqualTo(text(server.server().picture().floor()));
        assertThat(bench.cursor().position()).isEqualTo(server.server().picture().position());
    }

    @Test
    void SY_2_a_new_bench_is_given_what_the_feed_comes_to_and_then_what_is_new() throws Exception {
        try (Bench bench = bench("BENCH-3")) {
            sync(bench);
            assertThat(asked).containsSubsequence("Bootstrap", "Fetch").doesNotContain("History");
            assertKnowsAll(bench);
            TestBench more = new TestBench("BENCH-4").start("B").complete("B", 2);
            server.push(more.all());
            sync(bench);
            assertKnowsAll(bench);
        }
    }

    @Test
    void SY_2_what_a_correction_speaks_of_is_asked_for() throws Exception {
        Bench bench = bench("BENCH-3");
        sync(bench);
        EventId first = new EventId(old.code(), 1, 2);
        server.push(
                new TestBench("BENCH-4").record("S", new Correction.Voided(first, "wrong")).all());
        sync(bench);
        assertThat(asked).contains("History");
        assertKnowsAll(bench);
        bench.close();
        try (Bench again = bench("BENCH-3")) {
            assertKnowsAll(again);
        }
    }

    @Test
    void SY_3_after_a_start_the_server_gives_the_same() throws Exception {
        server.restart();
        try (Bench bench = bench("BENCH-3")) {
            sync(bench);
            assertThat(asked).contains("Bootstrap");
            assertKnowsAll(bench);
        }
    }

    @Test
    void history_gives_an_event_a_task_and_an_operators_time_and_says_what_it_can_not()
            throws Exception {
        EventId first = new EventId(old.code(), 1, 1);
        assertThat(page(HISTORY + "event=" + first).bodies())
                .containsExactly(old.bodies().getFirst());
        assertThat(page(HISTORY + "ticket=" + TestBench.TASK.ticket() + "&task=1").bodies())
                .containsExactlyElementsOf(old.bodies().subList(0, old.size() - 1));
        long before = System.currentTimeMillis() - Duration.ofDays(30).toMillis();
        assertThat(page(HISTORY + "operator=A&to=" + before).bodies()).hasSize(old.size());
        assertThat(page(HISTORY + "operator=A&from=" + before).bodies()).isEmpty();

        String life = "&generation=" + server.server().generation();
        assertThat(problem(HISTORY + "event=" + first + "&generation=other"))
                .isEqualTo("409 generation");
        assertThat(problem(HISTORY + "event=nothing" + life)).startsWith("400");
        assertThat(problem(HISTORY + life)).startsWith("400");
        assertThat(problem(HISTORY + "operator=A&ticket=JT1&task=1" + life)).startsWith("400");
    }

    private String problem(String path) throws Exception {
        HttpResponse<byte[]> response = server.get(path);
        return response.statusCode() + " " + TestServer.problem(response).code();
    }
}
