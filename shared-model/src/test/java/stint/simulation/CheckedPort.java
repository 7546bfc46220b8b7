package stint.simulation;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.sync.Bench;
import stint.sync.OfferedBase;
import stint.sync.SyncPort;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryQuery;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The bench as a round of sync sees it, watched. Sends smaller batches, so that there are more. */
final class CheckedPort implements SyncPort {

    private final Bench bench;
    private final int batchMax;
    private final boolean returns;
    private final Checks checks;
    private String generation;
    private PushReply allTaken;

    CheckedPort(Bench bench, int batchMax, boolean returns, Checks checks) {
        this.bench = bench;
        this.returns = returns;
        this.batchMax = batchMax;
        this.checks = checks;
        generation = Objects.requireNonNullElse(bench.cursor().generation(), "");
        allTaken = new PushReply(generation, 1, 0, 0, 0, 0);
    }

    /** What the server would say if it had all that was sent last. */
    PushReply asIfAllWereTaken() {
        return allTaken;
    }

    @Override
    public StationCode station() {
        return bench.station();
    }

    @Override
    public Optional<EventBatch<PushHeader>> unsent(int eventsMax) {
        Optional<EventBatch<PushHeader>> batch = bench.unsent(Math.min(batchMax, eventsMax));
        batch.ifPresent(found -> {
            PushHeader header = found.header();
            allTaken =
                    new PushReply(
                            generation,
                            header.epoch(),
                            header.from() + header.count() - 1,
                            0,
                            0,
                            0);
        });
        return batch;
    }

    @Override
    public long unsentCount() {
        return bench.unsentCount();
    }

    @Override
    public void acknowledged(PushReply reply) {
        generation = reply.generation();
        bench.acknowledged(reply);
    }

    @Override
    public void forked(int epoch) {
        bench.forked(epoch);
    }

    @Override
    public Optional<EventBatch<PushHeader>> owed(int eventsMax) {
        return returns ? bench.owed(Math.min(batchMax, eventsMax)) : Optional.empty();
    }

    @Override
    public void returned(PushReply reply) {
        bench.returned(reply);
    }

    @Override
    public void unwanted(int epoch) {
        throw new AssertionError("the server's epoch " + epoch + " was used twice");
    }

    @Override
    public Cursor cursor() {
        return bench.cursor();
    }

    @Override
    public void received(FeedHeader header, List<byte[]> bodies) {
        generation = header.generation();
        checks.arrived(bench, header, bodies);
        bench.received(header, bodies);
        checks.knows(bench, header.from());
    }

    @Override
    public boolean wantsBase(long last) {
        return bench.wantsBase(last);
    }

    @Override
    public void baseCame(@Nullable OfferedBase base) {
        bench.baseCame(base);
        checks.knows(bench, 1);
    }

    @Override
    public Optional<HistoryQuery> historyWanted() {
        return bench.historyWanted();
    }

    @Override
    public void remembered(FeedHeader header, List<byte[]> bodies) {
        bench.remembered(header, bodies);
    }

    @Override
    public void startOver(String newGeneration) {
        generation = newGeneration;
        bench.startOver(newGeneration);
    }

    @Override
    public void reached(Instant serverTime, Duration roundTrip) {
        if (serverTime.toEpochMilli() > 0) {
            bench.reached(serverTime, roundTrip);
        }
    }

    @Override
    public void denied(String code) {
        throw new AssertionError("nobody is refused here: " + code);
    }

    @Override
    public void unreachable(String why) {
        bench.unreachable(why);
    }
}
