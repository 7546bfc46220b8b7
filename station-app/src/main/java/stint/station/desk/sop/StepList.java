package stint.station.desk.sop;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The beginning, then the steps: which is looked at, what they lack. On the FX thread only. */
final class StepList {

    private final Texts texts;
    private final ListView<Integer> list = new ListView<>();
    private SopDraft draft = new SopDraft("", 1, Map.of(), "", List.of());
    private Set<Integer> wrong = Set.of();
    private boolean drawing;

    /**
     * @param chosen is told which is looked at: a step's index, -1 for the beginning
     */
    StepList(Texts texts, IntConsumer chosen) {
        this.texts = texts;
        list.setId("sop-steps");
        list.setCellFactory(ignored -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> {
                    if (!drawing && now.intValue() >= 0) {
                        chosen.accept(now.intValue() - 1);
                    }
                });
    }

    ListView<Integer> view() {
        return list;
    }

    /**
     * Draws all anew.
     *
     * @param faulty the indices of what is wrong; -1 for the beginning
     */
    void show(SopDraft now, Set<Integer> faulty) {
        draft = now;
        wrong = faulty;
        drawing = true;
        List<Integer> rows = IntStream.range(-1, now.steps().size()).boxed().toList();
        if (!list.getItems().equals(rows)) {
            int before = list.getSelectionModel().getSelectedIndex();
            list.getItems().setAll(rows);
            list.getSelectionModel().clearAndSelect(Math.clamp(before, 0, rows.size() - 1));
        }
        list.refresh();
        drawing = false;
    }

    /** Chooses a step; -1 for the beginning. */
    void choose(int index) {
        drawing = true;
        list.getSelectionModel().clearAndSelect(index + 1);
        list.getFocusModel().focus(index + 1);
        list.scrollTo(Math.max(0, index - 2));
        drawing = false;
    }

    private final class Cell extends ListCell<Integer> {

        @Override
        protected void updateItem(@Nullable Integer item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null || item >= draft.steps().size() ? null : row(item));
            // As wide as the list, so that long words are cut there.
            setPrefWidth(0);
        }
    }

    private VBox row(int index) {
        HBox line = new HBox();
        line.getStyleClass().add("bar");
        VBox row = new VBox();
        if (index < 0) {
            line.getChildren().add(words(texts.text("sop.whole")));
            missing(line, SopDraft.missing(draft.titles()));
        } else {
            StepDraft step = draft.steps().get(index);
            if (step.begins() || index == 0) {
                Label task = words(say(step.task(), texts.text("step.untitled")));
                task.getStyleClass().add("field-task");
                row.getChildren().add(task);
            }
            line.getChildren().add(words((index + 1) + ". " + say(step.texts(), "…")));
            missing(line, SopDraft.missing(step));
        }
        if (wrong.contains(index)) {
            line.getChildren().add(Tables.badge("!", Badge.WRONG));
        }
        row.getChildren().add(line);
        return row;
    }

    private static Label words(String words) {
        Label label = new Label(words.replace('\n', ' '));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static void missing(HBox line, List<String> tags) {
        if (!tags.isEmpty()) {
            line.getChildren().add(Tables.badge(String.join(" ", tags), Badge.LOOK));
        }
    }

    private String say(Map<String, String> words, String otherwise) {
        String own = words.getOrDefault(texts.language(), words.get("en"));
        return own == null ? words.values().stream().findFirst().orElse(otherwise) : own;
    }
}
