package stint.station.ui.sop;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.sop.PictureName;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.domain.sop.StepItem.Verdict;
import stint.domain.sop.WorkSession;
import stint.domain.work.RunCommand;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Place;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Recorder;
import stint.station.ui.bench.RunWords;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.sop.RunView.Phase;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The state and intents of one run, step by step (SOP-2 to SOP-8). On the FX thread only. */
public final class RunModel implements ScreenModel {

    private static final Logger LOG = LoggerFactory.getLogger(RunModel.class);

    private final Bench bench;
    private final Operator operator;
    private final EventId id;
    private final @Nullable TaskId task;
    private final Recorder recorder;
    private final Shown<RunView> view;
    private WorkSession run;
    private RunDraft draft = RunDraft.NONE;
    private List<Path> photos = List.of();
    private boolean looking;
    private boolean keeping;

    /**
     * A run that whoever is logged in works on, or looks at.
     *
     * @param place which one
     */
    public RunModel(Bench bench, Place.Run place) {
        this.bench = bench;
        this.operator = place.operator();
        this.id = place.run();
        this.task = place.task();
        this.recorder = new Recorder(bench, operator);
        this.run = found().orElseThrow();
        this.view = new Shown<>(this::draw);
        recorder.busy().addListener(property -> refresh());
    }

    /** What to show. */
    Shown<RunView> view() {
        return view;
    }

    private Optional<WorkSession> found() {
        return bench.floor().sops().session(id);
    }

    /**
     * While an outcome is awaited the step stays, whatever is known of it already: what comes next
     * is shown when it takes answers.
     */
    @Override
    public void refresh() {
        if (!recorder.busy().get()) {
            WorkSession now = found().orElse(null);
            if (now == null) {
                leave(); // Its start was taken back.
                return;
            }
            run = now;
        }
        look();
        view.refresh();
    }

    private RunView draw() {
        Step step = step();
        WorkSession.Result stands = step == null ? null : run.results().get(step.key());
        if (step != null && !draft.isFor(step, stands)) {
            draft = RunDraft.of(step, stands);
        }
        RunWords words = new RunWords(bench.floor(), bench.texts(), bench.now().get().time());
        return new RunViews(operator, words, bench.core().pictures(), photos)
                .view(run, draft, busy());
    }

    /** Looks for photos where one is asked for; a folder may be slow, so elsewhere. */
    private void look() {
        if (isPhoto() && !looking) {
            looking = true;
            Photos.newest(bench.core().photos())
                    .thenAcceptAsync(
                            found -> {
                                looking = false;
                                if (!found.equals(photos)) {
                                    photos = found;
                                    view.refresh();
                                }
                            },
                            bench.ui());
        }
    }

    /** Nothing more is answered while an answer is on its way. */
    private boolean busy() {
        return keeping || recorder.busy().get();
    }

    private boolean isPhoto() {
        StepItem item = item();
        return item != null && item.ask() == StepItem.Ask.PHOTO;
    }

    private @Nullable Step step() {
        return RunViews.phase(run) == Phase.STEP ? run.currentStep().orElse(null) : null;
    }

    private @Nullable StepItem item() {
        Step step = step();
        return step == null ? null : draft.item(step).orElse(null);
    }

    private void show(RunDraft changed) {
        draft = changed;
        view.refresh();
        look();
    }

    private void wrong(Problem problem) {
        bench.refused();
        show(draft.withProblem(problem));
    }

    private void record(RunCommand command) {
        recorder.record(command, this::wrong);
    }

    /** The one large button. */
    void primary() {
        OperatorCode who = operator.code();
        switch (view.get().primary()) {
            case NONE -> {
                // A tick is tapped, a code is scanned.
            }
            case DONE -> check();
            case ENTER -> answer(draft.typed());
            case WRITE -> write();
            case RESUME -> record(new RunCommand.ResumeRun(who, id));
            case BACK -> leave();
            case APPROVE -> approve();
        }
    }

    /** An answer to what is asked now; the last one checks the step. */
    void answer(String text) {
        Step step = step();
        StepItem item = item();
        if (busy() || item == null || step == null) {
            return;
        }
        if (item.judge(text) == Verdict.MISSING) {
            String key =
                    item.ask() == StepItem.Ask.NUMBER ? "sop.number" : "problem.answer.missing";
            wrong(new Problem(bench.texts().text(key), "ANSWER_MISSING"));
            return;
        }
        show(draft.answered(item, text.strip()));
        if (draft.item(step).isEmpty()) {
            check();
        }
    }

    /** What may be left out is left out. */
    void skip() {
        answer("");
    }

    /** The answer before this one is given anew. */
    void correct() {
        Step step = step();
        if (step != null && !busy()) {
            draft.last(step).ifPresent(item -> show(draft.without(item)));
        }
    }

