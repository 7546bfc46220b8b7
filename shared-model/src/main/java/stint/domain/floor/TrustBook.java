package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.StationCode;
import stint.domain.event.TrustFact;
import stint.domain.plan.StationTrust;
import stint.domain.plan.StationUse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whom the site trusts, by the server's own log alone: whatever a bench may write into its own, it
 * makes nobody trusted. Used by one thread.
 */
final class TrustBook {

    private final Map<StationCode, List<Event>> events = new TreeMap<>();
    private final TreeMap<StationCode, StationTrust> trusted = new TreeMap<>();
    private @Nullable Map<StationCode, StationTrust> copy;

    /** Takes a fact; returns whether it changed whom the site trusts. */
    boolean put(Event event, TrustFact fact) {
        StationCode station =
                switch (fact) {
                    case TrustFact.EnrolmentOffered offered -> offered.station();
                    case TrustFact.StationEnrolled enrolled -> enrolled.station();
                    case TrustFact.StationRevoked revoked -> revoked.station();
                    case TrustFact.HeldApartJudged judged -> null;
                };
        if (station == null || !event.station().equals(StationCode.SERVER)) {
            return false;
        }
        List<Event> history = events.computeIfAbsent(station, any -> new ArrayList<>());
        Ordered.insert(history, event);
        trusted.put(station, fold(station, history));
        copy = null;
        return true;
    }

    private static StationTrust fold(StationCode station, List<Event> history) {
        StationUse use = StationUse.BENCH;
        String key = null;
        String reason = null;
        StationTrust.Offer offer = null;
        Instant since = history.getFirst().time();
        Set<String> voided = new HashSet<>();
        for (Event event : history) {
            switch (event.fact()) {
                case TrustFact.EnrolmentOffered offered ->
                        offer =
                                new StationTrust.Offer(
                                        event.id(),
                                        offered.use(),
                                        offered.codeMac(),
                                        offered.until());
                case TrustFact.StationEnrolled enrolled -> {
                    retire(key, voided);
                    voided.remove(enrolled.key());
                    key = enrolled.key();
                    use = enrolled.use();
                    reason = null;
                    offer = isOf(offer, enrolled) ? null : offer;
                    since = event.time();
                }
                case TrustFact.StationRevoked revoked -> {
                    retire(key, voided);
                    key = null;
                    reason = revoked.reason();
                    offer = null; // Whoever holds an unused code is trusted no more either.
                    since = event.time();
                }
                default -> {}
            }
        }
        return new StationTrust(station, use, key, voided, since, reason, offer);
    }

    private static boolean isOf(
            StationTrust.@Nullable Offer offer, TrustFact.StationEnrolled enrolled) {
        return offer != null && offer.event().equals(enrolled.offer());
    }

    private static void retire(@Nullable String key, Set<String> voided) {
        if (key != null) {
            voided.add(key);
        }
    }

    @Nullable StationTrust get(StationCode station) {
        return trusted.get(station);
    }

    /** All, by station; unmodifiable, and the same until one changes. */
    Map<StationCode, StationTrust> copy() {
        Map<StationCode, StationTrust> known = copy;
        if (known == null) {
            known = Collections.unmodifiableMap(new TreeMap<>(trusted));
            copy = known;
        }
        return known;
    }

    /** The events that made it so. */
    List<Event> events() {
        return events.values().stream().flatMap(List::stream).toList();
    }
}
