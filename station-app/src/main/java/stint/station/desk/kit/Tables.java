package stint.station.desk.kit;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Tables of records. On the FX thread only. */
public final class Tables {

    private Tables() {}

    /**
     * A table whose columns share the width there is, and which says something when it is empty.
     *
     * @param id of the node
     * @param empty what it says then
     */
    public static <R> TableView<R> table(String id, String empty) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        Label placeholder = new Label(empty);
        placeholder.setWrapText(true);
        Wrapping.guard(placeholder);
        table.setPlaceholder(placeholder);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    /**
     * A column of words, sorted as words; whatever is cut is there in full below the pointer.
     *
     * @param width in pixels, wished for
     */
    public static <R> TableColumn<R, String> words(
            String title, double width, Function<R, String> words) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())));
        column.setCellFactory(ignored -> new WordsCell<>());
        return column;
    }

    /**
     * A column that draws a node for each row, such as a badge.
     *
     * @param draw makes the node; it is asked again when the row is another one
     * @param order what the column is sorted by
     */
    public static <R> TableColumn<R, R> nodes(
            String title, double width, Function<R, Node> draw, Comparator<? super R> order) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setComparator(order::compare);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(ignored -> new NodeCell<>(draw));
        return column;
    }

    /**
     * Shows other rows, and keeps what was chosen, by its key, where it is still there.
     *
     * @param key names a row
     */
    public static <R> void show(TableView<R> table, List<R> rows, Function<R, String> key) {
        if (table.getItems().equals(rows)) {
            return;
        }
        R chosen = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(rows);
        table.sort();
        if (chosen != null) {
            choose(table, key.apply(chosen), key);
        }
    }

    /** Chooses a row by its key; none where it is not there. */
    public static <R> void choose(TableView<R> table, String wanted, Function<R, String> key) {
        table.getSelectionModel().clearSelection();
        for (R row : table.getItems()) {
            if (key.apply(row).equals(wanted)) {
                table.getSelectionModel().select(row);
                return;
            }
        }
    }

    /** A small coloured word that says in what state something is. */
    public static Label badge(String words, Badge badge) {
        Label label = new Label(words);
        label.getStyleClass().addAll("badge", badge.style());
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** The same for the status of a job, a task or an order. */
    public static Label status(Texts texts, String status) {
        return badge(
                texts.text("status." + status),
                switch (status) {
                    case "in_progress" -> Badge.ACTIVE;
                    case "done" -> Badge.DONE;
                    case "cancelled" -> Badge.WRONG;
                    case "scheduled" -> Badge.LOOK;
                    default -> Badge.PLAIN;
                });
    }

    private static final class WordsCell<R> extends TableCell<R, String> {

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            String words = empty || item == null ? "" : item;
            setText(words);
            setTooltip(words.isEmpty() ? null : new Tooltip(words));
        }
    }

    private static final class NodeCell<R> extends TableCell<R, R> {

        private final Function<R, Node> draw;

        NodeCell(Function<R, Node> draw) {
            this.draw = draw;
        }

        @Override
        protected void updateItem(@Nullable R item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : draw.apply(item));
        }
    }
}
