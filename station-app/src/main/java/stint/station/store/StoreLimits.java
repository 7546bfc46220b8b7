package stint.station.store;

import java.time.Duration;

/**
 * How patient the store is with its database, which has been seen to hang at full load for ever
 * (SYNC "the bench store").
 *
 * @param openMax to open a database and try it out
 * @param writeMax to write one batch, or to answer a query
 * @param closeMax to catch up and close
 */
record StoreLimits(Duration openMax, Duration writeMax, Duration closeMax) {

    static final StoreLimits STANDARD =
            new StoreLimits(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(10));
}
