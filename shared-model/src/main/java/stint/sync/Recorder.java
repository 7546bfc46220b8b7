package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;

/**
 * Gives a station's facts their identity and their place in the common order (EV-2). What it makes
 * counts only once {@link #kept} says that it is durable. Not thread-safe.
 */
public final class Recorder {

    private final StationCode station;
    private final String site;
    private int epoch;
    private long sequence;
    private Hlc hlc = Hlc.ZERO;

    /** A station that has written nothing yet. */
    public Recorder(StationCode station, String site) {
        this.station = station;
        this.site = site;
    }

    /** An event of our own was found in the journal, or was made durable. */
    public void kept(Event event) {
        kept(event.id());
        hlc = event.hlc().compareTo(hlc) > 0 ? event.hlc() : hlc;
    }

    /** As {@link #kept(Event)}, for one whose meaning waits for another release. */
    void kept(EventId id) {
        if (id.epoch() > epoch) {
            epoch = id.epoch();
            sequence = 0;
        }
        if (id.epoch() == epoch) {
            sequence = Math.max(sequence, id.sequence());
        }
    }

    /**
     * The last run ended without a word: what it had in hand is unknown, so a new epoch begins.
     * Also where nothing is recorded: the disk may be a copy made before the first event.
     */
    void startedUncleanly() {
        epoch = Math.max(1, epoch) + 1;
        sequence = 0;
    }

    /**
     * An event came with the feed. One of our own that we don't have means that this disk is not
     * the one that wrote it: a new epoch begins, so that no number is used twice.
     */
    void heardOf(EventId id) {
        boolean ours = id.station().equals(station);
        if (ours && (id.epoch() > epoch || (id.epoch() == epoch && id.sequence() > sequence))) {
            leave(id.epoch());
        }
    }

    /** Nothing more is written in this epoch, nor in an earlier one. */
    void leave(int leftEpoch) {
        if (leftEpoch >= epoch) {
            epoch = leftEpoch + 1;
            sequence = 0;
        }
    }

    /** An event came with the feed: our clock runs ahead of it, within reason. */
    void heard(Event event, TimeReading now) {
        hlc = hlc.hearing(event.hlc(), now.time().toEpochMilli());
    }

    /** As {@link #heard(Event, TimeReading)}, of all that a base holds. */
    void heard(Base base) {
        hlc = hlc.hearing(base.hlc(), base.serverTimeMs());
        base.marks()
                .of(station)
                .forEach((known, mark) -> heardOf(new EventId(station, known, mark.sequence())));
    }

    /** Of the same run: knows what that one knows. */
    void goOnAs(Recorder before) {
        if (before.epoch > epoch) {
            epoch = before.epoch;
            sequence = before.sequence;
        }
        hlc = before.hlc.compareTo(hlc) > 0 ? before.hlc : hlc;
    }

    /** The event for a fact; the next one has the same identity until this one is kept. */
    public Event event(
            @Nullable OperatorCode operator, Fact fact, TimeReading now, long seen, long command) {
        EventId id = new EventId(station, Math.max(1, epoch), sequence + 1);
        Hlc next = hlc.next(now.time().toEpochMilli());
        return new Event(id, site, operator, next, now, seen, command, fact);
    }

    void write(PackedOutput out) throws IOException {
        out.number(epoch);
        out.number(sequence);
        out.signed(hlc.millis());
        out.number(hlc.counter());
    }

    /** Goes on from what {@link #write} wrote. */
    void read(PackedInput in) throws IOException {
        epoch = in.count();
        sequence = in.number();
        hlc = new Hlc(in.signed(), in.count());
    }
}
