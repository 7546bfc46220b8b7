package stint.station.desk.sessions;

import stint.wire.protocol.TaskView;

import java.util.Arrays;
import java.util.List;

/**
 * Somebody's open work on a task.
 *
 * @param task the task
 * @param session their session on it
 */
record Work(TaskView task, TaskView.SessionView session) {

    /** What is open, in the order of the tasks. Pure. */
    static List<Work> open(TaskView[] tasks) {
        return Arrays.stream(tasks)
                .flatMap(task ->
                        task.sessions().stream()
                                .filter(session ->
                                        session.status().equals("active")
                                                || session.status().equals("paused"))
                                .map(session -> new Work(task, session)))
                .toList();
    }

    String key() {
        return session.session();
    }
}
