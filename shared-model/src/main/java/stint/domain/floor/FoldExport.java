package stint.domain.floor;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.station.StationExport;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a fold knows, to go on from elsewhere or later ({@link FloorFold#export()}): of what is
 * at hand the events, of what was put away what it came to. Immutable.
 *
 * @param stations which events of each station were given to it
 * @param plan the plan facts that hold
 * @param corrections every void and correction
 * @param acknowledgements every acknowledgement
 * @param sentBack every event that sent pieces back
 * @param operators the moves that are at hand
 * @param tasks the tasks that are at hand
 * @param archived the tasks that were put away
 * @param atStations what happened at stations
 * @param guided SOPs, work sessions, and the shifts ended
 * @param held every event at hand, those above among them
 * @param newestMillis the newest clock seen, as of {@code Hlc.millis}
 */
public record FoldExport(
        List<OfStation> stations,
        List<Event> plan,
        List<Event> corrections,
        List<Event> acknowledgements,
        List<Event> sentBack,
        List<OfOperator> operators,
        List<OfTask> tasks,
        List<ArchivedTask> archived,
        StationExport atStations,
        List<Event> guided,
        List<Event> held,
        long newestMillis) {

    /** Copies the lists. */
    public FoldExport {
        stations = List.copyOf(stations);
        plan = List.copyOf(plan);
        corrections = List.copyOf(corrections);
        acknowledgements = List.copyOf(acknowledgements);
        sentBack = List.copyOf(sentBack);
        operators = List.copyOf(operators);
        tasks = List.copyOf(tasks);
        archived = List.copyOf(archived);
        guided = List.copyOf(guided);
        held = List.copyOf(held);
    }

    /**
     * What is known of one station.
     *
     * @param epochs by number
     * @param suspectBoots the first event of each boot whose clock is suspect
     * @param unread the events that could not be read
     */
    public record OfStation(
            StationCode station,
            Map<Integer, OfEpoch> epochs,
            Map<Long, EventId> suspectBoots,
            Set<EventId> unread) {

        /** Copies the collections. */
        public OfStation {
            epochs = Map.copyOf(epochs);
            suspectBoots = Map.copyOf(suspectBoots);
            unread = Set.copyOf(unread);
        }
    }

    /**
     * Which events of an epoch are here.
     *
     * @param dense all up to this sequence number
     * @param beyond and these
     */
    public record OfEpoch(long dense, Set<Long> beyond) {

        /** Copies the set. */
        public OfEpoch {
            beyond = Set.copyOf(beyond);
        }
    }

    /**
     * One operator's moves.
     *
     * @param heldFromMillis older ones are in the history only
     * @param closedUpTo the last event that closed a session of theirs: none or one
     */
    public record OfOperator(
            OperatorCode operator, long heldFromMillis, List<Event> moves, List<Event> closedUpTo) {

        /** Copies the lists. */
        public OfOperator {
            moves = List.copyOf(moves);
            closedUpTo = List.copyOf(closedUpTo);
        }
    }

    /**
     * One task's events, in canonical order.
     *
     * @param moves the operators' moves to other tasks that did something to this one
     */
    public record OfTask(TaskId task, List<Event> events, List<Event> moves) {

        /** Copies the lists. */
        public OfTask {
            events = List.copyOf(events);
            moves = List.copyOf(moves);
        }
    }
}
