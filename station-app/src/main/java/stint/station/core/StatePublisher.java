package stint.station.core;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Event;
import stint.domain.work.FloorView;
import stint.wire.StoredEvent;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Makes pictures of what the bench knows and hands them out. Written by the core's thread, read by
 * any.
 */
final class StatePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(StatePublisher.class);

    private final StationConfig config;
    private final List<Consumer<StationState>> listeners = new CopyOnWriteArrayList<>();
    private boolean connected;
    private @Nullable Instant lastContact;
    private @Nullable String denial;
    private volatile StationState state;

    StatePublisher(StationConfig config, FloorView empty) {
        this.config = config;
        this.state =
                new StationState(
                        config.station(), empty, SyncState.NEVER, config.clocks().read().time());
    }

    StationState state() {
        return state;
    }

    StationCore.Subscription subscribe(Consumer<StationState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The server was heard, or not; the next picture shows it. Returns whether that is news. */
    boolean contact(boolean nowConnected) {
        boolean news = nowConnected != connected;
        connected = nowConnected;
        if (nowConnected) {
            lastContact = config.clocks().read().time();
        }
        return news;
    }

    /** The server refuses this bench, or does so no more. Returns whether that is news. */
    boolean denied(@Nullable String code) {
        boolean news = !Objects.equals(code, denial);
        denial = code;
        return news;
    }

    /** Makes a picture, gives it to the store, and tells everybody. */
    void publish(StationMemory memory) {
        long unsent = memory.bench().unsentCount();
        SyncState sync =
                new SyncState(
                        connected,
                        unsent,
                        unsent == 0 ? null : unsentSince(memory, unsent),
                        lastContact,
                        memory.bench().cursor().position(),
                        memory.bench().marks(),
                        denial);
        StationState next =
                new StationState(
                        config.station(),
                        memory.bench().floor().view(),
                        sync,
                        config.clocks().read().time());
        state = next;
        memory.store().changed(next.floor());
        for (Consumer<StationState> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.error("a listener failed; the others are told all the same", e);
            }
        }
    }

    /** Read from the disk only when the oldest unsent event may be another one than before. */
    private @Nullable Instant unsentSince(StationMemory memory, long unsent) {
        SyncState before = state.sync();
        if (before.unsentSince() != null && unsent > before.unsent()) {
            return before.unsentSince();
        }
        return memory.bench()
                .oldestUnsent()
                .flatMap(StoredEvent::event)
                .map(Event::time)
                .orElse(null);
    }
}
