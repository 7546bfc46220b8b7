package stint.station.ui.past;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Operator;
import stint.station.store.SessionRow;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.past.PastView.Row;

import java.util.List;

/**
 * Somebody's sessions, a page at a time, from the store behind the bench (OS-11). On the FX thread
 * only; the store is asked elsewhere.
 */
public final class PastModel implements ScreenModel {

    /** Rows on a page: what a small panel has room for. */
    private static final int PER_PAGE = 7;

    private final Bench bench;
    private final Operator operator;
    private final Shown<PastView> view;
    private int page;
    private @Nullable List<SessionRow> found;
    private boolean failed;

    /** The past of whoever is logged in. */
    public PastModel(Bench bench, Operator operator) {
        this.bench = bench;
        this.operator = operator;
        this.view = new Shown<>(this::draw);
        look();
    }

    /** What to show. */
    public Shown<PastView> view() {
        return view;
    }

    /** One more than there is room for, to know whether there is another page. */
    private void look() {
        int asked = page;
        bench.core()
                .sessions(operator.code(), PER_PAGE + 1, page * PER_PAGE)
                .whenCompleteAsync(
                        (rows, problem) -> {
                            if (asked == page) {
                                failed = problem != null;
                                found = rows;
                                view.refresh();
                            }
                        },
                        bench.ui());
    }

    private PastView draw() {
        Texts texts = bench.texts();
        List<SessionRow> rows = found;
        if (rows == null) {
            String notice = failed ? texts.text("past.failed") : texts.text("past.looking");
            return new PastView(List.of(), page, false, notice);
        }
        return new PastView(
                rows.stream().limit(PER_PAGE).map(row -> row(row, texts)).toList(),
                page,
                rows.size() > PER_PAGE,
                rows.isEmpty() ? texts.text("past.empty") : "");
    }

    private Row row(SessionRow session, Texts texts) {
        String made =
                session.scrap() == 0
                        ? texts.text("shift.made", session.good())
                        : texts.text("shift.made.scrap", session.good(), session.scrap());
        return new Row(
                texts.moment(session.startedAt(), bench.now().get().time()),
                TaskWords.stepOfJob(session.task(), bench.floor()),
                made,
                switch (session.status()) {
                    case "active" -> texts.text("past.active");
                    case "paused" -> texts.text("past.paused");
                    case "cancelled" -> texts.text("past.cancelled");
                    default -> texts.text("past.completed");
                });
    }

    /** Another page. */
    public void turn(int by) {
        page = Math.max(0, page + by);
        look();
    }

    /** To the list. */
    public void leave() {
        bench.toQueue(operator);
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    @Override
    public void enter() {
        leave();
    }

    @Override
    public void back() {
        leave();
    }
}
