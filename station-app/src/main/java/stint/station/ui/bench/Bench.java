package stint.station.ui.bench;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.plan.Operator;
import stint.domain.work.Afterwards;
import stint.domain.work.Command;
import stint.domain.work.FloorView;
import stint.station.core.Outcome;
import stint.station.core.StationCore;
import stint.station.core.StationState;
import stint.station.ui.kit.Cues;
import stint.station.ui.kit.KioskMemory;
import stint.station.ui.kit.Texts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What the screens of one kiosk share. On the FX thread only, but for what it asks of the core,
 * which comes back there through the executor.
 */
public final class Bench {

    private static final Duration MESSAGE = Duration.ofSeconds(12);

    /** Long enough to wipe a panel with a cloth. */
    private static final Duration CLEANING = Duration.ofSeconds(30);

    /** Nobody logs in for so long: the panel need not show who works here. */
    private static final Duration IDLE_AFTER = Duration.ofMinutes(2);

    /** Why an event was taken back by its own operator; evidence, not a text for the screen. */
    private static final String UNDO_REASON = "undo";

    private final StationCore core;
    private final Executor ui;
    private final Clocks clocks;
    private final Texts houseTexts;
    private final Surroundings surroundings;
    private final UnderWay underWay = new UnderWay();
    private final CommandSlot undoSlot;
    private final Attendance attendance = new Attendance(this);
    private final ReadOnlyObjectWrapper<StationState> state;
    private final ReadOnlyObjectWrapper<TimeReading> now;
    private final ReadOnlyObjectWrapper<Place> place =
            new ReadOnlyObjectWrapper<>(new Place.Login());
    private final ReadOnlyObjectWrapper<Optional<Dialog>> dialog =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Receipt>> receipt =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Cover>> cover =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Texts texts;
    private long touchedMs;

    /**
     * What is around the screen.
     *
     * @param cues what a hand hears
     * @param memory the kiosk's switches
     * @param badgeOnly whether a badge alone lets an operator in
     * @param leave closes the kiosk
     */
    public record Surroundings(Cues cues, KioskMemory memory, boolean badgeOnly, Runnable leave) {}

    /**
     * @param ui runs on the FX thread
     * @param texts in the language of the house, for whoever isn't logged in
     */
    public Bench(
            StationCore core, Executor ui, Clocks clocks, Texts texts, Surroundings surroundings) {
        this.core = core;
        this.ui = ui;
        this.clocks = clocks;
        this.houseTexts = texts;
        this.texts = texts;
        this.surroundings = surroundings;
        this.undoSlot = new CommandSlot(core, ui, underWay);
        this.state = new ReadOnlyObjectWrapper<>(core.state());
        TimeReading reading = clocks.read();
        this.now = new ReadOnlyObjectWrapper<>(reading);
        this.touchedMs = reading.monotonicMillis();
    }

    /** The bench's core, for what isn't a command. */
    public StationCore core() {
        return core;
    }

    /** Runs on the FX thread. */
    public Executor ui() {
        return ui;
    }

    /** The newest state. */
    public ReadOnlyObjectProperty<StationState> state() {
        return state.getReadOnlyProperty();
    }

    /** The floor of the newest state. */
    public FloorView floor() {
        return state.get().floor();
    }

    /** The time, moving about once a second. */
    public ReadOnlyObjectProperty<TimeReading> now() {
        return now.getReadOnlyProperty();
    }

    /** Where the kiosk is. */
    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    /** What is being asked, if anything. */
    public ReadOnlyObjectProperty<Optional<Dialog>> dialog() {
        return dialog.getReadOnlyProperty();
    }

    /** What is said about the last thing done, if anything. */
    public ReadOnlyObjectProperty<Optional<Receipt>> receipt() {
        return receipt.getReadOnlyProperty();
    }

    /** What lies over the whole screen, if anything. */
    public ReadOnlyObjectProperty<Optional<Cover>> cover() {
        return cover.getReadOnlyProperty();
    }

    /** The kiosk's switches. */
    public KioskMemory memory() {
        return surroundings.memory();
    }

    /** The words in the language of whoever is logged in. */
    public Texts texts() {
        return texts;
    }

    /** A new screen's way to record. */
    public CommandSlot slot() {
        return new CommandSlot(core, ui, underWay);
    }

    /** Takes the core's news. */
    public void take(StationState news) {
        StationState before = state.get();
        state.set(news);
        attendance.noticed(before, news);
    }

    /** The way in and out. */
    public Attendance attendance() {
        return attendance;
    }

    /** Takes the time; what has been said long enough goes away. */
    public void tick() {
        TimeReading reading = clocks.read();
        now.set(reading);
        if (receipt.get().isPresent()
                && receipt.get().get().untilMs() <= reading.monotonicMillis()) {
            receipt.set(Optional.empty());
        }
        long nowMs = reading.monotonicMillis();
        switch (cover.get().orElse(null)) {
            case Cover.Cleaning cleaning -> {
                if (cleaning.untilMs() <= nowMs) {
                    wake();
                }
            }
            case Cover.Idle idle -> {
                // Until somebody comes.
            }
            case null -> {
                boolean nobody = place.get() instanceof Place.Login && dialog.get().isEmpty();
                if (nobody && nowMs - touchedMs >= IDLE_AFTER.toMillis()) {
                    cover.set(Optional.of(new Cover.Idle()));
                }
            }
        }
    }

