package stint.station.desk.sop;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.desk.Desk;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.KeptPictures;
import stint.station.ui.kit.Texts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The steps of an SOP in a list, the fields of one of them, and how an operator sees it. Steps are
 * added, moved, doubled and removed by button and by key. On the FX thread only.
 */
final class SopEditor {

    private static final double LIST_WIDTH = 320;

    private final Texts texts;
    private final Runnable changed;
    private final HBox view = new HBox();
    private final StepList list;
    private final ScrollPane fields = new ScrollPane();
    private final Preview preview;
    private final Button add;
    private final Button twice;
    private final Button up;
    private final Button down;
    private final Button remove;
    private final Button undo;
    private final Deque<Removed> removed = new ArrayDeque<>();

    private SopDraft draft = new SopDraft("", 1, Map.of(), "", List.of());
    private boolean editable;
    private final StepPictures pictures;
    private boolean coded;
    private int at = -1;
    private Predicate<SopDraft.Wrong> said = wrong -> false;
    private @Nullable StepPane step;
    private @Nullable HeadPane head;

    /** What can be taken back: the steps before one was removed. */
    private record Removed(List<StepDraft> steps, int index) {}

    /**
     * @param changed is told of every change by hand
     */
    SopEditor(Desk desk, Texts texts, Runnable changed) {
        this.texts = texts;
        Buttons buttons = new Buttons(texts, "small");
        pictures = new StepPictures(desk, texts);
        this.changed = changed;
        list = new StepList(texts, this::look);
        preview = new Preview(texts, new KeptPictures(desk));
        add = buttons.of("step-add", "step.add", Material2AL.ADD, this::addStep);
        twice = buttons.of("step-twice", "step.twice", Material2AL.FILE_COPY, this::copyStep);
        up = buttons.of("step-up", "step.up", Material2AL.ARROW_UPWARD, () -> move(-1));
        down = buttons.of("step-down", "step.down", Material2AL.ARROW_DOWNWARD, () -> move(1));
        remove = buttons.of("step-remove", "step.remove", Material2AL.DELETE, this::removeStep);
        undo = buttons.of("step-undo", "step.undo", Material2MZ.UNDO, this::undo);
        FlowPane acts = new FlowPane(4, 4, add, twice, up, down, remove, undo);
        VBox side = new VBox(acts, list.view());
        side.getStyleClass().add("page");
        side.setMinWidth(LIST_WIDTH);
        side.setPrefWidth(LIST_WIDTH);
        fields.setFitToWidth(true);
        fields.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        fields.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(fields, Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren().addAll(side, fields, preview);
        VBox.setVgrow(view, Priority.ALWAYS);
        list.view().addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInList);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Node view() {
        return view;
    }

    SopDraft draft() {
        return draft;
    }

    /**
     * Begins with a draft.
     *
     * @param mayEdit false to look only
     * @param mayCode whether its code can be chosen still
     */
    void open(SopDraft now, boolean mayEdit, boolean mayCode) {
        draft = now;
        editable = mayEdit;
        coded = mayCode;
        said = wrong -> false;
        removed.clear();
        at = -1;
        refresh();
        list.choose(-1);
        drawFields();
    }

    /** The code can't be chosen any more. */
    void kept() {
        coded = false;
    }

    /**
     * Says all that is wrong at once, in the list and at the fields, and goes to the first.
     *
     * @return whether nothing is
     */
    boolean check(Predicate<SopDraft.Wrong> which) {
        said = which;
        List<SopDraft.Wrong> wrong = wrong();
        refresh();
        if (!wrong.isEmpty()) {
            int first = wrong.getFirst().step();
            list.choose(first);
            look(first);
        }
        return wrong.isEmpty();
    }

    int wrongCount() {
        return wrong().size();
    }

    private List<SopDraft.Wrong> wrong() {
        return draft.wrong().stream().filter(said).toList();
    }

    private void take(List<StepDraft> steps) {
        take(
                new SopDraft(
                        draft.code(), draft.version(), draft.titles(), draft.operations(), steps));
    }

    private void take(SopDraft now) {
        draft = now;
        refresh();
        changed.run();
    }

    private void refresh() {
        List<SopDraft.Wrong> wrong = wrong();
        Set<Integer> faulty = wrong.stream().map(SopDraft.Wrong::step).collect(Collectors.toSet());
        list.show(draft, faulty);
        preview.show(draft, at);
        boolean chosen = at >= 0;
        add.setDisable(!editable);
        twice.setDisable(!editable || !chosen);
        remove.setDisable(!editable || !chosen);
        up.setDisable(!editable || at < 1);
        down.setDisable(!editable || !chosen || at >= draft.steps().size() - 1);
        undo.setDisable(!editable || removed.isEmpty());
        if (step != null) {
            step.wrong(wrong.stream().filter(each -> each.step() == at).toList());
        }
        if (head != null) {
            head.wrong(wrong);
        }
    }

    private void look(int index) {
        at = index;
        drawFields();
    }

    private void drawFields() {
        int index = at;
        if (index < 0) {
            step = null;
            head =
                    new HeadPane(
                            texts,
                            draft,
                            editable,
                            coded,
                            now ->
                                    take(
                                            new SopDraft(
                                                    now.code(),
                                                    draft.version(),
                                                    now.titles(),
                                                    now.operations(),
                                                    draft.steps())));
            fields.setContent(head);
        } else {
            head = null;
            step =
                    new StepPane(
                            texts,
                            pictures,
                            index,
                            draft.steps().get(index),
                            editable,
                            now -> {
                                List<StepDraft> steps = new ArrayList<>(draft.steps());
                                steps.set(index, now);
                                take(steps);
                            });
            fields.setContent(step);
        }
        fields.setVvalue(0);
        refresh();
    }

    private List<String> keys() {
        return draft.steps().stream().map(StepDraft::key).toList();
    }

    private void put(int index, StepDraft step) {
        List<StepDraft> steps = new ArrayList<>(draft.steps());
        steps.add(index, step);
        at = index;
        take(steps);
        list.choose(index);
        drawFields();
    }

    private void addStep() {
        put(at + 1, StepDraft.blank(SopDraft.freshKey("s", keys())));
        Node text = view.lookup("#step-text-" + texts.language());
        if (text != null) {
            text.requestFocus();
        }
    }

    private void copyStep() {
        put(at + 1, draft.steps().get(at).copy(SopDraft.freshKey("s", keys())));
    }

    private void move(int by) {
        int to = at + by;
        if (at < 0 || to < 0 || to >= draft.steps().size() || !editable) {
            return;
        }
        List<StepDraft> steps = new ArrayList<>(draft.steps());
        Collections.swap(steps, at, to);
        at = to;
        take(steps);
        list.choose(to);
        drawFields();
    }

    private void removeStep() {
        if (at < 0 || !editable) {
            return;
        }
        removed.push(new Removed(draft.steps(), at));
        List<StepDraft> steps = new ArrayList<>(draft.steps());
        StepDraft gone = steps.remove(at);
        if (gone.begins() && at < steps.size() && !steps.get(at).begins()) {
            // The task goes on with the step after it.
            steps.set(at, steps.get(at).withTask(true, gone.task()));
        }
        at = Math.min(at, steps.size() - 1);
        take(steps);
        list.choose(at);
        drawFields();
    }

    private void undo() {
        if (!removed.isEmpty()) {
            Removed last = removed.pop();
            StepDraft back = last.steps().get(last.index());
            List<StepDraft> steps = new ArrayList<>(draft.steps());
            int index = Math.min(last.index(), steps.size());
            if (back.begins() && index < steps.size()) {
                StepDraft after = steps.get(index);
                boolean took = after.begins() && after.task().equals(back.task());
                steps.set(index, took ? after.withTask(false, Map.of()) : after);
            }
            steps.add(index, back);
            at = index;
            take(steps);
            list.choose(index);
            drawFields();
        }
    }

    private void pressedInList(KeyEvent event) {
        boolean taken = true;
        if (event.getCode() == KeyCode.DELETE) {
            removeStep();
        } else if (event.getCode() == KeyCode.INSERT && editable) {
            addStep();
        } else if (event.getCode() == KeyCode.Z && event.isShortcutDown()) {
            undo();
        } else {
            taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        boolean taken = editable;
        if (event.getCode() == KeyCode.UP && moves(event)) {
            move(-1);
        } else if (event.getCode() == KeyCode.DOWN && moves(event)) {
            move(1);
        } else if (event.getCode() == KeyCode.D && event.isShortcutDown() && editable && at >= 0) {
            copyStep();
        } else {
            taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    private static boolean moves(KeyEvent event) {
        return event.isAltDown() || event.isShortcutDown();
    }
}
