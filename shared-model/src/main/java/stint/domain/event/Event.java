package stint.domain.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that happened, appended once, never changed (EV-1, EV-2). The hash chain is over the
 * stored bytes and lives beside them, in the wire package.
 *
 * @param id station, epoch and sequence
 * @param site the site the station belongs to
 * @param operator who did it; absent where a machine observed it
 * @param hlc its place in the common order
 * @param clock what the station's clocks said
 * @param seen the feed position the station had seen, 0 for none: evidence of what it could know
 * @param command the number of the screen command behind it, unique within (station, epoch); 0 for
 *     none
 * @param fact what happened
 */
public record Event(
        EventId id,
        String site,
        @Nullable OperatorCode operator,
        Hlc hlc,
        TimeReading clock,
        long seen,
        long command,
        Fact fact) {

    /** The order every replica folds in (EV-4): clock first, the identity decides among equals. */
    public static final Comparator<Event> CANONICAL = Event::compareInOrder;

    private static int compareInOrder(Event one, Event other) {
        int byClock = one.hlc.compareTo(other.hlc);
        return byClock != 0 ? byClock : one.id.compareTo(other.id);
    }

    /** When it happened, in the floor's common time. */
    public Instant time() {
        return clock.time();
    }

    /** The task it is about; absent where it is about none, or about another event. */
    public @Nullable TaskId task() {
        return switch (fact) {
            case WorkFact.OnTask about -> about.task();
            case PlanFact.TaskCancelled about -> about.task();
            case SessionRule about -> about.task();
            default -> null;
        };
    }

    /** The station that recorded it. */
    public StationCode station() {
        return id.station();
    }
}
