package stint.station.ui.queue;

import stint.domain.event.Serial;
import stint.domain.office.Allotment;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Task;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.station.core.StationState;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.kit.Texts;
import stint.station.ui.queue.QueueView.Card;
import stint.station.ui.queue.QueueView.Mark;
import stint.station.ui.queue.QueueView.Part;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the queue's cards: pure functions of the state, told the time. */
final class QueueViews {

    private final Operator operator;
    private final StationState state;
    private final Texts texts;
    private final Instant now;
    private final LocalDate today;

    QueueViews(Operator operator, StationState state, Texts texts, Instant now) {
        this.operator = operator;
        this.state = state;
        this.texts = texts;
        this.now = now;
        this.today = LocalDate.ofInstant(now, texts.zone());
    }

    /**
     * The tasks there are, for the station they are at (DP-6): one's own first, what was given to
     * others last, then by due date. What somebody looks for is found, whatever it is for.
     *
     * @param search a part of a name, number or serial, in any case; empty for all
     */
    List<TaskState> tasks(Part part, String search) {
        String wanted = search.toLowerCase(Locale.ROOT);
        return TaskWords.open(state.floor())
                .filter(task -> !wanted.isEmpty() || belongs(task))
                .filter(task -> isIn(part, task))
                .filter(task ->
                        wanted.isEmpty()
                                || names(task)
                                        .anyMatch(name ->
                                                name.toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted(
                        Comparator.comparing(this::mark)
                                .thenComparing(task ->
                                        task.job() == null || task.job().due() == null
                                                ? LocalDate.MAX
                                                : task.job().due())
                                .thenComparing(TaskState::id))
                .toList();
    }

    private boolean isIn(Part part, TaskState task) {
        Job job = Objects.requireNonNull(task.job());
        return switch (part) {
            case ALL -> true;
            case MINE -> mark(task).compareTo(Mark.FREE) < 0;
            case READY -> TaskWords.readyCount(task, state.floor()).orElse(1) > 0;
            case URGENT -> job.due() != null && !job.due().isAfter(today);
        };
    }

    /** Whether the station is one for it; what somebody began stays where they are. */
    private boolean belongs(TaskState task) {
        String type = task.task() == null ? null : task.task().stationType();
        return type == null
                || state.place()
                        .station(operator.code())
                        .map(station -> station.suits(type))
                        .orElse(true)
                || task.openSession(operator.code()).isPresent();
    }

    private static Stream<String> names(TaskState task) {
        Job job = Objects.requireNonNull(task.job());
        return Stream.concat(Stream.of(job.name(), TaskWords.step(task)), TaskWords.numbers(task));
    }

    private Mark mark(TaskState task) {
        return switch (task.openSession(operator.code()).orElse(null)) {
            case Session.Active active -> Mark.ACTIVE;
            case Session.Paused paused -> Mark.HELD;
            case null, default -> given(Allotment.of(state.floor(), task, operator.code()));
        };
    }

    private static Mark given(Allotment allotment) {
        if (allotment.own() > 0) {
            return Mark.YOURS;
        }
        return allotment.free() ? Mark.FREE : Mark.THEIRS;
    }

    /** To whom it was given, in words. */
    private String allotted(TaskState task) {
        Allotment allotment = Allotment.of(state.floor(), task, operator.code());
        return switch (given(allotment)) {
            case YOURS -> texts.text("queue.yours", allotment.own());
            case THEIRS ->
                    allotment.others().isEmpty()
                            ? ""
                            : texts.text(
                                    "queue.theirs",
                                    TaskWords.names(allotment.others(), state.floor(), texts));
            default -> "";
        };
    }

    /** How many wait, and in piece mode which is next. */
    private String ready(TaskState task) {
        Task plan = task.task();
        String next =
                plan == null || plan.mode() == ProcessMode.BATCH
                        ? ""
                        : Allotment.next(state.floor(), task, operator.code())
                                .or(() -> next(task))
                                .map(serial -> texts.text("queue.next", serial.value()))
                                .orElse("");
        return Stream.of(TaskWords.ready(task, state.floor(), texts), next)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Optional<Serial> next(TaskState task) {
        return Objects.requireNonNull(task.job()).serials().stream()
                .filter(serial -> !task.isComplete(serial))
                .findFirst();
    }

    Card card(TaskState task) {
        Job job = Objects.requireNonNull(task.job());
        FloorView floor = state.floor();
        Session own = task.openSession(operator.code()).orElse(null);
        String mine =
                switch (own) {
                    case Session.Active active -> texts.text("state.active");
                    case Session.Paused paused -> TaskWords.held(paused, floor, now, texts);
                    case null, default -> allotted(task);
                };
        String others = TaskWords.others(task, operator.code(), floor, texts);
        String due = TaskWords.due(job, today, texts);
        String target = texts.text("of.target", task.target());
        String line = TaskWords.line(job, texts);
        String spoken =
                Stream.of(
                                TaskWords.step(task),
                                line,
                                TaskWords.heading(job),
                                task.good() + " " + target,
                                mine,
                                others,
                                due)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        return new Card(
                task.id(),
                line,
                job.line() == Line.ATELIER,
                TaskWords.heading(job),
                TaskWords.step(task),
                texts.text("number", task.good()),
                target,
                Math.min(1, task.progress()),
                mark(task),
                mine,
                others,
                due,
                TaskWords.late(job, today),
                ready(task),
                spoken);
    }
}