    /** Words are written where there is room for a keyboard. */
    void write() {
        StepItem item = item();
        if (item != null) {
            Dialog.Write.Kind kind =
                    item.ask() == StepItem.Ask.TEXT
                            ? Dialog.Write.Kind.WORDS
                            : Dialog.Write.Kind.CODE;
            bench.ask(
                    new Dialog.Write(
                            item.label(bench.texts().language()),
                            kind,
                            draft.typed(),
                            bench.texts().text("sop.ok"),
                            this::answer));
        }
    }

    private void check() {
        Step step = step();
        if (step != null) {
            record(new RunCommand.CheckStep(operator.code(), id, step.key(), draft.answers()));
        }
    }

    /** Pause; the step is kept (SOP-8). */
    void pause() {
        record(new RunCommand.PauseRun(operator.code(), id, null));
    }

    /** Finished early, or come to nothing: asks which. */
    void end() {
        bench.ask(new Dialog.EndRun(operator, id));
    }

    /** A supervisor is there to take a step as it is. */
    void override() {
        RunViews.toOverride(run)
                .ifPresent(step -> bench.ask(new Dialog.OverrideStep(operator, id, step.key())));
    }

    /** A supervisor is there to approve. */
    void approve() {
        bench.ask(new Dialog.ApproveRun(operator, id));
    }

    /** To the task, or the list; the run goes on. */
    void leave() {
        if (task == null) {
            bench.toRuns(operator, null);
        } else {
            bench.open(operator, task);
        }
    }

    /** A badge is a badge, but where one is what is to be scanned. */
    @Override
    public boolean means(String code) {
        StepItem item = item();
        return item != null && code.equals(item.expected());
    }

    @Override
    public void scanned(String code) {
        if (busy()) {
            bench.refused(); // Nobody has read yet what is asked next.
            return;
        }
        StepItem item = item();
        boolean asked =
                item != null
                        && switch (item.ask()) {
                            case SCAN, TEXT, NUMBER -> true;
                            case TICK, PHOTO -> false;
                        };
        if (asked) {
            answer(code);
        } else {
            wrong(new Problem(bench.texts().text("work.no.scan", code), "CODE_UNKNOWN"));
        }
    }

    @Override
    public void typed(String characters) {
        StepItem item = item();
        if (item == null) {
            return;
        }
        switch (item.ask()) {
            case TICK -> {
                switch (characters) {
                    case "1" -> answer(StepItem.YES);
                    case "2" -> answer(StepItem.NO);
                    default -> {
                        // No answer.
                    }
                }
            }
            case NUMBER -> {
                if (characters.matches("[0-9.,+-]+")) {
                    show(draft.withTyped(draft.typed() + characters));
                }
            }
            case PHOTO -> pick(characters);
            case TEXT, SCAN -> show(draft.withTyped(draft.typed() + characters));
        }
    }

    private void pick(String digit) {
        if (digit.matches("[1-9]")) {
            photos.stream().skip(Integer.parseInt(digit) - 1L).findFirst().ifPresent(this::pick);
        }
    }

    /** A photo was tapped; it is kept, elsewhere, before it is an answer. */
    void pick(Path photo) {
        if (busy() || !isPhoto()) {
            return;
        }
        keeping = true;
        view.refresh();
        bench.core()
                .keepPhoto(photo)
                .handleAsync(
                        (name, failure) -> {
                            keeping = false;
                            kept(photo, name, failure);
                            return name;
                        },
                        bench.ui());
    }

    private void kept(Path photo, @Nullable String name, @Nullable Throwable failure) {
        if (name == null) {
            LOG.warn("{} can't be kept", photo, failure);
            wrong(new Problem(bench.texts().text("sop.photo.unread"), "PHOTO_UNREAD"));
        } else if (isPhoto()) {
            answer(PictureName.answer(photo.getFileName().toString(), name));
        }
    }

    @Override
    public boolean takesBlanks() {
        StepItem item = item();
        return item != null && item.ask() == StepItem.Ask.TEXT;
    }

    @Override
    public void erase() {
        String typed = draft.typed();
        show(draft.withTyped(typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1)));
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
    public boolean ordered(Order order) {
        return (order instanceof Order.Act act && acted(act)) || ScreenModel.super.ordered(order);
    }

    /** Does what a button of the same name would do, where there is that button. */
    private boolean acted(Order.Act act) {
        Phase phase = view.get().phase();
        Runnable action =
                switch (act) {
                    case HOLD -> phase == Phase.STEP ? this::pause : null;
                    case RESUME -> phase == Phase.PAUSED ? this::primary : null;
                    case END -> phase == Phase.ENDED ? null : this::end;
                    default -> null;
                };
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    @Override
    public void back() {
        leave();
    }
}
