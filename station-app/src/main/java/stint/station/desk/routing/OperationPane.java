package stint.station.desk.routing;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Job;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.RoutingGraph;
import stint.station.desk.kit.Choice;
import stint.station.ui.kit.Texts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The operation that is looked at, field by field, and what it is joined to; each key that is
 * pressed is in the drawing at once. On the FX thread only.
 */
final class OperationPane {

    private static final double WIDTH = 300;
    private static final int MINUTES_DIGITS = 6;

    private final Texts texts;
    private final BiConsumer<Operation, String> changed;
    private final Consumer<Job.Edge> cut;
    private final VBox fields = new VBox();
    private final Label title = new Label();
    private final TextField name = new TextField();
    private final ComboBox<Choice> mode = new ComboBox<>();
    private final ComboBox<String> stationType = new ComboBox<>();
    private final ComboBox<String> skill = new ComboBox<>();
    private final TextField minutes = new TextField();
    private final VBox joined = new VBox();
    private final ScrollPane view = new ScrollPane(fields);
    private @Nullable Operation shown;
    private boolean filling;

    /**
     * @param changed gets the operation as it is now, and the field's name
     * @param cut gets an arrow that is not wanted any more
     */
    OperationPane(Texts texts, BiConsumer<Operation, String> changed, Consumer<Job.Edge> cut) {
        this.texts = texts;
        this.changed = changed;
        this.cut = cut;
        title.setId("op-title");
        title.getStyleClass().add("title-4");
        fields.getStyleClass().add("fields");
        fields.getChildren().add(title);
        mode.getItems()
                .setAll(
                        new Choice("piece", texts.text("op.piece")),
                        new Choice("batch", texts.text("op.batch")));
        stationType.setEditable(true);
        skill.setEditable(true);
        field("name", name);
        field("mode", mode);
        field("station", stationType);
        field("skill", skill);
        field("minutes", minutes);
        joined.getStyleClass().add("fields");
        joined.setId("op-joined");
        fields.getChildren().add(joined);
        name.textProperty().addListener(property -> changed("name"));
        mode.valueProperty().addListener(property -> changed("mode"));
        stationType.getEditor().textProperty().addListener(property -> changed("station"));
        skill.getEditor().textProperty().addListener(property -> changed("skill"));
        minutes.textProperty().addListener(property -> changed("minutes"));
        minutes.setTextFormatter(new TextFormatter<>(OperationPane::digits));
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.getStyleClass().add("edge-to-edge");
        view.setMinWidth(WIDTH);
        view.setPrefWidth(WIDTH);
    }

    private void field(String key, Region input) {
        input.setId("op-" + key);
        input.setMaxWidth(Double.MAX_VALUE);
        Label words = new Label(texts.text("op." + key));
        words.getStyleClass().add("field-name");
        words.setLabelFor(input);
        VBox box = new VBox(words, input);
        box.getStyleClass().add("field");
        fields.getChildren().add(box);
    }

    ScrollPane view() {
        return view;
    }

    /** What station types and skills there are already. */
    void offer(Collection<String> types, Collection<String> skills) {
        filling = true;
        String type = stationType.getEditor().getText();
        String learnt = skill.getEditor().getText();
        stationType.getItems().setAll(types);
        skill.getItems().setAll(skills);
        stationType.getEditor().setText(type);
        skill.getEditor().setText(learnt);
        filling = false;
    }

    void edit() {
        name.requestFocus();
        name.selectAll();
    }

    void show(RoutingGraph graph, int number, boolean may) {
        Operation operation = Drawing.find(graph, number).orElse(null);
        filling = true;
        shown = operation;
        title.setText(operation == null ? texts.text("op.none") : texts.text("op.title", number));
        fields.getChildren().stream()
                .skip(1)
                .forEach(child -> {
                    child.setVisible(operation != null);
                    child.setManaged(operation != null);
                    child.setDisable(!may);
                });
        if (operation != null) {
            fill(name, operation.name());
            ProcessMode counted = operation.mode();
            mode.setValue(
                    counted == null
                            ? null
                            : mode.getItems().get(counted == ProcessMode.PIECE ? 0 : 1));
            fill(stationType.getEditor(), operation.stationType());
            fill(skill.getEditor(), operation.skill());
            fill(minutes, operation.minutes() == 0 ? "" : Integer.toString(operation.minutes()));
            joined.getChildren().clear();
            arrows(graph, number, Drawing.before(graph, number), true);
            arrows(graph, number, Drawing.after(graph, number), false);
        }
        filling = false;
    }

    /** Not while it is being typed. */
    private static void fill(TextField field, @Nullable String words) {
        String wanted = words == null ? "" : words;
        if (!field.getText().strip().equals(wanted)) {
            field.setText(wanted);
        }
    }

    private void arrows(RoutingGraph graph, int number, List<Integer> others, boolean before) {
        Label words = new Label(texts.text(before ? "op.before" : "op.after"));
        words.getStyleClass().add("field-name");
        joined.getChildren().add(words);
        if (others.isEmpty()) {
            Label none = new Label(texts.text(before ? "op.first" : "op.last"));
            none.getStyleClass().add("soft");
            joined.getChildren().add(none);
        }
        for (int other : others) {
            String called = Drawing.find(graph, other).map(Operation::name).orElse("");
            Button away = new Button(texts.text("op.cut"));
            away.getStyleClass().addAll("small", "flat");
            away.setMinWidth(Region.USE_PREF_SIZE);
            Job.Edge edge = before ? new Job.Edge(other, number) : new Job.Edge(number, other);
            away.setId("cut-" + edge.before() + "-" + edge.after());
            away.setOnAction(event -> cut.accept(edge));
            HBox line = new HBox(new Label(other + " · " + called), away);
            line.getStyleClass().add("bar");
            joined.getChildren().add(line);
        }
    }

    private void changed(String field) {
        Operation before = shown;
        if (filling || before == null) {
            return;
        }
        Choice counted = mode.getValue();
        String typed = minutes.getText();
        changed.accept(
                new Operation(
                        before.sequence(),
                        name.getText().strip(),
                        counted == null
                                ? null
                                : ProcessMode.valueOf(counted.code().toUpperCase(Locale.ROOT)),
                        orNothing(stationType.getEditor().getText()),
                        orNothing(skill.getEditor().getText()),
                        typed.isEmpty() ? 0 : Integer.parseInt(typed)),
                field);
    }

    private static @Nullable String orNothing(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /** What would leave no number of minutes changes nothing. */
    private static TextFormatter.Change digits(TextFormatter.Change change) {
        if (!change.getControlNewText().matches("\\d{0," + MINUTES_DIGITS + "}")) {
            change.setText("");
            change.setRange(change.getRangeStart(), change.getRangeStart());
        }
        return change;
    }
}