    /** Somebody has touched, typed or scanned something, whatever comes of it. */
    public void touched() {
        touchedMs = clocks.read().monotonicMillis();
    }

    /** Lets nothing react for a while, so that the panel can be wiped. */
    public void clean() {
        dismiss();
        TimeReading reading = clocks.read();
        now.set(reading);
        cover.set(Optional.of(new Cover.Cleaning(reading.monotonicMillis() + CLEANING.toMillis())));
    }

    /** Nothing lies over the screen any more. */
    public void wake() {
        touched();
        cover.set(Optional.empty());
    }

    /** A supervisor has said that the kiosk may be left. */
    public void leave() {
        surroundings.leave().run();
    }

    /** Says by ear that something did not work; what it was, the screen says. */
    public void refused() {
        surroundings.cues().refused();
    }

    /** Somebody has proved who they are. */
    public void login(Operator operator) {
        texts = houseTexts.withLanguage(operator.language());
        attendance.arrive(operator);
    }

    /** Whose badge this is, if it alone lets them in; a supervisor's never does. */
    public Optional<Operator> badge(String code) {
        return surroundings.badgeOnly()
                ? named(code).filter(operator -> !operator.role().supervises())
                : Optional.empty();
    }

    /** Whose badge this is, of those who can log in. */
    public Optional<Operator> named(String code) {
        return floor().operators().stream()
                .filter(operator -> operator.code().value().equals(code))
                .filter(operator -> operator.pinHash() != null)
                .findFirst();
    }

    /** To the list, from outside. */
    void enter(Operator operator) {
        go(new Place.Queue(operator, ""), place.get() instanceof Place.Inside);
    }

    /** To a place on the way in or out. */
    void go(Place next) {
        go(next, place.get() instanceof Place.Inside);
    }

    /** The operator leaves; sessions go on. */
    public void logout() {
        texts = houseTexts;
        go(new Place.Login(), false);
    }

    /** To the list. */
    public void toQueue(Operator operator) {
        toQueue(operator, "");
    }

    /** To a part of the list. */
    public void toQueue(Operator operator, String search) {
        go(new Place.Queue(operator, search), true);
    }

    /** To what they did today. */
    public void toDay(Operator operator) {
        go(new Place.Day(operator), true);
    }

    /** To what they did before. */
    public void toPast(Operator operator) {
        go(new Place.Past(operator), true);
    }

    /** To what the station does. */
    public void toStation(Operator operator) {
        go(new Place.AtStation(operator), true);
    }

    /** To a task. */
    public void open(Operator operator, TaskId task) {
        go(new Place.Work(operator, task), true);
    }

    /** To what may be begun step by step, and what was (SOP-1, SOP-3). */
    public void toRuns(Operator operator, @Nullable TaskId task) {
        go(new Place.Runs(operator, task), true);
    }

    /** To a run of an SOP (SOP-2). */
    public void toRun(Operator operator, EventId run, @Nullable TaskId task) {
        go(new Place.Run(operator, run, task), true);
    }

    private void go(Place next, boolean keepReceipt) {
        now.set(clocks.read());
        dialog.set(Optional.empty());
        if (!keepReceipt) {
            receipt.set(Optional.empty());
        }
        place.set(next);
    }

    /** Asks something. */
    public void ask(Dialog question) {
        now.set(clocks.read());
        dialog.set(Optional.of(question));
    }

    /** Asks nothing any more. */
    public void dismiss() {
        dialog.set(Optional.empty());
    }

    /** Says that an event is recorded, and offers to take it back (EV-5). */
    public void recorded(Event event, String text) {
        surroundings.cues().accepted();
        // From when it was recorded, as the rule counts, however late the screen hears of it.
        Duration age = clocks.read().since(event.clock(), true);
        say(text, null, event, Afterwards.UNDO_MAX.minus(age.isNegative() ? Duration.ZERO : age));
    }

    /** Says something that can't be taken back. */
    public void say(String text) {
        surroundings.cues().accepted();
        say(text, null, null, MESSAGE);
    }

    /** Says that something did not work. */
    public void say(Problem problem) {
        refused();
        say(problem.text(), problem.code(), null, MESSAGE);
    }

    private void say(
            String text, @Nullable String code, @Nullable Event undoable, Duration howLong) {
        TimeReading reading = clocks.read();
        now.set(reading);
        receipt.set(
                Optional.of(
                        new Receipt(
                                text,
                                code,
                                undoable,
                                reading.monotonicMillis() + howLong.toMillis())));
    }

    /**
     * Takes the last event back, while that is offered (EV-5). Where one is being recorded, that is
     * the last: it is waited for.
     */
    public void undo() {
        if (!undoSlot.busy().get()) {
            underWay.whenDone(this::undoLast);
        }
    }

    private void undoLast() {
        Event event = receipt.get().map(Receipt::undoable).orElse(null);
        if (event == null || !(place.get() instanceof Place.Inside inside)) {
            return;
        }
        undoSlot.submit(
                new Command.Undo(inside.operator().code(), event.id(), UNDO_REASON),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Recorded recorded -> {
                            say(texts.text("receipt.undone"));
                            attendance.follow(inside.operator(), recorded.event().fact());
                        }
                        case Outcome.Refused refused -> say(Problem.of(refused.refusal(), texts));
                        case Outcome.Failed failed -> say(Problem.ofFailure(failed.code(), texts));
                    }
                });
    }

    /** Whether an undo is under way. */
    public ReadOnlyBooleanProperty undoing() {
        return undoSlot.busy();
    }
}
