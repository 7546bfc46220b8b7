package stint.station.ui.bench;

import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Task;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;
import stint.station.ui.kit.Texts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a task is named on every screen: pure functions of the floor. */
public final class TaskWords {

    private static final int NAMES_MAX = 3;

    private TaskWords() {}

    /** The tasks one may work on. */
    public static Stream<TaskState> open(FloorView floor) {
        return floor.tasks().stream()
                .filter(task -> task.job() != null && task.task() != null)
                .filter(task -> !task.cancelled() && task.status() != TaskStatus.DONE);
    }

    /** Those of them that a scanned code names, by ticket, task, order or serial. */
    public static List<TaskState> named(String code, FloorView floor) {
        return open(floor).filter(task -> numbers(task).anyMatch(code::equals)).toList();
    }

    /** Those of them that a scanned ticket names, or an order's paper. */
    public static List<TaskState> ticketed(String code, FloorView floor) {
        return open(floor).filter(task -> papers(task).anyMatch(code::equals)).toList();
    }

    /** What is printed on a task's papers and pieces. */
    public static Stream<String> numbers(TaskState task) {
        Job job = Objects.requireNonNull(task.job());
        return Stream.concat(papers(task), job.serials().stream().map(Serial::value));
    }

    private static Stream<String> papers(TaskState task) {
        Job job = Objects.requireNonNull(task.job());
        return Stream.concat(
                Stream.of(job.ticket(), task.id().toString()), Stream.ofNullable(job.order()));
    }

    /** A task's step and what its job is called; the number while the plan is unknown. */
    public static String stepOfJob(TaskId id, FloorView floor) {
        TaskState task = floor.task(id).orElse(null);
        return task == null || task.job() == null
                ? id.toString()
                : step(task) + " · " + heading(task.job());
    }

    /** The line's name. */
    public static String line(Job job, Texts texts) {
        return switch (job.line()) {
            case ATELIER -> texts.text("line.atelier");
            case OEM -> texts.text("line.oem");
        };
    }

    /** What people call the job: its name in the atelier, its order in OEM. */
    public static String heading(Job job) {
        return job.line() == Line.OEM && job.order() != null ? job.order() : job.name();
    }

    /** The rest of what the job is called, smaller. */
    public static String subheading(Job job) {
        return job.line() == Line.OEM && job.order() != null
                ? job.name() + " · " + job.ticket()
                : job.ticket();
    }

    /** The step's name; its number while the plan is unknown. */
    public static String step(TaskState state) {
        Task task = state.task();
        return task == null ? state.id().toString() : task.name();
    }

    /** Who else is at it now, by name. */
    public static String others(TaskState state, OperatorCode but, FloorView floor, Texts texts) {
        return names(
                state.sessions().stream()
                        .filter(Session.Active.class::isInstance)
                        .map(session -> session.core().operator())
                        .filter(operator -> !operator.equals(but))
                        .distinct()
                        .toList(),
                floor,
                texts);
    }

    /** People by name; of many the first, and how many more. */
    public static String names(List<OperatorCode> people, FloorView floor, Texts texts) {
        String shown =
                people.stream()
                        .limit(NAMES_MAX)
                        .map(operator -> name(operator, floor))
                        .collect(Collectors.joining(", "));
        return people.size() <= NAMES_MAX
                ? shown
                : texts.text("names.more", shown, people.size() - NAMES_MAX);
    }

    /** A person's name; the code where nobody is known by it. */
    public static String name(OperatorCode code, FloorView floor) {
        return floor.operator(code).map(Operator::name).orElse(code.value());
    }

    /** Since when, and why, a session is held. */
    public static String held(Session.Paused held, FloorView floor, Instant now, Texts texts) {
        String since = texts.moment(held.since(), now);
        String code = held.reason();
        return code == null
                ? texts.text("state.held", since)
                : texts.text("state.held.reason", since, reason(code, floor, texts));
    }

    private static String reason(String code, FloorView floor, Texts texts) {
        return floor.reasons(Reason.Kind.HOLD).stream()
                .filter(reason -> reason.code().equals(code))
                .map(reason -> reason.label(texts.language()))
                .findFirst()
                .orElse(code);
    }

    /** When it is due; empty without a date. */
    public static String due(Job job, LocalDate today, Texts texts) {
        LocalDate due = job.due();
        if (due == null) {
            return "";
        }
        if (due.equals(today)) {
            return texts.text("due.today");
        }
        return due.isBefore(today)
                ? texts.text("due.late", texts.day(due))
                : texts.text("due.on", texts.day(due));
    }

    /** Whether the date has passed. */
    public static boolean late(Job job, LocalDate today) {
        return job.due() != null && job.due().isBefore(today);
    }

    /** How many pieces have come from the step before, in words; empty where that says nothing. */
    public static String ready(TaskState state, FloorView floor, Texts texts) {
        OptionalLong count = readyCount(state, floor);
        return count.isEmpty() ? "" : texts.text("ready", count.getAsLong());
    }

    /** How many pieces have come from the step before; empty for a first step. */
    public static OptionalLong readyCount(TaskState state, FloorView floor) {
        Job job = state.job();
        boolean first =
                job == null
                        || job.edges().stream()
                                .noneMatch(edge -> edge.after() == state.id().sequence());
        JobFlow flow = first ? null : floor.flow(state.id().ticket()).orElse(null);
        return flow == null
                ? OptionalLong.empty()
                : OptionalLong.of(flow.readyCount(state.id().sequence()));
    }
}
