package stint.bench;

import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A generated job and how far its four tasks are: cut by batch, sew and finish by piece, pack. */
final class SiteJob {

    static final int TASKS = 4;

    private static final List<String> NAMES = List.of("Cut", "Sew", "Finish", "Pack");

    final Job plan;
    final List<TaskId> tasks = new ArrayList<>();
    private final int[] done = new int[TASKS];
    private final List<Deque<Serial>> redo = new ArrayList<>();

    SiteJob(int number, int pieces) {
        String ticket = "JT%07d".formatted(number);
        List<Task> planned = new ArrayList<>();
        List<Job.Edge> chain = new ArrayList<>();
        for (int index = 0; index < TASKS; index++) {
            TaskId id = new TaskId(ticket, index + 1);
            tasks.add(id);
            redo.add(new ArrayDeque<>());
            planned.add(new Task(id, NAMES.get(index), mode(index)));
            if (index > 0) {
                chain.add(new Job.Edge(index, index + 1));
            }
        }
        List<Serial> serials = new ArrayList<>();
        for (int piece = 1; piece <= pieces; piece++) {
            serials.add(new Serial("SN%07d-%04d".formatted(number, piece)));
        }
        plan =
                new Job(
                        ticket,
                        "Tote " + number,
                        Line.OEM,
                        pieces,
                        Job.TOLERANCE_DEFAULT,
                        planned,
                        chain,
                        serials,
                        null,
                        null);
    }

    private static ProcessMode mode(int task) {
        return isByPiece(task) ? ProcessMode.PIECE : ProcessMode.BATCH;
    }

    static boolean isByPiece(int task) {
        return task == 1 || task == 2;
    }

    /** Pieces that the task before has let through and this one has not done. */
    int ready(int task) {
        int supply = task == 0 ? plan.target() : done[task - 1];
        return supply - done[task];
    }

    Serial next(int task) {
        Serial again = redo.get(task).poll();
        return again != null ? again : plan.serials().get(done[task]);
    }

    void again(int task, Serial serial) {
        redo.get(task).add(serial);
    }

    void made(int task, int pieces) {
        done[task] += pieces;
    }

    boolean isDone(int task) {
        return done[task] >= plan.target();
    }

    boolean isDone() {
        return isDone(TASKS - 1);
    }

    int openTasks() {
        int open = 0;
        for (int task = 0; task < TASKS; task++) {
            open += isDone(task) ? 0 : 1;
        }
        return open;
    }
}
