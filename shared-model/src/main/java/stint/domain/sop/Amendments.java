package stint.domain.sop;

import stint.domain.event.Event;
import stint.domain.event.EventId;

import java.util.List;

/** What the fold of work sessions asks of the log. */
@FunctionalInterface
public interface Amendments {

    /** What was said of an event afterwards: voids and corrections, in canonical order (EV-5). */
    List<Event> of(EventId id);
}
