package stint.domain.station;

import stint.domain.event.Event;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

import java.util.List;

/**
 * All that a {@link StationFold} knows, to go on from elsewhere or later. Immutable.
 *
 * @param facts every station fact
 * @param seats who worked at which bench PC
 */
public record StationExport(List<Event> facts, List<OfSeat> seats) {

    /** Nobody ever signed on or made a piece. */
    public static final StationExport NONE = new StationExport(List.of(), List.of());

    /** Copies the lists. */
    public StationExport {
        facts = List.copyOf(facts);
        seats = List.copyOf(seats);
    }

    /**
     * One operator at one bench PC.
     *
     * @param tasks what they made pieces of, and when
     * @param scrapped the events that scrapped pieces
     */
    public record OfSeat(
            StationCode bench, OperatorCode operator, List<OfTask> tasks, List<Event> scrapped) {

        /** Copies the lists. */
        public OfSeat {
            tasks = List.copyOf(tasks);
            scrapped = List.copyOf(scrapped);
        }
    }

    /**
     * Work on a task, some time between two moments.
     *
     * @param to not before {@code from}
     */
    public record OfTask(TaskId task, Hlc from, Hlc to) {}
}
