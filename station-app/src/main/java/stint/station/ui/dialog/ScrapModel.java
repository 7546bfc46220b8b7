package stint.station.ui.dialog;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.domain.plan.Job;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Reason;
import stint.domain.work.Command;
import stint.domain.work.TaskState;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Recorder;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.dialog.ScrapView.Choice;
import stint.station.ui.kit.PieceGrid.Piece;
import stint.station.ui.kit.Quantity;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The scrap dialog's state and intents (OS-6). On the FX thread only. */
public final class ScrapModel implements DialogModel {

    /** Pieces on a page. */
    static final int PER_PAGE = 9;

    private static final int TYPED_MAX = 40;

    private final Bench bench;
    private final Dialog.Scrap dialog;
    private final Recorder recorder;
    private final ReadOnlyObjectWrapper<ScrapView> view;
    private final Set<Serial> chosen = new LinkedHashSet<>();
    private String typed = "";
    private int page;
    private @Nullable String reason;
    private @Nullable Problem problem;

    ScrapModel(Bench bench, Dialog.Scrap dialog) {
        this.bench = bench;
        this.dialog = dialog;
        this.recorder = new Recorder(bench, dialog.operator());
        this.view = new ReadOnlyObjectWrapper<>(draw());
        recorder.busy().addListener(property -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<ScrapView> view() {
        return view.getReadOnlyProperty();
    }

    @Override
    public void refresh() {
        view.set(draw());
    }

    private ScrapView draw() {
        TaskState task = task();
        Job job = task.job();
        boolean byName = byName();
        // Scrap is found most often on what is in hand; a finished piece may turn out bad, too.
        List<Serial> all =
                job == null || !byName
                        ? List.of()
                        : job.serials().stream()
                                .sorted(Comparator.comparing(task::isComplete))
                                .toList();
        int pages = Math.max(1, Math.ceilDiv(all.size(), PER_PAGE));
        page = Math.clamp(page, 0, pages - 1);
        List<Piece> pieces =
                all.stream()
                        .skip((long) page * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(serial -> new Piece(serial.value(), chosen.contains(serial)))
                        .toList();
        List<Choice> reasons =
                bench.floor().reasons(Reason.Kind.SCRAP).stream()
                        .map(each ->
                                new Choice(
                                        each.code(),
                                        each.label(bench.texts().language()),
                                        each.code().equals(reason)))
                        .toList();
        long count = byName ? chosen.size() : Quantity.parse(typed).orElse(0L);
        return new ScrapView(
                TaskWords.step(task),
                typed,
                byName,
                pieces,
                page,
                pages,
                count,
                reasons,
                recorder.busy().get(),
                problem);
    }

    private TaskState task() {
        return bench.floor().task(dialog.task()).orElseThrow();
    }

    private boolean byName() {
        TaskState task = task();
        return task.task() != null && task.task().mode() == ProcessMode.PIECE;
    }

    /** A reason was tapped. */
    public void because(String code) {
        reason = code;
        problem = null;
        refresh();
    }

    /** A piece was tapped. */
    public void toggle(String serial) {
        Serial piece = new Serial(serial);
        if (!chosen.remove(piece)) {
            chosen.add(piece);
        }
        problem = null;
        refresh();
    }

    /** Another page of pieces. */
    public void turn(int by) {
        page += by;
        refresh();
    }

    /** Records it, if all is said. */
    public void confirm() {
        if (byName() && !typed.isEmpty()) {
            scanned(typed);
        }
        String because = reason;
        if (because == null) {
            say(new Problem(bench.texts().text("scrap.reason.missing"), "REASON_MISSING"));
        } else if (byName() && chosen.isEmpty()) {
            say(new Problem(bench.texts().text("work.choose"), "PIECE_MISSING"));
        } else if (byName()) {
            record(chosen.size(), List.copyOf(chosen), because);
        } else if (Quantity.parse(typed).isEmpty()) {
            say(Problem.quantity(bench.texts()));
        } else {
            record(Quantity.parse(typed).orElseThrow(), List.of(), because);
        }
    }

    private void record(long quantity, List<Serial> serials, String because) {
        recorder.record(
                new Command.Scrap(
                        dialog.operator().code(), dialog.task(), quantity, serials, because),
                this::say);
    }

    private void say(Problem wrong) {
        problem = wrong;
        refresh();
    }

    @Override
    public void scanned(String code) {
        Job job = task().job();
        typed = "";
        boolean known =
                byName()
                        && job != null
                        && job.serials().stream().anyMatch(serial -> serial.value().equals(code));
        if (known) {
            chosen.add(new Serial(code));
            problem = null;
            refresh();
        } else {
            say(Problem.unknownSerial(code, bench.texts()));
        }
    }

    @Override
    public void typed(String characters) {
        if (typed.length() + characters.length() <= TYPED_MAX) {
            typed += characters;
        }
        problem = null;
        refresh();
    }

    @Override
    public void erase() {
        typed = typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1);
        refresh();
    }

    /** Takes back what was typed. */
    public void clear() {
        typed = "";
        refresh();
    }

    @Override
    public void enter() {
        confirm();
    }

    @Override
    public void back() {
        if (!recorder.busy().get()) {
            bench.dismiss();
        }
    }
}
