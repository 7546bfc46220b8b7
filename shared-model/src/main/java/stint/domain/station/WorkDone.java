package stint.domain.station;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

/** What the fold of stations asks of the fold of work: it counts nothing by itself. */
public interface WorkDone {

    /** Whether an event counts no more (EV-5). */
    boolean voided(Event event);

    /** The pieces an event counts, after corrections. */
    int quantity(Event event);

    /** The good pieces of a task that an operator completed at a bench PC within a stretch. */
    long good(TaskId task, OperatorCode operator, StationCode bench, Stretch stretch);
}
