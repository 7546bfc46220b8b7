package stint.station.ui.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.work.BatchOutput;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;
import stint.station.core.StationState;
import stint.station.core.SyncState;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.entry.Entry;
import stint.station.ui.entry.EntryDraft;
import stint.station.ui.kit.Metric;
import stint.station.ui.kit.Texts;
import stint.station.ui.work.WorkView.Fact;
import stint.station.ui.work.WorkView.Phase;
import stint.station.ui.work.WorkView.Primary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
                own == null ? List.of() : mine(task, own),
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

    private List<Metric> mine(TaskState task, Session own) {
        Session.Core core = own.core();
        Pace pace = Pace.of(task, own, now);
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("mineGood", texts.text("number", core.good()), texts.text("good")));
        if (core.scrap() > 0) {
            metrics.add(
                    new Metric(
                            "mineScrap", texts.text("number", core.scrap()), texts.text("scrap")));
        }
        metrics.add(new Metric("mineTime", texts.length(pace.worked()), texts.text("worked")));
        boolean byPiece = task.task() != null && task.task().mode() == ProcessMode.PIECE;
        metrics.add(
                new Metric(
                        "piece",
                        texts.length(pace.sinceLast()),
                        byPiece ? texts.text("work.this.piece") : texts.text("work.since.last")));
        pace.perPiece()
                .ifPresent(each ->
                        metrics.add(new Metric("pace", each(each), texts.text("work.pace"))));
        return metrics;
    }

    /** In craft one counts minutes a piece, in series pieces an hour. */
    private String each(Duration each) {
        boolean craft = each.compareTo(Duration.ofMinutes(2)) >= 0;
        return craft
                ? texts.text("work.pace.minutes", Math.round(each.toSeconds() / 60.0))
                : texts.text(
                        "work.pace.hour", Math.round(3_600_000.0 / Math.max(1, each.toMillis())));
    }

    private List<Fact> facts(TaskState task, @Nullable Job job) {
        List<Fact> facts = new ArrayList<>();
        FloorView floor = state.floor();
        long confirmed = confirmed(task);
        add(
                facts,
                confirmed < task.good() ? Fact.Kind.WAITING : Fact.Kind.CONFIRMED,
                task.good() == 0 ? "" : texts.text("work.confirmed", confirmed));
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

    /** How many of the good pieces the server is known to have (PR-6). */
    private long confirmed(TaskState task) {
        SyncState sync = state.sync();
        long waiting =
                Stream.concat(task.pieces().values().stream(), task.rework().stream())
                                .filter(piece ->
                                        !sync.confirmed(piece.completedBy(), state.station()))
                                .count()
                        + task.outputs().stream()
                                .filter(output ->
                                        !sync.confirmed(output.completedBy(), state.station()))
                                .mapToLong(BatchOutput::quantity)
                                .sum();
        return Math.max(0, task.good() - waiting);
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
