package stint.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Event;
import stint.domain.event.Hlc;
import stint.domain.event.StationCode;
import stint.domain.floor.FloorFold;
import stint.domain.work.Floor;
import stint.domain.work.FloorView;
import stint.wire.StoredEvent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The server's fold, fed in the order of the feed. Used by the single writer alone. */
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final FloorFold fold = new FloorFold();
    private final Map<StationCode, Instant> lastRecorded = new HashMap<>();
    private long position;
    private Hlc hlc = Hlc.ZERO;

    /**
     * Takes the event at the next position. Whatever it holds, those behind it go on: what can't be
     * understood waits alone (EX-1).
     *
     * @param nowMillis the server's time: a clock far ahead moves ours only a little past it
     */
    public void take(long newPosition, StoredEvent stored, long nowMillis) {
        position = newPosition;
        Event event = stored.event().orElse(null);
        if (event == null) {
            fold.quarantine(stored.id());
            return;
        }
        hlc = hlc.hearing(event.hlc(), nowMillis);
        lastRecorded.merge(event.station(), event.time(), Reconciler::later);
        try {
            fold.apply(event);
        } catch (RuntimeException e) {
            LOG.error("Event {} does not fold and waits in quarantine", event.id(), e);
            fold.quarantine(event.id());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The reading for the next event of the server's own. */
    public Hlc nextHlc(long nowMillis) {
        return hlc.next(nowMillis);
    }

    /** The last position taken. */
    public long position() {
        return position;
    }

    /** The floor with its log, for deciding; the writer's own. */
    public Floor floor() {
        return fold;
    }

    /** The floor as it is now, for other threads. */
    public FloorView view() {
        return fold.view();
    }

    /** When each station last recorded something that has arrived, in floor time. */
    public Map<StationCode, Instant> lastRecorded() {
        return Map.copyOf(lastRecorded);
    }
}
