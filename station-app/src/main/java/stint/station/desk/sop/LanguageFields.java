package stint.station.desk.sop;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import stint.domain.office.PlanWords;
import stint.station.desk.kit.Badge;
import stint.station.ui.kit.Texts;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One text in all languages; those that it lacks are said. On the FX thread only. */
final class LanguageFields extends GridPane {

    private final Map<String, String> values;

    /**
     * @param id what the fields' ids begin with: {@code ID-en}
     * @param rows of each field
     */
    LanguageFields(
            Texts texts,
            String id,
            int rows,
            boolean editable,
            Map<String, String> before,
            Consumer<Map<String, String>> changed) {
        values = new TreeMap<>(before);
        setHgap(8);
        setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, words);
        int row = 0;
        for (String tag : PlanWords.LANGUAGES) {
            Label name = new Label();
            name.setId(id + "-" + tag + "-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            TextArea field = new TextArea(before.getOrDefault(tag, ""));
            field.setId(id + "-" + tag);
            field.setPrefRowCount(rows);
            field.setMinHeight(Region.USE_PREF_SIZE);
            field.setWrapText(true);
            field.setEditable(editable);
            // Each language runs its own way, whatever the desk's is.
            field.setNodeOrientation(
                    tag.equals("he")
                            ? NodeOrientation.RIGHT_TO_LEFT
                            : NodeOrientation.LEFT_TO_RIGHT);
            field.addEventFilter(KeyEvent.KEY_PRESSED, event -> leaveByTab(field, event));
            field.textProperty()
                    .addListener((property, was, now) -> {
                        if (now.isBlank()) {
                            values.remove(tag);
                        } else {
                            values.put(tag, now.strip());
                        }
                        say(texts, name, tag);
                        changed.accept(Map.copyOf(values));
                    });
            say(texts, name, tag);
            addRow(row++, name, field);
        }
    }

    private void say(Texts texts, Label name, String tag) {
        boolean there = values.containsKey(tag);
        name.setText(
                there
                        ? texts.text("language." + tag)
                        : texts.text("language.missing", texts.text("language." + tag)));
        name.getStyleClass().setAll("label", "badge", (there ? Badge.PLAIN : Badge.LOOK).style());
    }

    /** A tab leads on, as in any other field. */
    private static void leaveByTab(TextArea field, KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            field.fireEvent(
                    new KeyEvent(
                            field,
                            field,
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.TAB,
                            event.isShiftDown(),
                            true,
                            false,
                            false));
            event.consume();
        }
    }
}
