package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.plan.Job;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** All that is known of one job ticket: its tasks, at hand or put away. Used by one thread. */
final class Ticket {

    private final String code;
    private final TreeMap<Integer, TaskLedger> live = new TreeMap<>();
    private final TreeMap<Integer, ArchivedTask> archived = new TreeMap<>();
    private final List<Event> sentBack = new ArrayList<>();
    private @Nullable Job job;
    private @Nullable JobPicture picture;

    Ticket(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    @Nullable Job job() {
        return job;
    }

    void plan(Job planned) {
        job = planned;
        picture = null;
    }

    /** The plan, for a task that is in it. */
    @Nullable Job jobOf(int task) {
        boolean planned =
                job != null
                        && job.tasks().stream().anyMatch(known -> known.id().sequence() == task);
        return planned ? job : null;
    }

    /** What was sent back in this job, in order of arrival; the tasks look at it. */
    List<Event> sentBack() {
        return sentBack;
    }

    @Nullable TaskLedger ledger(int task) {
        return live.get(task);
    }

    void put(TaskLedger ledger) {
        live.put(ledger.id().sequence(), ledger);
    }

    Collection<TaskLedger> ledgers() {
        return live.values();
    }

    @Nullable ArchivedTask away(int task) {
        return archived.get(task);
    }

    Collection<ArchivedTask> away() {
        return archived.values();
    }

    void putAway(ArchivedTask task) {
        int sequence = task.state().id().sequence();
        live.remove(sequence);
        archived.put(sequence, task);
        picture = null;
    }

    @Nullable ArchivedTask bringBack(int task) {
        return archived.remove(task);
    }

    @Nullable TaskState state(int task) {
        TaskLedger ledger = live.get(task);
        if (ledger != null) {
            return ledger.state();
        }
        ArchivedTask away = archived.get(task);
        return away == null ? null : away.state();
    }

    /** Forgets the picture; whether there was one. */
    boolean changed() {
        boolean had = picture != null;
        picture = null;
        return had;
    }

    /** What it comes to now; the same until it changes. */
    JobPicture picture() {
        JobPicture known = picture;
        if (known == null) {
            TreeMap<Integer, TaskState> states = new TreeMap<>();
            live.forEach((task, ledger) -> states.put(task, ledger.state()));
            archived.forEach((task, away) -> states.put(task, away.state()));
            known = new JobPicture(code, job, List.copyOf(states.values()), live.isEmpty());
            picture = known;
        }
        return known;
    }
}
