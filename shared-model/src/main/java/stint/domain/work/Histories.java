package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Questions about who did what (OS-11, SN-5). Pure functions of a view. */
public final class Histories {

    private static final Comparator<Session> NEWEST_FIRST =
            Comparator.comparing((Session session) -> session.core().startedAt())
                    .reversed()
                    .thenComparing(session -> session.core().id());

    private Histories() {}

    /** The sessions of a task, in order of their start. */
    public static List<Session> ofTask(FloorView floor, TaskId task) {
        return floor.task(task).map(TaskState::sessions).orElse(List.of());
    }

    /** What an operator is at: the active session that began last, else the paused one. */
    public static Optional<Session> current(FloorView floor, OperatorCode operator) {
        return floor.openSessions(operator).stream().findFirst();
    }

    /**
     * An operator's sessions, newest first.
     *
     * @param status active, paused, completed or cancelled; absent for all
     * @param limit at most so many, from 0
     * @param offset after leaving out so many, from 0
     */
    public static List<Session> ofOperator(
            FloorView floor,
            OperatorCode operator,
            @Nullable String status,
            int limit,
            int offset) {
        return floor.tasks().stream()
                .flatMap(task -> task.sessions().stream())
                .filter(session -> session.core().operator().equals(operator))
                .filter(session -> status == null || session.status().equals(status))
                .sorted(NEWEST_FIRST)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    /** Who is at a task now, active before paused. */
    public static List<Session> atWork(FloorView floor, TaskId task) {
        return ofTask(floor, task).stream()
                .filter(Session::open)
                .sorted(Comparator.comparing(session -> session instanceof Session.Paused))
                .toList();
    }

    /** Everything that happened to the pieces of that serial, job by job, in order (SN-5). */
    public static List<PieceTime> ofSerial(FloorView floor, Serial serial) {
        return floor.jobs().stream()
                .filter(job -> job.serials().contains(serial))
                .flatMap(job -> floor.flow(job.ticket()).stream())
                .flatMap(flow -> flow.history(serial).stream())
                .toList();
    }
}
