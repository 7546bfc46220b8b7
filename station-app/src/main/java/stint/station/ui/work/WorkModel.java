package stint.station.ui.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.sop.SopBook;
import stint.domain.sop.WorkSession;
import stint.domain.work.Command;
import stint.domain.work.TaskState;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Receipt;
import stint.station.ui.bench.Recorder;
import stint.station.ui.bench.RunWords;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.entry.EntryDraft;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.Quantity;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.work.WorkView.Phase;
import stint.station.ui.work.WorkView.Primary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The work screen's state and intents. On the FX thread only. */
public final class WorkModel implements ScreenModel {

    private final Bench bench;
    private final Operator operator;
    private final TaskId id;
    private final Recorder recorder;
    private final Shown<WorkView> view;
    private final Waiting waiting = new Waiting();
    private EntryDraft draft = EntryDraft.EMPTY;
    private EntryDraft sent = EntryDraft.EMPTY;
    private @Nullable EventId seen;

    /**
     * The work of whoever is logged in.
     *
     * @param id a task the bench knows
     */
    public WorkModel(Bench bench, Operator operator, TaskId id) {
        this.bench = bench;
        this.operator = operator;
        this.id = id;
        this.recorder = new Recorder(bench, operator);
        this.seen = lastRecorded();
        this.view = new Shown<>(this::draw);
        recorder.busy().addListener(property -> refresh());
    }

    /** What to show. */
    public Shown<WorkView> view() {
        return view;
    }

    @Override
    public void refresh() {
        EventId recorded = lastRecorded();
        if (recorded != null && !recorded.equals(seen)) {
            draft = sent.equals(EntryDraft.EMPTY) ? draft.emptied() : draft.since(sent);
            sent = EntryDraft.EMPTY;
        }
        seen = recorded;
        view.refresh();
    }

    private @Nullable EventId lastRecorded() {
        return bench.receipt().get().map(Receipt::undoable).map(event -> event.id()).orElse(null);
    }

    private WorkView draw() {
        return new WorkViews(operator, bench.state().get(), bench.texts(), bench.now().get().time())
                .view(task(), draft, recorder.busy().get());
    }

    /** A floor forgets no task, so what was once opened is there. */
    private TaskState task() {
        return bench.floor().task(id).orElseThrow();
    }

    private void show(EntryDraft changed) {
        if (!recorder.busy().get()) {
            sent = EntryDraft.EMPTY;
        }
        draft = changed;
        view.refresh();
    }

    private void record(Command command) {
        show(draft.withProblem(null));
        sent = draft;
        recorder.record(command, this::say, this::settled);
    }

    /** The pieces scanned meanwhile have their turn; after a problem a person looks first. */
    private void settled(boolean recorded) {
        if (recorded) {
            waiting.next().ifPresent(this::piece);
        } else {
            List<String> codes = waiting.drop();
            if (!codes.isEmpty()) {
                String again = bench.texts().text("work.scan.again", String.join(", ", codes));
                bench.say(new Problem(again, "SCAN_AGAIN"));
            }
        }
    }

    private void say(Problem problem) {
        bench.refused();
        show(draft.withProblem(problem));
    }

    /** The one large button. */
    public void primary() {
        OperatorCode who = operator.code();
        switch (view.get().primary()) {
            case START -> record(new Command.Start(who, id, null, null, null));
            case RESUME -> record(new Command.Resume(who, id, null, null));
            case COMPLETE -> complete();
            case BACK -> leave();
        }
    }

    private void complete() {
        if (!pieceMode()) {
            completeQuantity();
        } else if (!draft.typed().isEmpty()) {
            completePiece(draft.typed());
        } else if (draft.chosen().isEmpty()) {
            say(new Problem(bench.texts().text("work.choose"), "PIECE_MISSING"));
        } else {
            complete(draft.chosen().size(), List.copyOf(draft.chosen()));
        }
    }

    private void completeQuantity() {
        Optional<Long> quantity = Quantity.parse(draft.typed());
        if (quantity.isEmpty()) {
            say(Problem.quantity(bench.texts()));
        } else {
            complete(quantity.get(), List.of());
        }
    }

    private void completePiece(String text) {
        try {
            complete(1, List.of(new Serial(text)));
        } catch (IllegalArgumentException e) {
            // A text that can't be a serial is the serial of no piece; the operator is told just
            // that.
            say(Problem.unknownSerial(text, bench.texts()));
        }
    }

    private void complete(long quantity, List<Serial> serials) {
        record(new Command.Complete(operator.code(), id, quantity, serials, null));
    }

    private boolean pieceMode() {
        return Objects.requireNonNull(task().task()).mode() == ProcessMode.PIECE;
    }

