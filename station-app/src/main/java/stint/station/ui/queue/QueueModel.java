package stint.station.ui.queue;

import org.jspecify.annotations.Nullable;

import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.work.TaskState;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Problem;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;

import java.util.List;

/** The queue's state and intents. On the FX thread only. */
public final class QueueModel implements ScreenModel {

    private static final int CODE_LENGTH_MAX = 40;

    private final Bench bench;
    private final Operator operator;
    private final Shown<QueueView> view;
    private int perPage = 4;
    private int page;
    private String filter = "";
    private String typed = "";
    private @Nullable Problem problem;

    /** The queue of whoever is logged in. */
    public QueueModel(Bench bench, Operator operator) {
        this.bench = bench;
        this.operator = operator;
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
        List<TaskState> tasks = views.tasks(filter);
        int pages = Math.max(1, Math.ceilDiv(tasks.size(), perPage));
        page = Math.clamp(page, 0, pages - 1);
        return new QueueView(
                tasks.stream().skip((long) page * perPage).limit(perPage).map(views::card).toList(),
                page,
                pages,
                typed.isEmpty() ? filter : typed,
                tasks.isEmpty() ? bench.texts().text("queue.empty") : "",
                problem);
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

    /** Another page. */
    public void turn(int by) {
        page += by;
        refresh();
    }

    /** All again, after a scan. */
    public void showAll() {
        filter = "";
        typed = "";
        problem = null;
        refresh();
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
        typed = "";
        List<TaskState> found = views().tasks(code);
        if (found.size() == 1) {
            open(found.getFirst().id());
            return;
        }
        filter = found.isEmpty() ? "" : code;
        problem =
                found.isEmpty()
                        ? new Problem(bench.texts().text("queue.unknown", code), "CODE_UNKNOWN")
                        : null;
        refresh();
    }

    @Override
    public void typed(String characters) {
        problem = null;
        if (typed.length() + characters.length() <= CODE_LENGTH_MAX) {
            typed += characters;
        }
        refresh();
    }

    @Override
    public void erase() {
        typed = typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1);
        refresh();
    }

    @Override
    public void enter() {
        if (!typed.isEmpty()) {
            scanned(typed);
        }
    }

    @Override
    public void back() {
        showAll();
    }
}
