package stint.domain.event;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened to somebody's place at a station (DOMAIN §8). A station session is one sign-on of
 * one operator, named by the event that opened it; several may be open at one bench.
 */
public sealed interface StationFact extends Fact {

    /** A fact about one station session. */
    sealed interface InSession extends StationFact {

        /** The station session, by the event that opened it. */
        EventId session();
    }

    /**
     * The operator sat down: a station session began, {@link StationStatus#STOPPED} (ST-1, ST-3).
     *
     * @param station which of the stations that the bench serves; absent for the bench itself
     */
    record SignedOn(@Nullable StationCode station) implements StationFact {}

    /**
     * A checklist was gone through; of several of a kind in one session the first holds (ST-2).
     *
     * @param answers by the item's key, of the items that ask for one
     */
    record ChecklistSubmitted(EventId session, ChecklistKind kind, Map<String, String> answers)
            implements InSession {

        /** Copies the answers; sorted, so that equal facts have equal bytes. */
        public ChecklistSubmitted {
            answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        }
    }

    /**
     * The station does something else from now on (ST-3).
     *
     * @param reason a managed reason's code
     * @param note in the operator's words
     */
    record StatusSet(
            EventId session, StationStatus status, @Nullable String reason, @Nullable String note)
            implements InSession {}

    /** The operator left. */
    record SignedOff(EventId session) implements InSession {}

    /**
     * The terminal was gone; the session ended as of its last sign of life (ST-5). Only the bench
     * itself can tell.
     *
     * @param lastHeartbeat the terminal's clocks then
     */
    record Left(EventId session, TimeReading lastHeartbeat) implements InSession {}

    /**
     * A supervisor closed station sessions, here or elsewhere (ST-7).
     *
     * @param sessions at least one
     * @param reason why, in their words
     */
    record Closed(List<EventId> sessions, String reason) implements StationFact {

        /** Checks that something is closed. */
        public Closed {
            sessions = List.copyOf(sessions);
            if (sessions.isEmpty()) {
                throw new IllegalArgumentException("sessions to close must be named");
            }
        }
    }
}
