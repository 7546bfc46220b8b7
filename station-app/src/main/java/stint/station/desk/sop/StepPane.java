package stint.station.desk.sop;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import stint.domain.sop.StepItem.Ask;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.Choice;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The fields of one step. Made anew for each step that is looked at. On the FX thread only. */
final class StepPane extends VBox {

    private static final double NARROW = 90;

    private final Texts texts;
    private final Buttons buttons;
    private final StepPictures pictures;
    private final boolean editable;
    private final Consumer<StepDraft> changed;
    private final VBox items = new VBox();
    private final Map<String, Label> problems = new HashMap<>();
    private StepDraft step;

    /**
     * @param index from 0; the first step begins a task anyway
     */
    StepPane(
            Texts texts,
            StepPictures pictures,
            int index,
            StepDraft step,
            boolean editable,
            Consumer<StepDraft> changed) {
        this.texts = texts;
        buttons = new Buttons(texts, "small");
        this.pictures = pictures;
        this.step = step;
        this.editable = editable;
        this.changed = changed;
        boolean first = index == 0;
        getStyleClass().add("fields");
        getChildren().add(heading(texts.text("step.text", index + 1)));
        getChildren()
                .add(
                        new LanguageFields(
                                texts,
                                "step-text",
                                2,
                                editable,
                                step.texts(),
                                now -> take(this.step.withTexts(now))));
        getChildren().add(problem("-1-texts"));
        getChildren().add(picture());
        getChildren().add(problem("-1-picture"));
        items.getStyleClass().add("fields");
        getChildren().add(heading(texts.text("step.asks")));
        getChildren().add(items);
        Button add = buttons.of("item-add", "item.add", Material2AL.ADD, this::addItem);
        add.setDisable(!editable);
        getChildren().add(add);
        getChildren().addAll(task(first));
        drawItems();
    }

