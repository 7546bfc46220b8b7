package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.floor.FloorFold;
import stint.domain.floor.History;

import java.time.Duration;
import java.util.List;

/**
 * A copy of a fold that has taken some events more, which are in no log yet: what they speak of may
 * not be here. Not thread-safe.
 */
final class Ahead {

    private final FloorFold floor;
    private final AheadHistory history;

    private Ahead(FloorFold floor, AheadHistory history) {
        this.floor = floor;
        this.history = history;
    }

    /**
     * Takes events on trial, where they may speak of what is not here.
     *
     * @return absent where they can't
     * @throws HistoryElsewhereException when they do; nothing was changed
     */
    static @Nullable Ahead of(FloorFold now, History log, Duration keep, List<Event> events) {
        if (!now.mayAsk(events)) {
            return null;
        }
        AheadHistory history = new AheadHistory(log, List.copyOf(events));
        FloorFold trial = FloorFold.of(now.export(), history, keep);
        trial.keepAll(true);
        events.forEach(trial::apply);
        trial.upToDate();
        return new Ahead(trial, history);
    }

    /** What was tried is in a log now: the fold to go on with. */
    FloorFold kept() {
        history.kept();
        floor.keepAll(false);
        return floor;
    }
}
