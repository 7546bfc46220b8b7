package stint.station.ui.dialog;

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
import stint.station.ui.bench.TaskWords;
import stint.station.ui.entry.Entry;
import stint.station.ui.entry.EntryDraft;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.Quantity;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;

import java.util.Comparator;
import java.util.List;

/** The scrap dialog's state and intents (OS-6). On the FX thread only. */
public final class ScrapModel implements DialogModel {

    private final Bench bench;
    private final Dialog.Scrap dialog;
    private final Answer answer;
    private final Shown<ScrapView> view;
    private EntryDraft draft = EntryDraft.EMPTY;
    private @Nullable String reason;

    ScrapModel(Bench bench, Dialog.Scrap dialog) {
        this.bench = bench;
        this.dialog = dialog;
        this.answer = new Answer(bench, dialog.operator(), this::refresh);
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<ScrapView> view() {
        return view;
    }

    @Override
    public Object controller(Texts texts) {
        return new ScrapDialog(this, texts);
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    private ScrapView draw() {
        TaskState task = task();
        List<Choice> reasons =
                bench.floor().reasons(Reason.Kind.SCRAP).stream()
                        .map(each ->
                                new Choice(
                                        each.code(),
                                        each.label(bench.texts().language()),
                                        each.code().equals(reason)))
                        .toList();
        return new ScrapView(
                TaskWords.step(task), entry(task), reasons, answer.busy(), answer.problem());
    }

    /** Scrap is found most often on what is in hand; a finished piece may turn out bad, too. */
    private Entry entry(TaskState task) {
        Job job = task.job();
        return byName() && job != null
                ? draft.pieces(
                        job.serials().stream()
                                .sorted(Comparator.comparing(task::isComplete))
                                .toList())
                : draft.quantity();
    }

    private TaskState task() {
        return bench.floor().task(dialog.task()).orElseThrow();
    }

    private boolean byName() {
        TaskState task = task();
        return task.task() != null && task.task().mode() == ProcessMode.PIECE;
    }

    private void take(EntryDraft changed) {
        draft = changed;
        answer.say(null);
    }

    /** A reason was tapped. */
    public void because(String code) {
        reason = code;
        answer.say(null);
    }

    /** A piece was tapped. */
    public void toggle(String serial) {
        take(draft.withToggled(new Serial(serial)));
    }

    /** Another page of pieces. */
    public void turn(int by) {
        draft = draft.turned(by);
        refresh();
    }

    /** Records it, if all is said. */
    public void confirm() {
        if (byName() && !draft.typed().isEmpty()) {
            scanned(draft.typed());
        }
        String because = reason;
        if (because == null) {
            answer.say(new Problem(bench.texts().text("scrap.reason.missing"), "REASON_MISSING"));
        } else if (byName() && draft.chosen().isEmpty()) {
            answer.say(new Problem(bench.texts().text("work.choose"), "PIECE_MISSING"));
        } else if (byName()) {
            record(draft.chosen().size(), List.copyOf(draft.chosen()), because);
        } else if (Quantity.parse(draft.typed()).isEmpty()) {
            answer.say(Problem.quantity(bench.texts()));
        } else {
            record(Quantity.parse(draft.typed()).orElseThrow(), List.of(), because);
        }
    }

    private void record(long quantity, List<Serial> serials, String because) {
        answer.record(
                new Command.Scrap(
                        dialog.operator().code(), dialog.task(), quantity, serials, because));
    }

    @Override
    public void scanned(String code) {
        Job job = task().job();
        boolean known =
                byName()
                        && job != null
                        && job.serials().stream().anyMatch(serial -> serial.value().equals(code));
        if (known) {
            take(draft.withTyped("").withChosen(new Serial(code)));
        } else {
            draft = draft.withTyped("");
            answer.say(Problem.unknownSerial(code, bench.texts()));
        }
    }

    @Override
    public boolean ordered(Order order) {
        switch (order) {
            case Order.Reason(String code) -> {
                boolean known =
                        view.get().reasons().stream().anyMatch(each -> each.code().equals(code));
                if (known) {
                    because(code);
                }
                return known;
            }
            case Order.Act act when act == Order.Act.SCRAP -> confirm();
            case Order.Act act when act == Order.Act.NEXT -> turn(1);
            default -> {
                return DialogModel.super.ordered(order);
            }
        }
        return true;
    }

    @Override
    public void typed(String characters) {
        take(draft.plus(characters));
    }

    @Override
    public void erase() {
        take(draft.minus());
    }

    @Override
    public void clear() {
        take(draft.withTyped(""));
    }

    @Override
    public void enter() {
        confirm();
    }

    @Override
    public void back() {
        answer.back();
    }
}
