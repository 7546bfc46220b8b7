package stint.station.core;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outcomes of the latest commands by number, so that a double tap is one event (EV-2). Used by
 * the core's thread.
 */
final class CommandMemory {

    /** Nobody's finger is this many commands late. */
    private static final int REMEMBERED_MAX = 10_000;

    private final Map<Long, Outcome> outcomes =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Outcome> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            };

    /** What the number's first submission came to; absent for a new one. */
    @Nullable Outcome outcome(long number) {
        return outcomes.get(number);
    }

    void remember(long number, Outcome outcome) {
        outcomes.put(number, outcome);
    }
}
