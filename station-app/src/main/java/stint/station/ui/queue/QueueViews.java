package stint.station.ui.queue;

import stint.domain.event.Serial;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;
import stint.station.core.StationState;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.kit.Texts;
import stint.station.ui.queue.QueueView.Card;
import stint.station.ui.queue.QueueView.Mark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
     * The tasks there are: one's own first, then those others are at, then by due date.
     *
     * @param filter a ticket or serial that was scanned; empty for all
     */
    List<TaskState> tasks(String filter) {
        return state.floor().tasks().stream()
                .filter(task -> task.job() != null && task.task() != null)
                .filter(task -> !task.cancelled() && task.status() != TaskStatus.DONE)
                .filter(task -> filter.isEmpty() || matches(task, filter))
                .sorted(
                        Comparator.comparing(this::mark)
                                .thenComparing(task ->
                                        task.job() == null || task.job().due() == null
                                                ? LocalDate.MAX
                                                : task.job().due())
                                .thenComparing(TaskState::id))
                .toList();
    }

    private static boolean matches(TaskState task, String filter) {
        Job job = task.job();
        return job != null
                && (filter.equals(job.ticket())
                        || filter.equals(job.order())
                        || filter.equals(task.id().toString())
                        || job.serials().stream().map(Serial::value).anyMatch(filter::equals));
    }

    private Mark mark(TaskState task) {
        return switch (task.openSession(operator.code()).orElse(null)) {
            case Session.Active active -> Mark.ACTIVE;
            case Session.Paused paused -> Mark.HELD;
            case null, default -> Mark.FREE;
        };
    }

    Card card(TaskState task) {
        Job job = Objects.requireNonNull(task.job());
        FloorView floor = state.floor();
        Session own = task.openSession(operator.code()).orElse(null);
        String mine =
                switch (own) {
                    case Session.Active active -> texts.text("state.active");
                    case Session.Paused paused -> TaskWords.held(paused, floor, now, texts);
                    case null, default -> "";
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
                TaskWords.ready(task, floor, texts),
                spoken);
    }
}
