package stint.station.core;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;

/**
 * Gives a station's facts their identity and their place in the common order (EV-2). What it makes
 * counts only once {@link #kept} says that it is durable. Used by the core's thread.
 */
final class Recorder {

    private final StationCode station;
    private final String site;
    private int epoch;
    private long sequence;
    private Hlc hlc = Hlc.ZERO;

    Recorder(StationCode station, String site) {
        this.station = station;
        this.site = site;
    }

    /** An event of our own was found in the journal, or was made durable. */
    void kept(Event event) {
        if (event.id().epoch() > epoch) {
            epoch = event.id().epoch();
            sequence = 0;
        }
        sequence = Math.max(sequence, event.id().sequence());
        hlc = event.hlc().compareTo(hlc) > 0 ? event.hlc() : hlc;
    }

    /** The last run ended without a word: what it had in hand is unknown, so a new epoch begins. */
    void startedUncleanly() {
        epoch++;
        sequence = 0;
    }

    /**
     * An event came with the feed. One of our own that we don't have means that this disk is not
     * the one that wrote it: a new epoch begins, so that no number is used twice.
     */
    void heard(Event event, TimeReading now) {
        EventId id = event.id();
        hlc = hlc.hearing(event.hlc(), now.time().toEpochMilli());
        boolean ours = id.station().equals(station);
        if (ours && (id.epoch() > epoch || (id.epoch() == epoch && id.sequence() > sequence))) {
            epoch = id.epoch() + 1;
            sequence = 0;
        }
    }

    /** The event for a fact; the next one has the same identity until this one is kept. */
    Event event(
            @Nullable OperatorCode operator, Fact fact, TimeReading now, long seen, long command) {
        EventId id = new EventId(station, Math.max(1, epoch), sequence + 1);
        Hlc next = hlc.next(now.time().toEpochMilli());
        return new Event(id, site, operator, next, now, seen, command, fact);
    }
}
