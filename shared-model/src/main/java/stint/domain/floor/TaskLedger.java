package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.SessionRule;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.work.JobFlow;
import stint.domain.work.TaskFold;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One task's events and what they come to. An event that is the latest is folded onto the state; a
 * late one, or a correction, folds the task anew, once, when somebody asks for its state: a bench
 * that comes back brings late events by the thousand. Used by one thread.
 */
final class TaskLedger {

    private final TaskId id;
    private final List<Event> events = new ArrayList<>();
    private final List<Event> sentBack = new ArrayList<>();
    private @Nullable Job job;
    private TaskFold fold;
    private @Nullable Event latest;
    private @Nullable TaskState state;
    private @Nullable Runnable pendingRefold;

    TaskLedger(TaskId id) {
        this.id = id;
        this.fold = new TaskFold(id, null);
    }

    /** The plan arrived or changed; what has happened is judged by it. */
    void plan(Job planned, Map<OperatorCode, Moves> moves, Corrections corrections) {
        job = planned;
        refold(moves, corrections);
    }

    /** An event of this task, new to this replica. */
    void add(Event event, Map<OperatorCode, Moves> moves, Corrections corrections) {
        Ordered.insert(events, event);
        if (pendingRefold != null) {
            return;
        }
        if (isLatest(event)
                && !corrections.voided(event.id())
                && !isFollowedByMoves(event, moves)) {
            latest = event;
            fold.apply(event, corrections.quantity(event));
            state = null;
        } else {
            refold(moves, corrections);
        }
    }

    /** A move that found nobody here to move left no trace; an event before it may change that. */
    private boolean isFollowedByMoves(Event event, Map<OperatorCode, Moves> moves) {
        OperatorCode concerned =
                event.fact() instanceof SessionRule rule ? rule.about() : event.operator();
        Moves own = concerned == null ? null : moves.get(concerned);
        return own != null && own.leadAwayFrom(id, event);
    }

    /** Pieces were sent back, to this task or through it, from one that comes after (DP-4). */
    void sendBack(Event event, Map<OperatorCode, Moves> moves, Corrections corrections) {
        Ordered.insert(sentBack, event);
        refold(moves, corrections);
    }

    /** An operator who works here moved elsewhere. */
    void move(
            Event move,
            OperatorCode operator,
            Map<OperatorCode, Moves> moves,
            Corrections corrections) {
        if (pendingRefold != null) {
            return;
        }
        if (!isLatest(move) || corrections.voided(move.id())) {
            refold(moves, corrections);
        } else if (fold.isOpen(operator)) {
            latest = move;
            fold.applyMove(move);
            state = null;
        }
    }

    /** The whole history of the task is folded again before anybody sees its state. */
    void refold(Map<OperatorCode, Moves> moves, Corrections corrections) {
        state = null;
        pendingRefold = () -> foldAll(moves, corrections);
    }

    private void foldAll(Map<OperatorCode, Moves> moves, Corrections corrections) {
        fold = new TaskFold(id, job);
        latest = null;
        for (Event event : history(moves)) {
            // A move that sends pieces back is found in both lists.
            boolean twice = latest != null && event.id().equals(latest.id());
            if (twice || corrections.voided(event.id())) {
                continue;
            }
            latest = event;
            if (concernsThisTask(event)) {
                fold.apply(event, corrections.quantity(event));
            } else if (event.fact() instanceof WorkFact fact && Moves.isMove(fact)) {
                fold.applyMove(event);
            }
            if (event.fact() instanceof WorkFact.SentBack sent && comesThroughHere(sent)) {
                fold.applySentBack(sent);
            }
        }
    }

    private List<Event> history(Map<OperatorCode, Moves> moves) {
        Map<OperatorCode, Event> firstOf = new HashMap<>();
        for (Event event : events) {
            if (event.operator() != null) {
                firstOf.putIfAbsent(event.operator(), event);
            }
        }
        List<Event> history = new ArrayList<>(events);
        firstOf.forEach((operator, first) -> {
            Moves own = moves.get(operator);
            if (own != null) {
                history.addAll(own.awayFrom(id, first));
            }
        });
        for (Event event : sentBack) {
            if (!concernsThisTask(event)) {
                history.add(event);
            }
        }
        history.sort(Event.CANONICAL);
        return history;
    }

    private boolean comesThroughHere(WorkFact.SentBack sent) {
        return job != null
                && sent.task().ticket().equals(id.ticket())
                && JobFlow.visitedAgain(job, sent.to()).contains(id.sequence());
    }

    private boolean concernsThisTask(Event event) {
        return id.equals(FloorFold.taskOf(event));
    }

    private boolean isLatest(Event event) {
        return latest == null || Event.CANONICAL.compare(latest, event) < 0;
    }

    TaskState state() {
        Runnable refold = pendingRefold;
        if (refold != null) {
            pendingRefold = null;
            refold.run();
        }
        TaskState known = state;
        if (known == null) {
            known = fold.state();
            state = known;
        }
        return known;
    }
}
