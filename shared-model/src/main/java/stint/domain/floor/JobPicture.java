package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.plan.Job;
import stint.domain.plan.Task;
import stint.domain.work.FloorException;
import stint.domain.work.JobFlow;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One job at one moment, shared by all pictures of the floor in which it is the same; what is asked
 * often is worked out once. Immutable to the eye: two threads that ask at once both work it out.
 */
final class JobPicture {

    private final String ticket;
    private final @Nullable Job job;
    private final List<TaskState> tasks;
    private final boolean settled;
    private final List<Session> openSessions;
    private final List<FloorException> exceptions;
    private volatile @Nullable JobFlow flow;
    private volatile @Nullable List<FloorException> missedScans;

    /**
     * A picture.
     *
     * @param tasks by number
     * @param settled nothing more is expected, so the flow is seldom asked for
     */
    JobPicture(String ticket, @Nullable Job job, List<TaskState> tasks, boolean settled) {
        this.ticket = ticket;
        this.job = job;
        this.tasks = tasks;
        this.settled = settled;
        this.openSessions =
                tasks.stream()
                        .flatMap(task -> task.sessions().stream())
                        .filter(Session::open)
                        .toList();
        this.exceptions = tasks.stream().flatMap(task -> task.exceptions().stream()).toList();
    }

    String ticket() {
        return ticket;
    }

    @Nullable Job job() {
        return job;
    }

    List<TaskState> tasks() {
        return tasks;
    }

    @Nullable TaskState task(int sequence) {
        for (TaskState task : tasks) {
            if (task.id().sequence() == sequence) {
                return task;
            }
        }
        return null;
    }

    Stream<Session> openSessions(OperatorCode operator) {
        return openSessions.isEmpty()
                ? Stream.empty()
                : openSessions.stream()
                        .filter(session -> session.core().operator().equals(operator));
    }

    List<FloorException> taskExceptions() {
        return exceptions;
    }

    List<FloorException> missedScans() {
        List<FloorException> known = missedScans;
        if (known == null) {
            JobFlow flowing = flow();
            known = flowing == null ? List.of() : List.copyOf(flowing.missedScans());
            missedScans = known;
        }
        return known;
    }

    /** How its pieces flow; absent while the plan has not arrived. */
    @Nullable JobFlow flow() {
        JobFlow known = flow;
        if (known == null && job != null) {
            List<TaskState> planned = new ArrayList<>();
            for (Task task : job.tasks()) {
                TaskState state = task(task.id().sequence());
                if (state != null) {
                    planned.add(state);
                }
            }
            known = JobFlow.of(job, planned);
            if (!settled) {
                flow = known;
            }
        }
        return known;
    }
}
