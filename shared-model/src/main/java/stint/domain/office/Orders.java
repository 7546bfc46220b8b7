package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Task;
import stint.domain.planning.OrderState;
import stint.domain.work.FloorView;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;

import java.util.List;
import java.util.Objects;

/** Where orders and jobs are, by what their tasks have come to (PR-3, DP-2). Pure. */
public final class Orders {

    private Orders() {}

    /** An order's status; done when its ticket is. */
    public static OrderState.Status status(FloorView floor, OrderState state) {
        String ticket = state.ticket();
        return state.status() == OrderState.Status.IN_PROGRESS
                        && ticket != null
                        && done(floor, ticket)
                ? OrderState.Status.DONE
                : state.status();
    }

    /** Whether nothing of a job is left to do: every task done or cancelled. */
    public static boolean over(FloorView floor, String ticket) {
        return tasks(floor, ticket).stream()
                .allMatch(task -> task.cancelled() || task.status() == TaskStatus.DONE);
    }

    /** Whether a job was made, and not only cancelled. */
    public static boolean done(FloorView floor, String ticket) {
        return over(floor, ticket)
                && tasks(floor, ticket).stream().anyMatch(task -> !task.cancelled());
    }

    /** Whether every task of a job was cancelled. */
    public static boolean cancelled(FloorView floor, String ticket) {
        List<TaskState> tasks = tasks(floor, ticket);
        return !tasks.isEmpty() && tasks.stream().allMatch(TaskState::cancelled);
    }

    /** A job's tasks as they are, by number. */
    public static List<TaskState> tasks(FloorView floor, String ticket) {
        Job job = floor.job(ticket).orElse(null);
        return job == null
                ? List.of()
                : job.tasks().stream()
                        .map(Task::id)
                        .map(task -> state(floor, task))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static @Nullable TaskState state(FloorView floor, TaskId task) {
        return floor.task(task).orElse(null);
    }
}