    /** Begins again on a task that is done: a supervisor is asked for (PR-5). */
    public void again() {
        record(new Command.Start(operator.code(), id, null, null, null));
    }

    /** A piece was tapped. */
    public void toggle(String serial) {
        show(draft.withToggled(new Serial(serial)));
    }

    /** Another page of pieces. */
    public void turn(int by) {
        show(draft.turned(by));
    }

    /** Pause: asks why. */
    public void hold() {
        bench.ask(new Dialog.Hold(operator, id));
    }

    /** Scrap: asks how many and why. */
    public void scrap() {
        bench.ask(new Dialog.Scrap(operator, id));
    }

    /** Closes the operator's session. */
    public void end() {
        record(new Command.EndSession(operator.code(), id));
    }

    /** The way to guided work: at which step it is, else its name; empty where there is none. */
    public String guided() {
        Texts texts = bench.texts();
        SopBook book = bench.floor().sops();
        WorkSession open = book.current(operator.code()).orElse(null);
        if (open != null && id.equals(open.task())) {
            return new RunWords(bench.floor(), texts, bench.now().get().time()).step(open);
        }
        boolean possible = open != null || !book.guiding(TaskWords.step(task())).isEmpty();
        return possible ? texts.text("sop.open") : "";
    }

    /** To guided work. */
    public void guide() {
        WorkSession open = bench.floor().sops().current(operator.code()).orElse(null);
        if (open != null && id.equals(open.task())) {
            bench.toRun(operator, open.id(), id);
        } else {
            bench.toRuns(operator, id);
        }
    }

    /** To the list; the work goes on. */
    public void leave() {
        bench.toQueue(operator);
    }

    @Override
    public void scanned(String code) {
        List<TaskState> others = means(code) ? List.of() : TaskWords.ticketed(code, bench.floor());
        if (others.size() == 1) {
            // The ticket of other work is a way to it, from here as from the list.
            bench.open(operator, others.getFirst().id());
        } else if (!others.isEmpty()) {
            bench.toQueue(operator, code);
        } else if (!pieceMode()) {
            say(new Problem(bench.texts().text("work.no.scan", code), "CODE_UNKNOWN"));
        } else if (recorder.busy().get()) {
            waiting.add(code);
        } else {
            piece(code);
        }
    }

    private void piece(String code) {
        waiting.begun(code);
        if (view.get().phase() == Phase.IDLE) {
            startPiece(code);
        } else {
            completePiece(code);
        }
    }

    /** A piece of this job; what else is printed alike, is something else. */
    @Override
    public boolean means(String code) {
        Job job = task().job();
        return pieceMode()
                && job != null
                && job.serials().stream().anyMatch(serial -> serial.value().equals(code));
    }

    /** The first scan begins the session and the piece (OS-2, SN-3). */
    private void startPiece(String code) {
        try {
            record(new Command.Start(operator.code(), id, null, new Serial(code), null));
        } catch (IllegalArgumentException e) {
            // As for a complete: the serial of no piece.
            say(Problem.unknownSerial(code, bench.texts()));
        }
    }

    @Override
    public boolean ordered(Order order) {
        return (order instanceof Order.Act act && isWorkAct(act))
                ? acted(act)
                : ScreenModel.super.ordered(order);
    }

    private static boolean isWorkAct(Order.Act act) {
        return switch (act) {
            case START, RESUME, COMPLETE, HOLD, SCRAP, END, NEXT -> true;
            default -> false;
        };
    }

    /** Does what a button of the same name would do, where there is that button. */
    private boolean acted(Order.Act act) {
        WorkView shown = view.get();
        boolean working = shown.phase() == Phase.ACTIVE || shown.phase() == Phase.HELD;
        Runnable action =
                switch (act) {
                    case START -> shown.primary() == Primary.START ? this::primary : null;
                    case RESUME -> shown.primary() == Primary.RESUME ? this::primary : null;
                    case COMPLETE -> shown.primary() == Primary.COMPLETE ? this::primary : null;
                    case HOLD -> shown.phase() == Phase.ACTIVE ? this::hold : null;
                    case SCRAP -> working ? this::scrap : null;
                    case END -> working ? this::end : null;
                    case NEXT -> () -> turn(1);
                    default -> null;
                };
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    @Override
    public void typed(String characters) {
        if (view.get().phase() == Phase.ACTIVE) {
            show(draft.plus(characters));
        }
    }

    @Override
    public void erase() {
        show(draft.minus());
    }

    @Override
    public void clear() {
        show(draft.withTyped(""));
    }

    @Override
    public void enter() {
        primary();
    }

    @Override
    public void back() {
        leave();
    }
}
