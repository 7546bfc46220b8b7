package stint.installer.load;

import stint.clock.Clocks;
import stint.clock.SystemClocks;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.domain.work.FloorView;
import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.station.sync.Link;
import stint.station.sync.SyncClient;
import stint.sync.Backoff;
import stint.sync.Bench;
import stint.sync.Keeping;
import stint.sync.SyncRound;
import stint.sync.SyncRound.Answer;
import stint.sync.SyncRound.Request;
import stint.wire.EventBatch;
import stint.wire.protocol.PushHeader;
import stint.wire.snapshot.Snapshots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A bench with its journals and its fold, as the station has it, without screens. One thread. */
final class LoadBench implements AutoCloseable {

    /** What a server says that has too much to do for now. */
    private static final List<String> LATER = List.of("overloaded", "unavailable");

    private final StationCode code;
    private final Clocks clocks = new SystemClocks();
    private final Journal own;
    private final Bench bench;
    private final SyncClient client;
    private final Backoff backoff;

    LoadBench(StationCode code, String site, Path directory, Link link, Traffic traffic)
            throws IOException {
        this.code = code;
        JournalOptions options = JournalOptions.forBench();
        own = Journal.open(directory.resolve("own"), options);
        bench =
                new Bench(
                        code,
                        site,
                        clocks,
                        own,
                        Journal.open(directory.resolve("feed"), options),
                        new Keeping(Snapshots.NONE, Keeping.KEEP_DEFAULT, Keeping.Feed.ALL));
        client = new SyncClient(link, code, traffic);
        backoff =
                new Backoff(
                        new Random(code.hashCode()), Duration.ofMillis(20), Duration.ofSeconds(2));
    }

    /** Fetches what there is, once. */
    void fetch() throws IOException {
        SyncRound round = new SyncRound(bench);
        for (Optional<Request> next = round.next(); next.isPresent(); next = round.next()) {
            long asked = System.nanoTime();
            round.answered(client.ask(next.get()), Duration.ofNanos(System.nanoTime() - asked));
        }
        if (round.problem() != null) {
            throw new IOException(code + " can't fetch: " + round.problem());
        }
    }

    /** What the bench knows of the floor. */
    FloorView picture() {
        return bench.floor().view();
    }

    /** How much of the feed is here. */
    long position() {
        return bench.cursor().position();
    }

    /** Records a tap: durable when this returns. */
    void tap(Command command) throws IOException {
        TimeReading now = clocks.read();
        switch (Decider.decide(bench.floor(), command, code, now)) {
            case Decision.Accepted accepted ->
                    bench.record(bench.lastCommand() + 1, command.operator(), accepted.fact(), now);
            case Decision.Refused refused ->
                    throw new IOException(code + " refuses " + command + ": " + refused);
            case Decision.Noted noted ->
                    throw new IOException(code + " refuses " + command + ": " + noted.refusal());
        }
    }

    /** The events it recorded, as they are stored. */
    List<byte[]> bodies(int count) throws IOException {
        return own.read(1, count);
    }

    /** Sends all there is; what each batch took, in nanoseconds. */
    List<Long> send() throws IOException {
        List<Long> took = new ArrayList<>();
        Optional<EventBatch<PushHeader>> batch = bench.unsent(EventBatch.EVENTS_MAX);
        while (batch.isPresent()) {
            long asked = System.nanoTime();
            switch (client.ask(new Request.Push(batch.get()))) {
                case Answer.Pushed(var reply) -> {
                    bench.acknowledged(reply);
                    took.add(System.nanoTime() - asked);
                    backoff.succeeded();
                }
                case Answer.Refused refused when LATER.contains(refused.code()) ->
                        LockSupport.parkNanos(backoff.afterFailure().toNanos());
                case Answer other -> throw new IOException(code + " is answered " + other);
            }
            batch = bench.unsent(EventBatch.EVENTS_MAX);
        }
        return took;
    }

    @Override
    public void close() {
        client.close();
        bench.close();
    }
}
