package stint.station.core;

import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.station.sync.SyncPort;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final OwnLog own;
    private final FeedLog feed;
    private volatile boolean reachable;

    StationSyncPort(LiveStation station, StationConfig config, OwnLog own, FeedLog feed) {
        this.station = station;
        this.config = config;
        this.own = own;
        this.feed = feed;
    }

    @Override
    public StationCode station() {
        return config.station();
    }

    @Override
    public Optional<EventBatch<PushHeader>> unsent(int eventsMax) {
        return onCore(() -> own.unsent(eventsMax));
    }

    @Override
    public void acknowledged(PushReply reply) {
        onCore(() -> {
            own.acknowledged(reply);
            station.publish();
            return reply;
        });
    }

    @Override
    public Cursor cursor() {
        return onCore(feed::cursor);
    }

    @Override
    public void received(FeedHeader header, List<byte[]> bodies) {
        if (bodies.isEmpty()) {
            return;
        }
        onCore(() -> {
            keep(header, bodies);
            TimeReading now = config.clocks().read();
            bodies.forEach(body -> station.applyFeedBody(body, now));
            station.publish();
            return header;
        });
    }

    private void keep(FeedHeader header, List<byte[]> bodies) {
        try {
            feed.keep(header, bodies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void startOver(String generation) {
        onCore(() -> {
            feed.startOver(generation);
            own.forgetMarks();
            station.publish();
            return generation;
        });
    }

    @Override
    public void reached(Instant serverTime, Duration roundTrip) {
        config.clocks().heard(serverTime, roundTrip);
        boolean news = !reachable;
        reachable = true;
        contact(true, news);
    }

    @Override
    public void unreachable(String why) {
        boolean news = reachable;
        reachable = false;
        contact(false, news);
    }

    /** Screens are told when the connection comes or goes, not of every heartbeat. */
    private void contact(boolean connected, boolean news) {
        onCore(() -> {
            station.contact(connected, connected ? config.clocks().read().time() : null);
            if (news) {
                station.publish();
            }
            return connected;
        });
    }

    private <T> T onCore(Supplier<T> step) {
        AtomicReference<T> result = new AtomicReference<>();
        station.onCore(() -> result.set(step.get())).join();
        return result.get();
    }
}
