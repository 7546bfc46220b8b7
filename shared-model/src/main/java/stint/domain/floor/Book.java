package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What all the tasks of a fold share. Used by one thread. */
final class Book {

    /** A task that was settled at a time. */
    private record Settled(long millis, TaskLedger ledger) {}

    private final EventLog log;
    private final Corrections corrections;
    private final Map<OperatorCode, Moves> people = new HashMap<>();
    private final List<TaskLedger> pending = new ArrayList<>();
    private final PriorityQueue<Settled> settled =
            new PriorityQueue<>(Comparator.comparingLong(Settled::millis));

    Book(EventLog log, Corrections corrections) {
        this.log = log;
        this.corrections = corrections;
    }

    EventLog log() {
        return log;
    }

    boolean voided(Event event) {
        return corrections.voided(event.id());
    }

    int quantity(Event event) {
        return corrections.quantity(event);
    }

    /** An operator's moves. */
    Moves moves(OperatorCode operator) {
        Moves known = people.get(operator);
        if (known == null) {
            known = new Moves(operator);
            people.put(operator, known);
        }
        return known;
    }

    /** Everybody's moves. */
    Collection<Moves> people() {
        return Collections.unmodifiableCollection(people.values());
    }

    /** A task is to be folded again. */
    void pending(TaskLedger ledger) {
        pending.add(ledger);
    }

    /** Folds again what is to be folded again. */
    void upToDate() {
        for (TaskLedger ledger : pending) {
            ledger.upToDate();
        }
        pending.clear();
    }

    /**
     * A task is settled: in some days it may be put away.
     *
     * @return whether that was noted; it is not where nothing is ever put away
     */
    boolean settled(TaskLedger ledger, long millis) {
        return log.hasHistory() && settled.add(new Settled(millis, ledger));
    }

    /** The next task that was settled before a time and may be put away now; none: null. */
    @Nullable TaskLedger nextToPutAway(long beforeMillis) {
        while (!settled.isEmpty() && settled.element().millis() < beforeMillis) {
            TaskLedger ledger = settled.remove().ledger();
            if (ledger.mayBePutAway(beforeMillis)) {
                return ledger;
            }
            ledger.unqueued();
        }
        return null;
    }
}
