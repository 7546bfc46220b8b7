package stint.domain.event;

import stint.domain.plan.StationUse;

import java.time.Instant;

/**
 * Which stations the site trusts, and who said so (SY-4). Written to the server's own log alone: it
 * is both what holds and the audit of it. Nothing in it is a secret.
 */
public sealed interface TrustFact extends PlanFact {

    /** Who ordered it: a worker code, or {@code console:} and the name of a user of the machine. */
    String by();

    /**
     * A station may enrol, once.
     *
     * @param codeMac what tells the code, to the server alone
     * @param until no later than this
     */
    record EnrolmentOffered(
            StationCode station, StationUse use, String codeMac, Instant until, String by)
            implements TrustFact {}

    /**
     * A station enrolled: what is signed with its key is its word, and no longer what is signed
     * with a key it had before.
     *
     * @param key its public key
     * @param offer the offer this uses up
     */
    record StationEnrolled(
            StationCode station, StationUse use, String key, EventId offer, String by)
            implements TrustFact {}

    /**
     * A station is trusted no more.
     *
     * @param reason why
     */
    record StationRevoked(StationCode station, String reason, String by) implements TrustFact {}

    /**
     * Somebody judged events that a station sent when it was trusted no more.
     *
     * @param first the first of them
     * @param last the last of them, of the same epoch
     * @param hash the station's chain after the last
     * @param accepted whether they count as if they had come in time; else they stay apart
     * @param reason why
     */
    record HeldApartJudged(
            EventId first, EventId last, String hash, boolean accepted, String reason, String by)
            implements TrustFact {}
}
