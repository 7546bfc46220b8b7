package stint.station.ui.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;
import stint.station.core.StationState;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.entry.Entry;
import stint.station.ui.entry.EntryDraft;
import stint.station.ui.kit.Texts;
import stint.station.ui.work.WorkView.Fact;
import stint.station.ui.work.WorkView.Phase;
import stint.station.ui.work.WorkView.Primary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the work screen: pure functions of the state and the draft, told the time. */
final class WorkViews {

    private final Operator operator;
    private final StationState state;
    private final Texts texts;
    private final Instant now;

    WorkViews(Operator operator, StationState state, Texts texts, Instant now) {
        this.operator = operator;
        this.state = state;
        this.texts = texts;
        this.now = now;
    }

    WorkView view(TaskState task, EntryDraft draft, boolean busy) {
        Job job = task.job();
        Session own = task.openSession(operator.code()).orElse(null);
        Phase phase = phase(task, own);
        Entry entry = entry(task, phase, draft);
        Primary primary =
                switch (phase) {
                    case IDLE -> Primary.START;
                    case ACTIVE -> Primary.COMPLETE;
                    case HELD -> Primary.RESUME;
                    case DONE, CANCELLED -> Primary.BACK;
                };
        return new WorkView(
                job == null ? "" : TaskWords.line(job, texts),
                job != null && job.line() == Line.ATELIER,
                job == null ? task.id().ticket() : TaskWords.heading(job),
                job == null ? "" : TaskWords.subheading(job),
                TaskWords.step(task),
                texts.text("number", task.good()),
                texts.text("of.target", task.target()),
                Math.min(1, task.progress()),
                phase,
                state(phase, own),
                own == null ? "" : mine(own),
                facts(task, job),
                entry,
                primary,
                primaryText(primary, entry, busy),
                busy,
                draft.problem());
    }

    private static Phase phase(TaskState task, @Nullable Session own) {
        if (task.cancelled()) {
            return Phase.CANCELLED;
        }
        return switch (own) {
            case Session.Active active -> Phase.ACTIVE;
            case Session.Paused paused -> Phase.HELD;
            case null, default -> task.status() == TaskStatus.DONE ? Phase.DONE : Phase.IDLE;
        };
    }

    private String state(Phase phase, @Nullable Session own) {
        return switch (phase) {
            case IDLE -> texts.text("work.idle");
            case ACTIVE -> texts.text("state.active");
            case HELD ->
                    own instanceof Session.Paused paused
                            ? TaskWords.held(paused, state.floor(), now, texts)
                            : "";
            case DONE -> texts.text("work.done");
            case CANCELLED -> texts.text("work.cancelled");
        };
    }

    private String mine(Session own) {
        Session.Core core = own.core();
        Duration worked =
                core.worked().stream()
                        .map(span -> Duration.between(span.from(), span.to()))
                        .reduce(Duration.ZERO, Duration::plus);
        if (own instanceof Session.Active active) {
            worked = worked.plus(Duration.between(active.since(), now));
        }
        String made =
                core.scrap() == 0
                        ? texts.text("work.mine", core.good())
                        : texts.text("work.mine.scrap", core.good(), core.scrap());
        return texts.text("work.mine.time", made, texts.length(worked));
    }

    private List<Fact> facts(TaskState task, @Nullable Job job) {
        List<Fact> facts = new ArrayList<>();
        FloorView floor = state.floor();
        add(facts, Fact.Kind.READY, TaskWords.ready(task, floor, texts));
        String others = TaskWords.others(task, operator.code(), floor, texts);
        add(facts, Fact.Kind.OTHERS, others.isEmpty() ? "" : texts.text("work.with", others));
        add(
                facts,
                Fact.Kind.SCRAP,
                task.scrap() == 0 ? "" : texts.text("work.scrap", task.scrap()));
        if (job != null) {
            LocalDate today = LocalDate.ofInstant(now, texts.zone());
            Fact.Kind kind = TaskWords.late(job, today) ? Fact.Kind.LATE : Fact.Kind.DUE;
            add(facts, kind, TaskWords.due(job, today, texts));
        }
        return facts;
    }

    private static void add(List<Fact> facts, Fact.Kind kind, String text) {
        if (!text.isEmpty()) {
            facts.add(new Fact(kind, text));
        }
    }

    private static Entry entry(TaskState task, Phase phase, EntryDraft draft) {
        if (phase != Phase.ACTIVE || task.task() == null || task.job() == null) {
            return new Entry.None();
        }
        return task.task().mode() == ProcessMode.BATCH
                ? draft.quantity()
                : draft.pieces(open(task));
    }

    /** The pieces that are not complete at a task, in the job's order. */
    static List<Serial> open(TaskState task) {
        Job job = task.job();
        return job == null
                ? List.of()
                : job.serials().stream().filter(serial -> !task.isComplete(serial)).toList();
    }

    private String primaryText(Primary primary, Entry entry, boolean busy) {
        if (busy) {
            return texts.text("work.recording");
        }
        return switch (primary) {
            case START -> texts.text("work.start");
            case RESUME -> texts.text("work.resume");
            case BACK -> texts.text("work.back");
            case COMPLETE ->
                    entry.count() > 1
                            ? texts.text("work.complete.count", entry.count())
                            : texts.text("work.complete");
        };
    }
}
