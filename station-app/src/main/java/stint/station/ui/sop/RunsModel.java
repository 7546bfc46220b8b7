package stint.station.ui.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.sop.Sop;
import stint.domain.sop.SopBook;
import stint.domain.sop.WorkSession;
import stint.domain.work.Command;
import stint.domain.work.RunCommand;
import stint.domain.work.Session;
import stint.domain.work.TaskStatus;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Recorder;
import stint.station.ui.bench.RunWords;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.sop.RunsView.Row;
import stint.station.ui.sop.RunsView.Start;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be begun step by step for a task, and what was (SOP-1, SOP-3); for a supervisor what
 * waits for approval (SOP-5). On the FX thread only.
 */
public final class RunsModel implements ScreenModel {

    /** Rows on a page: what a small panel has room for. */
    private static final int PER_PAGE = 5;

    /** More SOPs than this for one operation is a matter for the office. */
    private static final int STARTS_MAX = 4;

    private final Bench bench;
    private final Operator operator;
    private final @Nullable TaskId task;
    private final Recorder recorder;
    private final Shown<RunsView> view;
    private int page;
    private @Nullable Problem problem;

    /**
     * For whoever is logged in.
     *
     * @param task the task it is to guide; absent for none in particular
     */
    public RunsModel(Bench bench, Operator operator, @Nullable TaskId task) {
        this.bench = bench;
        this.operator = operator;
        this.task = task;
        this.recorder = new Recorder(bench, operator);
        this.view = new Shown<>(this::draw);
        recorder.busy().addListener(property -> refresh());
    }

    /** What to show. */
    Shown<RunsView> view() {
        return view;
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    private SopBook book() {
        return bench.floor().sops();
    }

    private boolean supervises() {
        return operator.role().supervises();
    }

    private RunsView draw() {
        Texts texts = bench.texts();
        RunWords words = new RunWords(bench.floor(), texts, bench.now().get().time());
        List<WorkSession> runs = runs();
        int pages = Math.max(1, Math.ceilDiv(runs.size(), PER_PAGE));
        page = Math.clamp(page, 0, pages - 1);
        List<Start> starts = starts(words);
        return new RunsView(
                task == null ? texts.text("sop.choose") : TaskWords.stepOfJob(task, bench.floor()),
                starts,
                starts.isEmpty() && task != null ? texts.text("sop.none") : "",
                texts.text(supervises() ? "sop.to.approve" : "sop.before"),
                runs.stream()
                        .skip((long) page * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(run -> row(run, words))
                        .toList(),
                page,
                pages,
                Problem.words(problem, texts),
                recorder.busy().get());
    }

    /** A supervisor's are those that wait for them; else one's own, newest first. */
    private List<WorkSession> runs() {
        return supervises()
                ? RunWords.toApprove(bench.floor(), operator).toList()
                : book().of(operator.code()).stream().filter(run -> !run.open()).toList();
    }

    private List<Start> starts(RunWords words) {
        Texts texts = bench.texts();
        List<Start> starts = new ArrayList<>();
        for (WorkSession run : book().open(operator.code())) {
            String title = run.title(texts.language());
            starts.add(
                    new Start(
                            run.id().toString(),
                            true,
                            texts.text("sop.go.on", title, words.where(run))));
        }
        for (Sop sop : guiding()) {
            String title = sop.title(texts.language());
            starts.add(
                    new Start(
                            sop.code(), false, texts.text("sop.start", title, sop.steps().size())));
        }
        return starts.stream().limit(STARTS_MAX).toList();
    }

    private List<Sop> guiding() {
        return task == null
                ? List.of()
                : bench.floor().task(task).stream()
                        .flatMap(state -> book().guiding(TaskWords.step(state)).stream())
                        .toList();
    }

    private Row row(WorkSession run, RunWords words) {
        return new Row(
                run.id().toString(),
                run.title(bench.texts().language()),
                words.done(run),
                words.state(run));
    }

    /** Something was tapped that begins, or goes on. */
    void choose(Start start) {
        if (start.open()) {
            look(start.code());
        } else {
            problem = null;
            begin(new RunCommand.StartRun(operator.code(), start.code(), task));
        }
    }

    /** Guided work is work: it begins with the first step, for whoever is not at it yet (OS-2). */
    private void begin(RunCommand.StartRun run) {
        boolean refused = !book().open(operator.code()).isEmpty(); // One at a time (SOP-9).
        if (task == null || refused || working(task)) {
            recorder.record(run, this::wrong);
        } else {
            recorder.record(
                    new Command.Start(operator.code(), task, null, null, null),
                    this::wrong,
                    begun -> {
                        if (begun) {
                            recorder.record(run, this::wrong);
                        }
                    });
        }
    }

    /** Also at a task that is done: nothing begins there any more, and an SOP may tidy up. */
    private boolean working(TaskId id) {
        boolean active =
                bench.floor().openSessions(operator.code()).stream()
                        .anyMatch(session ->
                                session instanceof Session.Active
                                        && session.core().task().equals(id));
        return active
                || bench.floor()
                        .task(id)
                        .filter(state -> state.status() != TaskStatus.DONE)
                        .isEmpty();
    }

    private void wrong(Problem what) {
        problem = what;
        bench.refused();
        refresh();
    }

    /** A run was tapped. */
    void look(String run) {
        bench.toRun(operator, EventId.parse(run), task);
    }

    /** Another page. */
    void turn(int by) {
        page += by;
        refresh();
    }

    /** To the task, or the list. */
    void leave() {
        if (task == null) {
            bench.toQueue(operator);
        } else {
            bench.open(operator, task);
        }
    }

    @Override
    public void typed(String characters) {
        if (characters.matches("[1-9]")) {
            view.get().starts().stream()
                    .skip(Integer.parseInt(characters) - 1L)
                    .findFirst()
                    .ifPresent(this::choose);
        }
    }

    @Override
    public boolean ordered(Order order) {
        if (order == Order.Act.NEXT) {
            turn(1);
            return true;
        }
        return ScreenModel.super.ordered(order);
    }

    @Override
    public void enter() {
        view.get().starts().stream().findFirst().ifPresentOrElse(this::choose, this::leave);
    }

    @Override
    public void back() {
        leave();
    }
}
