package stint.domain.floor;

import stint.domain.event.Acknowledged;
import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.RunFact;
import stint.domain.event.SessionRule;
import stint.domain.event.SopFact;
import stint.domain.event.StationFact;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.sop.SopFold;
import stint.domain.station.StationFold;

/**
 * Says whom an event concerns: the tasks it is about, those its operator leaves with it, and, where
 * it corrects another, those the other one concerns (EV-5, OS-7 to OS-9). Used by one thread.
 */
final class Routing {

    private final Corrections corrections;
    private final Acknowledgements acknowledgements;
    private final MasterData master;
    private final EventLog log;
    private final Book book;
    private final Tickets tickets;
    private final StationFold stations;
    private final SopFold sops;

    Routing(Parts parts) {
        corrections = parts.corrections();
        acknowledgements = parts.acknowledgements();
        master = parts.master();
        log = parts.log();
        book = parts.book();
        tickets = parts.tickets();
        stations = parts.stations();
        sops = parts.sops();
    }

    /** Gives an event that was just taken to all it concerns. */
    void apply(Event event) {
        switch (event.fact()) {
            case WorkFact fact -> applyWork(event, fact);
            case PlanFact fact -> applyPlan(event, fact);
            case Correction fact -> {
                corrections.add(event, fact);
                acknowledgements.changed();
                refoldFor(event, fact);
            }
            case SessionRule fact -> tickets.ledger(fact.task()).add(event);
            case StationFact fact -> stations.add(event, fact);
            case RunFact fact -> sops.add(event, fact);
            case Acknowledged fact -> acknowledgements.add(event, fact);
        }
    }

    private void applyWork(Event event, WorkFact fact) {
        OperatorCode operator = event.operator();
        if (operator == null) {
            return;
        }
        if (Moves.isMove(fact)) {
            Moves own = book.moves(operator);
            own.add(event);
            if (!corrections.voided(event.id())) {
                bringBack(own, event);
                own.moveAway(event);
            }
        }
        if (fact instanceof WorkFact.ShiftEnded) {
            sops.shiftEnded(event);
        }
        if (fact instanceof WorkFact.OnTask onTask) {
            tickets.ledger(onTask.task()).add(event);
        }
        if (fact instanceof WorkFact.SentBack sent) {
            tickets.sendBack(event, sent);
        } else if (fact instanceof WorkFact.Counted counted) {
            stations.worked(event, operator, counted);
        }
    }

    /** What was put away and may be concerned by an operator's move comes back. */
    private void bringBack(Moves own, Event move) {
        for (ArchivedTask away : own.archivedAround(move)) {
            tickets.ledger(away.state().id());
        }
    }

    private void applyPlan(Event event, PlanFact fact) {
        if (!master.put(event, fact)) {
            return;
        }
        if (fact instanceof PlanFact.JobReleased released) {
            tickets.plan(released.job());
        } else if (fact instanceof PlanFact.TaskCancelled cancelled) {
            tickets.ledger(cancelled.task()).add(event);
        } else if (fact instanceof SopFact said) {
            sops.define(event, said);
        }
    }

    /** A correction changed what an event counts: everything it touches is folded again. */
    private void refoldFor(Event correction, Correction fact) {
        Event event = log.event(fact.target());
        if (event == null) {
            return; // It is looked up again when the target arrives.
        }
        if (event.fact() instanceof Correction corrected) {
            // Of two voids only the later one can void the other.
            boolean later = Event.CANONICAL.compare(event, correction) < 0;
            if (later || corrected instanceof Correction.Corrected) {
                refoldFor(event, corrected);
            }
            return;
        }
        OperatorCode operator = event.operator();
        if (operator != null && event.fact() instanceof WorkFact work && Moves.isMove(work)) {
            Moves own = book.moves(operator);
            bringBack(own, event);
            own.reconsider(event);
        }
        stations.reconsider(event);
        sops.reconsider(event);
        TaskId task = event.task();
        if (event.fact() instanceof WorkFact.SentBack sent) {
            tickets.resend(event, sent);
        } else if (task != null) {
            tickets.ledger(task).refoldFrom(event);
        }
    }
}
