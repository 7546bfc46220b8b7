package stint.domain.plan;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How far a station is trusted (SY-4).
 *
 * @param station which
 * @param use what with
 * @param key the public key that holds; absent before the enrolment and after a revocation
 * @param voided the keys that held once: what they sign is theirs, and judged by a person
 * @param since when that began
 * @param reason why it was revoked; absent when it was not
 * @param offer what it may still enrol by; absent when it is used up
 */
public record StationTrust(
        StationCode station,
        StationUse use,
        @Nullable String key,
        Set<String> voided,
        Instant since,
        @Nullable String reason,
        @Nullable Offer offer) {

    /**
     * An enrolment that waits for its station.
     *
     * @param event which
     * @param codeMac what tells the code, to the server alone
     * @param until no later than this
     */
    public record Offer(EventId event, StationUse use, String codeMac, Instant until) {}

    /** Copies the set. */
    public StationTrust {
        voided = Set.copyOf(voided);
    }

    /** Whether it was trusted once and is no more. */
    public boolean revoked() {
        return key == null && !voided.isEmpty();
    }

    /** The offer, if it still holds at a time. */
    public Optional<Offer> offerAt(Instant now) {
        return Optional.ofNullable(offer).filter(open -> now.isBefore(open.until()));
    }
}
