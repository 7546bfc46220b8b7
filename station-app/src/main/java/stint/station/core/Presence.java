package stint.station.core;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Fact;
import stint.domain.event.SessionRule;
import stint.domain.event.TimeReading;
import stint.domain.work.FloorView;
import stint.domain.work.TaskState;
import stint.domain.work.Watch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What time alone brings about at this bench (EV-1): a terminal that was gone, for a crash or
 * asleep (ST-5), and sessions at it that nobody works on any more (OS-7). The bench judges by its
 * own store. Used by the core's thread.
 */
final class Presence {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    /** Nobody waits for a session to be stale by the minute. */
    private static final Duration STALE_LOOK = Duration.ofHours(1);

    private final StationConfig config;
    private final StationMemory memory;
    private @Nullable TimeReading lastAlive;
    private @Nullable TimeReading lastStaleLook;

    /**
     * Begins where the last run ended.
     *
     * @param lastHeartbeat that run's last heartbeat; absent when none was ever written
     */
    Presence(StationConfig config, StationMemory memory, @Nullable TimeReading lastHeartbeat) {
        this.config = config;
        this.memory = memory;
        this.lastAlive = later(lastHeartbeat, memory.bench().lastRecorded());
    }

    private static @Nullable TimeReading later(
            @Nullable TimeReading heartbeat, @Nullable TimeReading recorded) {
        if (heartbeat == null || recorded == null) {
            return heartbeat == null ? recorded : heartbeat;
        }
        return recorded.since(heartbeat, true).isNegative() ? heartbeat : recorded;
    }

    /**
     * The terminal is alive: what its absence brought about, if it was gone, is recorded first.
     *
     * @return whether anything was
     * @throws IOException when it can't be recorded; it will be tried again the next time
     */
    boolean alive(TimeReading now) throws IOException {
        FloorView floor = memory.bench().floor();
        List<Fact> facts = new ArrayList<>();
        TimeReading before = lastAlive;
        if (before != null) {
            facts.addAll(Watch.gone(floor, config.station(), before, now));
        }
        if (isTimeToLookForStale(now)) {
            facts.addAll(stale(floor, now));
        }
        for (Fact fact : facts) {
            LOG.info("{} after the terminal was last alive at {}", fact, before);
            memory.bench().record(0, null, fact, now);
        }
        lastAlive = now;
        return !facts.isEmpty();
    }

    private boolean isTimeToLookForStale(TimeReading now) {
        TimeReading before = lastStaleLook;
        boolean time = before == null || now.since(before, true).compareTo(STALE_LOOK) >= 0;
        if (time) {
            lastStaleLook = now;
        }
        return time;
    }

    /** Only those at this bench: the server looks at all. */
    private List<SessionRule> stale(FloorView floor, TimeReading now) {
        return Watch.stale(floor, now.time(), SessionRule.StaleClosed.IDLE_DEFAULT).stream()
                .filter(rule ->
                        floor.task(rule.task()).map(TaskState::sessions).stream()
                                .flatMap(List::stream)
                                .anyMatch(session ->
                                        session.core().id().equals(rule.session())
                                                && session.core()
                                                        .station()
                                                        .equals(config.station())))
                .toList();
    }
}
