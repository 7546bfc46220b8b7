package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What was recorded, and what it counts by now (EV-5).
 *
 * @param event its identity
 * @param operator who; absent where a station or the server recorded it of itself
 * @param name their name; empty for nobody
 * @param station where
 * @param at when, in floor time
 * @param quantity the pieces it counts, where they are counted by number and may be corrected
 * @param voided whether it counts no more
 * @param version what whoever corrects it says they saw
 */
public record RecordedView(
        String event,
        @Nullable String operator,
        String name,
        String station,
        Instant at,
        @Nullable Integer quantity,
        boolean voided,
        String version) {}
