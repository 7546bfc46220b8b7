package stint.server.board;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.WorkFact;
import stint.sync.EventStore;
import stint.wire.EventCodec;
import stint.wire.UnreadableEventException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Scrapped pieces of the shift, read from the feed: a task knows how many were scrapped, and not
 * when. After a start it reads back to where nothing is of this shift any more. Used by one thread
 * at a time.
 */
final class ShiftScrap {

    private static final Logger LOG = LoggerFactory.getLogger(ShiftScrap.class);

    private static final int PAGE = 500;

    /** A bench that was away brings a run of old events; newer ones may stand before it. */
    private static final int OLD_PAGES_MAX = 10;

    /** Of the events that are counted, in quotation marks as they stand in the JSON. */
    private static final List<String> TYPES = List.of("\"fail\"", "\"void\"", "\"correct\"");

    private record Scrapped(String ticket, Instant at, long quantity) {}

    private final Map<EventId, Scrapped> scrapped = new HashMap<>();
    private final Map<EventId, Integer> corrected = new HashMap<>();
    private final Set<EventId> voided = new HashSet<>();
    private String generation = "";
    private Instant since = Instant.MIN;
    private long position;

    /** What was scrapped since the shift began, by ticket, by all up to a position. */
    Map<String, Long> of(EventStore store, long upTo, Instant shift) {
        boolean anew = !store.generation().equals(generation) || upTo < position;
        if (anew || shift.isBefore(since)) {
            scrapped.clear();
            corrected.clear();
            voided.clear();
            generation = store.generation();
            since = shift;
            position = start(store, upTo);
        }
        if (shift.isAfter(since)) {
            since = shift;
            scrapped.values().removeIf(known -> known.at().isBefore(shift));
        }
        while (position < upTo) {
            long last = Math.min(upTo, position + PAGE);
            store.bodies(position + 1, last).forEach(this::take);
            position = last;
        }
        return sums();
    }

    private Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        scrapped.forEach((id, known) -> {
            if (!voided.contains(id)) {
                long quantity = corrected.getOrDefault(id, (int) known.quantity());
                sums.merge(known.ticket(), quantity, Long::sum);
            }
        });
        return sums;
    }

    /** The position after which all of this shift stands. */
    private long start(EventStore store, long upTo) {
        long after = upTo;
        int old = 0;
        while (after > 0 && old < OLD_PAGES_MAX) {
            long from = Math.max(0, after - PAGE);
            boolean anyNew = false;
            for (byte[] body : store.bodies(from + 1, after)) {
                Event event = read(body);
                anyNew |= event != null && !event.time().isBefore(since);
            }
            old = anyNew ? 0 : old + 1;
            after = from;
        }
        return after;
    }

    private static @org.jspecify.annotations.Nullable Event read(byte[] body) {
        try {
            return EventCodec.decode(body);
        } catch (UnreadableEventException e) {
            LOG.trace("An event in quarantine scraps nothing", e);
            return null;
        }
    }

    /** Whether it may be about scrap: most events are not, and to read them all takes long. */
    private static boolean maybe(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return TYPES.stream().anyMatch(text::contains);
    }

    private void take(byte[] body) {
        Event event = maybe(body) ? read(body) : null;
        if (event == null) {
            return;
        }
        switch (event.fact()) {
            case WorkFact.Scrapped fact when !event.time().isBefore(since) ->
                    scrapped.put(
                            event.id(),
                            new Scrapped(fact.task().ticket(), event.time(), fact.quantity()));
            case Correction.Voided fact -> voided.add(fact.target());
            case Correction.Corrected fact -> corrected.put(fact.target(), fact.quantity());
            default -> {}
        }
    }
}