    private void take(StepDraft now) {
        step = now;
        changed.accept(now);
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("field-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Label problem(String place) {
        Label label = new Label();
        label.setId("step-wrong" + place);
        label.setWrapText(true);
        label.getStyleClass().add("problem");
        label.setVisible(false);
        label.setManaged(false);
        problems.put(place, Wrapping.guard(label));
        return label;
    }

    /** Says all that is wrong, each at its field. */
    void wrong(List<SopDraft.Wrong> wrong) {
        problems.keySet().forEach(place -> say(place, ""));
        for (SopDraft.Wrong each : wrong) {
            String place =
                    each.item() < 0 ? "-1-" + each.field() : each.item() + "-" + each.field();
            say(place, texts.text(each.key()));
        }
    }

    private TextField field(String id, String value, Consumer<String> taken) {
        TextField field = new TextField(value);
        field.setId(id);
        field.setEditable(editable);
        field.textProperty().addListener((property, was, now) -> taken.accept(now));
        return field;
    }

    private Node picture() {
        return new PictureField(
                texts,
                pictures,
                editable,
                step.picture(),
                now -> take(step.withPicture(now)),
                words -> say("-1-picture", words));
    }

    private void say(String place, String words) {
        Label label = problems.get(place);
        if (label != null) {
            label.setText(words);
            label.setVisible(!words.isEmpty());
            label.setManaged(!words.isEmpty());
        }
    }

    private List<Node> task(boolean first) {
        CheckBox begins = new CheckBox(texts.text("step.begins"));
        begins.setId("step-begins");
        begins.setSelected(first || step.begins());
        begins.setDisable(first || !editable);
        VBox names =
                new VBox(
                        new LanguageFields(
                                texts,
                                "step-task",
                                1,
                                editable,
                                step.task(),
                                now -> take(step.withTask(true, now))));
        names.managedProperty().bind(names.visibleProperty());
        names.visibleProperty().bind(begins.selectedProperty());
        begins.setOnAction(event -> take(step.withTask(begins.isSelected(), step.task())));
        return List.of(heading(texts.text("step.task")), begins, names);
    }

    private void addItem() {
        List<ItemDraft> now = new ArrayList<>(step.items());
        now.add(ItemDraft.blank(SopDraft.freshKey("q", now.stream().map(ItemDraft::key).toList())));
        take(step.withItems(now));
        drawItems();
        Node label = lookup("#item-" + (now.size() - 1) + "-ask");
        if (label != null) {
            label.requestFocus();
        }
    }

    private void removeItem(int index) {
        List<ItemDraft> now = new ArrayList<>(step.items());
        now.remove(index);
        take(step.withItems(now));
        drawItems();
    }

    private void drawItems() {
        List<Node> nodes = new ArrayList<>();
        for (int index = 0; index < step.items().size(); index++) {
            nodes.add(item(index));
        }
        items.getChildren().setAll(nodes);
    }

    private void take(int index, ItemDraft now) {
        take(step.withItem(index, now));
    }

    private ItemDraft at(int index) {
        return step.items().get(index);
    }

    private Node item(int index) {
        ItemDraft item = at(index);
        String id = "item-" + index;
        ComboBox<Choice> ask = new ComboBox<>();
        ask.setId(id + "-ask");
        ask.getItems()
                .setAll(
                        Arrays.stream(Ask.values())
                                .map(each ->
                                        new Choice(each.name(), texts.text("ask." + word(each))))
                                .toList());
        ask.setValue(new Choice(item.ask().name(), texts.text("ask." + word(item.ask()))));
        ask.setDisable(!editable);
        CheckBox required = new CheckBox(texts.text("item.required"));
        required.setId(id + "-required");
        required.setSelected(item.required());
        CheckBox safety = new CheckBox(texts.text("item.safety"));
        safety.setId(id + "-safety");
        safety.setSelected(item.safety());
        for (CheckBox box : List.of(required, safety)) {
            box.setDisable(!editable);
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.setOnAction(event ->
                    take(index, at(index).withFlags(required.isSelected(), safety.isSelected())));
        }
        Button remove =
                buttons.of(
                        id + "-remove", "item.remove", Material2AL.DELETE, () -> removeItem(index));
        remove.setDisable(!editable);
        FlowPane head = new FlowPane(8, 4, ask, required, safety, remove);
        VBox box =
                new VBox(
                        head,
                        new LanguageFields(
                                texts,
                                id + "-label",
                                1,
                                editable,
                                item.labels(),
                                now -> take(index, at(index).withLabels(now))),
                        problem(index + "-labels"));
        if (item.ask() == Ask.NUMBER) {
            box.getChildren().addAll(limits(index, id), problem(index + "-limits"));
        }
        if (item.ask() == Ask.SCAN) {
            TextField code =
                    field(
                            id + "-expected",
                            item.expected(),
                            now -> take(index, at(index).withExpected(now)));
            code.setPromptText(texts.text("item.expected"));
            box.getChildren().add(code);
        }
        box.getChildren().add(heading(texts.text("item.remedy")));
        box.getChildren()
                .add(
                        new LanguageFields(
                                texts,
                                id + "-remedy",
                                1,
                                editable,
                                item.remedy(),
                                now -> take(index, at(index).withRemedy(now))));
        ask.setOnAction(event -> {
            take(index, at(index).withAsk(Ask.valueOf(ask.getValue().code())));
            drawItems();
        });
        box.setId(id);
        box.getStyleClass().addAll("step-box", "field");
        return box;
    }

    private static String word(Ask ask) {
        return ask.name().toLowerCase(Locale.ROOT);
    }

    private Node limits(int index, String id) {
        ItemDraft item = at(index);
        TextField min =
                field(
                        id + "-min",
                        item.min(),
                        now ->
                                take(
                                        index,
                                        at(index)
                                                .withLimits(
                                                        now, at(index).max(), at(index).unit())));
        TextField max =
                field(
                        id + "-max",
                        item.max(),
                        now ->
                                take(
                                        index,
                                        at(index)
                                                .withLimits(
                                                        at(index).min(), now, at(index).unit())));
        TextField unit =
                field(
                        id + "-unit",
                        item.unit(),
                        now ->
                                take(
                                        index,
                                        at(index)
                                                .withLimits(
                                                        at(index).min(), at(index).max(), now)));
        FlowPane bar = new FlowPane(8, 4);
        List<TextField> fields = List.of(min, max, unit);
        List<String> names =
                List.of(texts.text("item.min"), texts.text("item.max"), texts.text("item.unit"));
        for (int at = 0; at < fields.size(); at++) {
            fields.get(at).setPrefWidth(NARROW);
            HBox pair = new HBox(new Label(names.get(at)), fields.get(at));
            pair.getStyleClass().add("bar");
            bar.getChildren().add(pair);
        }
        return bar;
    }
}
