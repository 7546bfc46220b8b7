package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One operator's moves, in canonical order: starts that make them leave what they were active on,
 * and ends of shift (OS-7 to OS-9). They concern every task the operator works on. Used by one
 * thread.
 */
final class Moves {

    private final List<Event> moves = new ArrayList<>();
    private final Set<TaskId> tasks = new HashSet<>();

    /** Whether a fact can make its operator leave other tasks. */
    static boolean isMove(WorkFact fact) {
        return switch (fact) {
            case WorkFact.Started started -> true;
            case WorkFact.Resumed resumed -> true;
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

    void add(Event move) {
        Ordered.insert(moves, move);
    }

    void worksOn(TaskId task) {
        tasks.add(task);
    }

    /** Every task the operator has recorded on. */
    Set<TaskId> tasks() {
        return tasks;
    }

    /** Whether there are moves after an event that lead away from a task. */
    boolean leadAwayFrom(TaskId task, Event after) {
        return Ordered.after(moves, after) < moves.size() && !awayFrom(task, after).isEmpty();
    }

    /** The moves after an event that lead away from a task. */
    List<Event> awayFrom(TaskId task, Event after) {
        return moves.subList(Ordered.after(moves, after), moves.size()).stream()
                .filter(move -> !task.equals(destination(move)))
                .toList();
    }
}
