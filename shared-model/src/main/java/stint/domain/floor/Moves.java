package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.SecondStart;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One operator's moves, in canonical order: starts that make them leave what they were active on,
 * and ends of shift (OS-7 to OS-9). They concern every task the operator is active on by then; the
 * tasks are found here. Used by one thread.
 */
final class Moves {

    private final OperatorCode operator;
    private final List<Event> moves = new ArrayList<>();
    private final List<TaskLedger> ledgers = new ArrayList<>();
    private final List<TaskLedger> candidates = new ArrayList<>();
    private final List<ArchivedTask> archived = new ArrayList<>();
    private long archivedToMillis = Long.MIN_VALUE;
    private @Nullable Event lastClosing;
    private long heldFromMillis = Long.MIN_VALUE;

    Moves(OperatorCode operator) {
        this.operator = operator;
    }

    /** Whether a fact can make its operator leave other tasks. */
    static boolean isMove(WorkFact fact) {
        return switch (fact) {
            case WorkFact.Started started -> started.second() != SecondStart.STAY;
            case WorkFact.Resumed resumed -> resumed.second() != SecondStart.STAY;
            case WorkFact.ShiftEnded ended -> true;
            case WorkFact.Counted counted ->
                    counted.session() == null; // opens a session by itself (OS-5)
            case WorkFact.SentBack sent -> sent.session() == null;
            case WorkFact.Held held -> false;
            case WorkFact.SessionEnded ended -> false;
        };
    }

    /** The task a move goes to; absent for the end of a shift. */
    static @Nullable TaskId destination(Event move) {
        return move.fact() instanceof WorkFact.OnTask fact ? fact.task() : null;
    }

    OperatorCode operator() {
        return operator;
    }

    void add(Event move) {
        if (move.hlc().millis() >= heldFromMillis) {
            Ordered.insert(moves, move);
        } // An older one is in the history, with those let go of.
    }

    /** The operator has recorded on this task; once for each. */
    void worksAt(TaskLedger ledger) {
        ledgers.add(ledger);
    }

    /** The operator may have an open session there. */
    void mayBeOpenAt(TaskLedger ledger) {
        for (int index = candidates.size() - 1; index >= 0; index--) {
            if (candidates.get(index) == ledger) {
                return;
            }
        }
        candidates.add(ledger);
    }

    /** A session of the operator was closed by an event. */
    void closedBy(Event closing) {
        if (lastClosing == null || Event.CANONICAL.compare(lastClosing, closing) < 0) {
            lastClosing = closing;
        }
    }

    /** The tasks the operator has an open session at; all must be up to date. */
    List<TaskLedger> open() {
        candidates.removeIf(ledger -> !ledger.isOpen(operator));
        return List.copyOf(candidates);
    }

    /** Makes a move, in every task it leads away from. */
    void moveAway(Event move) {
        TaskId destination = destination(move);
        boolean late = lastClosing != null && Event.CANONICAL.compare(move, lastClosing) <= 0;
        List<TaskLedger> concerned = late ? ledgers : candidates;
        for (int index = concerned.size() - 1; index >= 0; index--) {
            TaskLedger ledger = concerned.get(index);
            if (!ledger.id().equals(destination)) {
                ledger.move(move, operator);
                if (!late && !ledger.isOpen(operator)) {
                    concerned.remove(index);
                }
            }
        }
    }

    /** A move counts now, or counts no more. */
    void reconsider(Event move) {
        for (int index = ledgers.size() - 1; index >= 0; index--) {
            ledgers.get(index).reconsider(move, operator);
        }
    }

    /** A task the operator worked on is put away. */
    void leave(TaskLedger ledger) {
        ledgers.removeIf(live -> live == ledger);
        candidates.removeIf(live -> live == ledger);
    }

    /** A task the operator had sessions at was put away. */
    void putAway(ArchivedTask task) {
        archived.add(task);
        archivedToMillis = Math.max(archivedToMillis, task.toMillis());
    }

    /** It was brought back. */
    void broughtBack(ArchivedTask task) {
        archived.removeIf(away -> away.state().id().equals(task.state().id()));
    }

    /** The tasks put away at which the operator may have been at work at the time of an event. */
    List<ArchivedTask> archivedAround(Event event) {
        if (event.hlc().millis() > archivedToMillis) {
            return List.of();
        }
        return archived.stream().filter(task -> task.covers(event)).toList();
    }

    /** Whether there may be moves after an event. */
    boolean anyAfter(Event event) {
        return event.hlc().millis() < heldFromMillis
                || (!moves.isEmpty() && Event.CANONICAL.compare(moves.getLast(), event) > 0);
    }

    FoldExport.OfOperator export() {
        return new FoldExport.OfOperator(
                operator,
                heldFromMillis,
                moves,
                lastClosing == null ? List.of() : List.of(lastClosing));
    }

    void restore(FoldExport.OfOperator exported) {
        heldFromMillis = exported.heldFromMillis();
        moves.addAll(exported.moves());
        exported.closedUpTo().forEach(this::closedBy);
    }

    /** Lets go of moves before a time; the history has them. */
    void letGo(long beforeMillis, Consumer<Event> each) {
        int kept = 0;
        while (kept < moves.size() && moves.get(kept).hlc().millis() < beforeMillis) {
            each.accept(moves.get(kept));
            kept++;
        }
        moves.subList(0, kept).clear();
        heldFromMillis = Math.max(heldFromMillis, beforeMillis);
    }

    /**
     * All moves from one event to another, in order, and perhaps some around them. What the log is
     * asked for is no more than that: it may be long.
     *
     * @param from absent for the beginning
     * @param until absent for the end
     * @param log where those are that were let go of
     */
    List<Event> between(@Nullable Event from, @Nullable Event until, EventLog log) {
        long fromMillis = from == null ? Long.MIN_VALUE : from.hlc().millis();
        if (fromMillis >= heldFromMillis) {
            return moves;
        }
        long untilMillis = until == null ? Long.MAX_VALUE : until.hlc().millis();
        if (untilMillis < heldFromMillis) {
            return log.moves(operator, fromMillis, untilMillis);
        }
        List<Event> all = new ArrayList<>(log.moves(operator, fromMillis, heldFromMillis - 1));
        all.addAll(moves);
        return all;
    }
}
