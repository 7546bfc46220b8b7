package stint.domain.floor;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.station.Stretch;
import stint.domain.station.WorkDone;
import stint.domain.work.TaskState;

/** The work of all tickets, as the fold of stations asks about it. Used by one thread. */
record TicketWork(Book book, Tickets tickets) implements WorkDone {

    @Override
    public boolean voided(Event event) {
        return book.voided(event);
    }

    @Override
    public int quantity(Event event) {
        return book.quantity(event);
    }

    @Override
    public long good(TaskId task, OperatorCode operator, StationCode bench, Stretch stretch) {
        TaskState state = tickets.state(task);
        return state == null ? 0 : state.good(operator, bench, stretch);
    }
}
