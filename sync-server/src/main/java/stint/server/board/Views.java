package stint.server.board;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.office.Versions;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.PieceTime;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.server.reconcile.Picture;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.SerialView;
import stint.wire.protocol.TaskView;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Turns the floor's state into the records that queries answer with. Pure. */
public final class Views {

    private static final double SECONDS_PER_MINUTE = 60.0;

    private Views() {}

    /** All tasks, by ticket and number. */
    public static List<TaskView> tasks(FloorView floor) {
        return floor.tasks().stream().map(task -> task(floor, task)).toList();
    }

    /** One task. */
    public static TaskView task(FloorView floor, TaskState task) {
        Job job = task.job();
        return new TaskView(
                task.id().toString(),
                task.id().ticket(),
                task.id().sequence(),
                taskName(task),
                job == null ? null : job.name(),
                task.status().word(),
                task.cancelled(),
                task.target(),
                task.good(),
                task.scrap(),
                task.progress(),
                task.active(),
                task.paused(),
                task.sessions().stream().map(session -> session(floor, session)).toList(),
                Versions.of(task));
    }

    private static TaskView.SessionView session(FloorView floor, Session session) {
        Session.Core core = session.core();
        return new TaskView.SessionView(
                core.id().toString(),
                core.operator().value(),
                operatorName(floor, core.operator()),
                core.station().value(),
                session.status(),
                core.good(),
                core.scrap(),
                core.paused().toMinutes(),
                core.startedAt(),
                endedAt(session));
    }

    private static @Nullable Instant endedAt(Session session) {
        return switch (session) {
            case Session.Active active -> null;
            case Session.Paused paused -> null;
            case Session.Completed completed -> completed.endedAt();
            case Session.Cancelled cancelled -> cancelled.endedAt();
        };
    }

    /** What a person should look at, or has looked at, forks of histories last (EX-1). */
    public static List<ExceptionView> exceptions(Picture picture) {
        return exceptions(picture, exception -> true);
    }

    /** What nobody has looked at yet (EX-2). */
    static List<ExceptionView> openExceptions(Picture picture) {
        return exceptions(picture, FloorException::open);
    }

    private static List<ExceptionView> exceptions(
            Picture picture, Predicate<FloorException> wanted) {
        Stream<ExceptionView> folded =
                picture.floor().exceptions().stream()
                        .filter(wanted)
                        .map(exception -> exception(picture, exception));
        return Stream.concat(folded, picture.forks().stream().map(Views::fork)).toList();
    }

    private static ExceptionView fork(EventId parting) {
        return new ExceptionView(
                "FORK",
                null,
                null,
                null,
                null,
                parting.station().value(),
                List.of(parting.toString()));
    }

    private static ExceptionView exception(Picture picture, FloorException exception) {
        FloorView floor = picture.floor();
        TaskId task = exception.task();
        FloorException.Acknowledgement looked = exception.acknowledged();
        return new ExceptionView(
                exception.type().name(),
                text(task),
                task == null ? null : floor.task(task).map(Views::taskName).orElse(null),
                text(exception.serial()),
                text(exception.operator()),
                text(exception.station()),
                exception.claims().stream().map(EventId::toString).toList(),
                exception.key(),
                exception.type().rule(),
                null,
                looked == null ? null : looked(floor, looked),
                Versions.of(exception));
    }

    private static ExceptionView.Looked looked(
            FloorView floor, FloorException.Acknowledgement looked) {
        OperatorCode by = looked.by();
        return new ExceptionView.Looked(
                text(by), by == null ? "" : operatorName(floor, by), looked.at(), looked.note());
    }

    /**
     * The history of one piece, visits for rework included (SN-5); no steps when nobody has
     * completed it anywhere.
     */
    public static SerialView serial(FloorView floor, Serial serial) {
        List<SerialView.Step> steps =
                floor.tasks().stream()
                        .flatMap(
                                task -> visits(task, serial).map(piece -> step(floor, task, piece)))
                        .sorted(
                                Comparator.comparing(SerialView.Step::to)
                                        .thenComparing(SerialView.Step::taskId))
                        .toList();
        return new SerialView(serial.value(), steps);
    }

    private static Stream<PieceTime> visits(TaskState task, Serial serial) {
        PieceTime first = task.pieces().get(serial);
        return Stream.concat(
                Stream.ofNullable(first),
                task.rework().stream().filter(piece -> piece.serial().equals(serial)));
    }

    /** Whether any job has or had such a piece. */
    public static boolean knows(FloorView floor, Serial serial) {
        return floor.jobs().stream().anyMatch(job -> job.serials().contains(serial))
                || floor.tasks().stream().anyMatch(task -> task.pieces().containsKey(serial));
    }

    private static SerialView.Step step(FloorView floor, TaskState task, PieceTime piece) {
        return new SerialView.Step(
                taskName(task),
                task.id().toString(),
                piece.operator().value(),
                operatorName(floor, piece.operator()),
                piece.station().value(),
                piece.from(),
                piece.to(),
                minutes(piece.worked()),
                piece.grade().name().toLowerCase(Locale.ROOT));
    }

    private static double minutes(Duration worked) {
        return worked.toSeconds() / SECONDS_PER_MINUTE;
    }

    static String taskName(TaskState task) {
        return task.task() == null ? Integer.toString(task.id().sequence()) : task.task().name();
    }

    static String operatorName(FloorView floor, OperatorCode code) {
        return floor.operator(code).map(Operator::name).orElse(code.value());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
