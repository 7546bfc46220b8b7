package stint.station.desk.routing;

import javafx.scene.input.KeyEvent;

import stint.domain.plan.Job;
import stint.station.desk.graph.GraphLayout;

import java.util.Comparator;
import java.util.Map;

/** What the keys do to a drawing. On the FX thread only. */
final class Keys {

    private final boolean mirrored;
    private final RoutingEditor editor;

    Keys(boolean mirrored, RoutingEditor editor) {
        this.mirrored = mirrored;
        this.editor = editor;
    }

    /** Wherever the focus is: save, take back, do again. */
    void everywhere(KeyEvent event) {
        if (!event.isShortcutDown() || !editor.may()) {
            return;
        }
        switch (event.getCode()) {
            case S -> editor.save();
            case Z -> editor.show(editor.state().undone());
            case Y -> editor.show(editor.state().redone());
            case L -> editor.arrange();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** While the drawing has the focus. */
    void onCanvas(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        RoutingState state = editor.state();
        switch (event.getCode()) {
            case UP -> upOrDown(event, -1);
            case DOWN -> upOrDown(event, 1);
            case LEFT -> across(mirrored ? 1 : -1);
            case RIGHT -> across(mirrored ? -1 : 1);
            case ENTER -> enter(state);
            case INSERT, PLUS, ADD -> {
                if (editor.may()) {
                    editor.add();
                }
            }
            case DELETE, BACK_SPACE -> delete(state);
            case J -> {
                if (editor.may()) {
                    editor.show(state.joinFrom(state.chosen()));
                }
            }
            case ESCAPE -> editor.show(state.joinFrom(0));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void enter(RoutingState state) {
        if (state.joining() == 0) {
            editor.editOperation();
        } else {
            editor.show(
                    state.joinFrom(0)
                            .edit(
                                    Drawing.join(state.graph(), state.joining(), state.chosen()),
                                    state.chosen(),
                                    ""));
        }
    }

    private void delete(RoutingState state) {
        Job.Edge marked = state.marked();
        if (marked != null) {
            editor.join(marked.before(), marked.after());
        } else if (state.chosen() != 0) {
            int next = Drawing.before(state.graph(), state.chosen()).stream().findFirst().orElse(0);
            editor.edit(Drawing.remove(state.graph(), state.chosen()), next, "");
        }
    }

    private void upOrDown(KeyEvent event, int step) {
        RoutingState state = editor.state();
        GraphLayout.Spot spot = editor.canvas().places().boxes().get(state.chosen());
        if (spot == null) {
            begin();
        } else if (event.isAltDown()) {
            editor.edit(
                    Drawing.move(state.graph(), state.chosen(), Math.max(0, spot.row() + step)),
                    state.chosen(),
                    "");
        } else {
            find(spot.column(), spot.row() + step);
        }
    }

    private void find(int column, int row) {
        editor.canvas().places().boxes().entrySet().stream()
                .filter(each -> each.getValue().column() == column && each.getValue().row() == row)
                .findFirst()
                .ifPresent(each -> editor.show(editor.state().choose(each.getKey())));
    }

    /** To what it is joined to on that side, else to the nearest in the next column. */
    private void across(int step) {
        RoutingState state = editor.state();
        Map<Integer, GraphLayout.Spot> boxes = editor.canvas().places().boxes();
        GraphLayout.Spot spot = boxes.get(state.chosen());
        if (spot == null) {
            begin();
            return;
        }
        boxes.entrySet().stream()
                .filter(each -> each.getValue().column() == spot.column() + step)
                .min(
                        Comparator.<Map.Entry<Integer, GraphLayout.Spot>>comparingInt(
                                        each -> isJoined(state, each.getKey()) ? 0 : 1)
                                .thenComparingDouble(
                                        each -> Math.abs(each.getValue().y() - spot.y())))
                .ifPresent(each -> editor.show(state.choose(each.getKey())));
    }

    private static boolean isJoined(RoutingState state, int other) {
        return Drawing.before(state.graph(), state.chosen()).contains(other)
                || Drawing.after(state.graph(), state.chosen()).contains(other);
    }

    private void begin() {
        editor.state().graph().operations().stream()
                .findFirst()
                .ifPresent(first -> editor.show(editor.state().choose(first.sequence())));
    }
}
