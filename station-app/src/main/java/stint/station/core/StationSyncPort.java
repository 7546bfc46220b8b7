package stint.station.core;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Lets the sync's thread at the bench: every step runs on the core's thread, which owns the logs.
 */
final class StationSyncPort implements SyncPort {

    private final LiveStation station;
    private final StationConfig config;
    private final StationMemory memory;
    private final StatePublisher publisher;
    private final KeptReceipts receipts;

    StationSyncPort(
            LiveStation station,
            StationConfig config,
            StationMemory memory,
            StatePublisher publisher,
            KeptReceipts receipts) {
        this.station = station;
        this.config = config;
        this.memory = memory;
        this.publisher = publisher;
        this.receipts = receipts;
    }

    @Override
    public StationCode station() {
        return config.station();
    }

    @Override
    public Optional<EventBatch<PushHeader>> unsent(int eventsMax) {
        return onCore(() -> memory.bench().unsent(eventsMax));
    }

    @Override
    public long unsentCount() {
        return onCore(() -> memory.bench().unsentCount());
    }

    @Override
    public void acknowledged(PushReply reply) {
        changing(() -> {
            memory.bench().acknowledged(reply);
            receipts.keep(reply);
        });
    }

    @Override
    public void forked(int epoch) {
        changing(() -> memory.bench().forked(epoch));
    }

    @Override
    public Optional<EventBatch<PushHeader>> owed(int eventsMax) {
        return onCore(() -> memory.bench().owed(eventsMax));
    }

    @Override
    public void returned(PushReply reply) {
        changing(() -> memory.bench().returned(reply));
    }

    @Override
    public void unwanted(int epoch) {
        join(() -> memory.bench().unwanted(epoch));
    }

    @Override
    public Cursor cursor() {
        return onCore(() -> memory.bench().cursor());
    }

    @Override
    public void received(FeedHeader header, List<byte[]> bodies) {
        join(() -> {
            long unsent = memory.bench().unsentCount();
            memory.bench().received(header, bodies);
            boolean admitted = publisher.denied(null);
            if (admitted || !bodies.isEmpty() || memory.bench().unsentCount() != unsent) {
                publisher.publish(memory);
            }
            memory.tidy();
        });
    }

    @Override
    public boolean wantsBase(long last) {
        return onCore(() -> memory.bench().wantsBase(last));
    }

    @Override
    public void baseCame(@Nullable OfferedBase base) {
        changing(() -> memory.bench().baseCame(base));
    }

    @Override
    public Optional<HistoryQuery> historyWanted() {
        return onCore(() -> memory.bench().historyWanted());
    }

    @Override
    public void remembered(FeedHeader header, List<byte[]> bodies) {
        join(() -> memory.bench().remembered(header, bodies));
    }

    @Override
    public void startOver(String generation) {
        changing(() -> memory.bench().startOver(generation));
    }

    @Override
    public void reached(Instant serverTime, Duration roundTrip) {
        join(() -> memory.bench().reached(serverTime, roundTrip));
        contact(true);
    }

    @Override
    public void denied(String code) {
        join(() -> {
            if (publisher.denied(code)) {
                memory.bench().denied(code);
                publisher.publish(memory);
            }
        });
    }

    @Override
    public void unreachable(String why) {
        join(() -> memory.bench().unreachable(why));
        contact(false);
    }

    /** Screens are told when the connection comes or goes, not of every heartbeat. */
    private void contact(boolean connected) {
        join(() -> {
            if (publisher.contact(connected)) {
                publisher.publish(memory);
            }
        });
    }

    private void changing(Runnable change) {
        join(() -> {
            change.run();
            publisher.publish(memory);
        });
    }

    private void join(Runnable step) {
        station.onCore(step).join();
    }

    private <T> T onCore(Supplier<T> step) {
        AtomicReference<T> result = new AtomicReference<>();
        join(() -> result.set(step.get()));
        return result.get();
    }
}
