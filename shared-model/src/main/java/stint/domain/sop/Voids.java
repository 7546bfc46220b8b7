package stint.domain.sop;

import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.EventId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which events are taken back, by those voids alone that belong to a run: what an approval did not
 * see takes nothing back (SOP-5).
 *
 * @param counts whether an event belongs to the run
 */
record Voids(Amendments amendments, Predicate<EventId> counts) {

    /** What takes an event back, if something does. */
    Optional<Event> of(Event event) {
        return amendments.of(event.id()).stream()
                .filter(later -> later.fact() instanceof Correction.Voided)
                .filter(later -> counts.test(later.id()))
                .filter(later -> !overturned(later))
                .findFirst();
    }

    boolean has(Event event) {
        return of(event).isPresent();
    }

    /** Only what comes after a void can void it, so that no two can void each other. */
    private boolean overturned(Event voiding) {
        return amendments.of(voiding.id()).stream()
                .filter(later -> later.fact() instanceof Correction.Voided)
                .filter(later -> counts.test(later.id()))
                .filter(later -> Event.CANONICAL.compare(later, voiding) > 0)
                .anyMatch(later -> !overturned(later));
    }

    /** Every void that has a say about an event, in force or not. */
    List<Event> about(Event event) {
        List<Event> all = new ArrayList<>();
        for (Event later : amendments.of(event.id())) {
            if (later.fact() instanceof Correction.Voided
                    && (event.fact() instanceof Correction
                            ? Event.CANONICAL.compare(later, event) > 0
                            : true)) {
                all.add(later);
                all.addAll(about(later));
            }
        }
        return all;
    }
}
