package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How far a station is trusted.
 *
 * @param station its code
 * @param use {@code bench} or {@code board}
 * @param status {@code offered}, {@code lapsed}, {@code enrolled}, {@code revoked}
 * @param since when
 * @param reason why it was revoked
 */
public record StationView(
        String station, String use, String status, Instant since, @Nullable String reason) {}
