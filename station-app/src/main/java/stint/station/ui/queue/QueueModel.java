package stint.station.ui.queue;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Codes;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.work.StationCommand;
import stint.domain.work.TaskState;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Recorder;
import stint.station.ui.bench.RunWords;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.Quantity;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.queue.QueueView.Part;

import java.util.List;

/** The queue's state and intents. On the FX thread only. */
public final class QueueModel implements ScreenModel {

    private static final int SEARCH_LENGTH_MAX = 40;

    private final Bench bench;
    private final Operator operator;
    private final Recorder recorder;
    private final Shown<QueueView> view;
    private int perPage = 4;
    private int page;
    private Part part = Part.ALL;
    private String search;
    private @Nullable Problem problem;

    /**
     * The queue of whoever is logged in.
     *
     * @param search what it is narrowed down to; empty for all
     */
    public QueueModel(Bench bench, Operator operator, String search) {
        this.bench = bench;
        this.operator = operator;
        this.search = search;
        this.recorder = new Recorder(bench, operator);
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<QueueView> view() {
        return view;
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    private QueueView draw() {
        QueueViews views = views();
        List<TaskState> tasks = views.tasks(part, search);
        int pages = Math.max(1, Math.ceilDiv(tasks.size(), perPage));
        page = Math.clamp(page, 0, pages - 1);
        boolean narrowed = part != Part.ALL || !search.isEmpty();
        return new QueueView(
                tasks.stream().skip((long) page * perPage).limit(perPage).map(views::card).toList(),
                page,
                pages,
                part,
                search,
                notice(tasks.isEmpty(), narrowed),
                problem,
                guided(),
                RunWords.toApprove(bench.floor(), operator).count());
    }

    private String notice(boolean empty, boolean narrowed) {
        if (!empty) {
            return "";
        }
        return narrowed ? bench.texts().text("queue.none") : bench.texts().text("queue.empty");
    }

    private QueueViews views() {
        return new QueueViews(
                operator, bench.state().get(), bench.texts(), bench.now().get().time());
    }

    /** How many cards fit, as the screen was laid out. */
    public void fit(int cards) {
        if (cards != perPage) {
            perPage = Math.max(1, cards);
            refresh();
        }
    }

    /** A card was tapped. */
    public void open(TaskId task) {
        bench.open(operator, task);
    }

    private String guided() {
        return bench.floor()
                .sops()
                .current(operator.code())
                .map(run ->
                        bench.texts()
                                .text(
                                        "queue.guided",
                                        Math.min(run.passedCount() + 1, run.steps().size()),
                                        run.steps().size()))
                .orElse("");
    }

    /** To their guided work. */
    public void guide() {
        bench.floor()
                .sops()
                .current(operator.code())
                .ifPresent(run -> bench.toRun(operator, run.id(), run.task()));
    }

    /** To what waits for a supervisor (SOP-5). */
    public void approvals() {
        bench.toRuns(operator, null);
    }

    /** Another page. */
    public void turn(int by) {
        page += by;
        refresh();
    }

    /** Another part of the list. */
    public void show(Part wanted) {
        part = wanted;
        page = 0;
        refresh();
    }

    /** All again, after a search. */
    public void showAll() {
        part = Part.ALL;
        look("");
    }

    private void look(String wanted) {
        search = wanted;
        page = 0;
        problem = null;
        refresh();
    }

    /** Asks what to look for. */
    public void search() {
        Texts texts = bench.texts();
        bench.ask(
                new Dialog.Write(
                        texts.text("search.title"),
                        Dialog.Write.Kind.CODE,
                        search,
                        texts.text("search.find"),
                        this::find));
    }

    /** What was written: a part of a name, or the number of a job that may begin here. */
    private void find(String text) {
        part = Part.ALL;
        look(text);
        if (views().tasks(part, text).isEmpty() && mayBegin(text)) {
            askHowMany(text);
        }
    }

    /** To what they did today. */
    public void day() {
        bench.toDay(operator);
    }

    /** To what they did before. */
    public void past() {
        bench.toPast(operator);
    }

    /** Go home. */
    public void endShift() {
        bench.ask(new Dialog.EndShift(operator));
    }

    /** Make room for another; the work goes on. */
    public void logout() {
        bench.logout();
    }

    @Override
    public void scanned(String code) {
        List<TaskState> found = TaskWords.named(code, bench.floor());
        if (found.size() == 1) {
            open(found.getFirst().id());
            return;
        }
        part = Part.ALL;
        look(found.isEmpty() ? "" : code);
        if (found.isEmpty() && mayBegin(code)) {
            askHowMany(code);
        } else if (found.isEmpty()) {
            say(new Problem(bench.texts().text("queue.unknown", code), "CODE_UNKNOWN"));
        }
    }

    /** Whether it is the number of a job that nobody knows, and may begin here (ST-1). */
    private boolean mayBegin(String code) {
        return Codes.isCode(code)
                && bench.floor().job(code).isEmpty()
                && bench.state().get().place().newJobs(operator.code()).isPresent();
    }

    private void askHowMany(String ticket) {
        Texts texts = bench.texts();
        bench.ask(
                new Dialog.Write(
                        texts.text("job.new.title", ticket),
                        Dialog.Write.Kind.COUNT,
                        "",
                        texts.text("job.new.begin"),
                        count ->
                                recorder.record(
                                        new StationCommand.NewJob(
                                                operator.code(),
                                                ticket,
                                                Quantity.parse(count).orElse(0L)),
                                        this::say)));
    }

    private void say(Problem wrong) {
        problem = wrong;
        bench.refused();
        refresh();
    }

    @Override
    public boolean means(String code) {
        return !TaskWords.named(code, bench.floor()).isEmpty();
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
    public void typed(String characters) {
        if (search.length() + characters.length() <= SEARCH_LENGTH_MAX) {
            look(search + characters);
        }
    }

    @Override
    public void erase() {
        look(search.isEmpty() ? "" : search.substring(0, search.length() - 1));
    }

    @Override
    public void clear() {
        look("");
    }

    @Override
    public void enter() {
        List<TaskState> found = views().tasks(part, search);
        if (found.size() == 1) {
            open(found.getFirst().id());
        } else if (!search.isEmpty()) {
            scanned(search);
        }
    }

    @Override
    public void back() {
        showAll();
    }
}
