package stint.station.core;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The outcomes of the latest commands by number, so that a double tap is one event (EV-2). Used by
 * the core's thread.
 */
final class CommandMemory {

    private static final int REMEMBERED_MAX = 1_000;

    private final Map<Long, CompletableFuture<Outcome>> outcomes =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Long, CompletableFuture<Outcome>> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            };

    /** What the number's first submission came to, or will. */
    @Nullable CompletableFuture<Outcome> outcome(long number) {
        return outcomes.get(number);
    }

    void remember(long number, CompletableFuture<Outcome> outcome) {
        outcomes.put(number, outcome);
    }
}
