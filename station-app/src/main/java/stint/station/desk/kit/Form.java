package stint.station.desk.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.wire.planning.RefusalView;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form at the side of a page: fields one below the other, all that is wrong each at its field,
 * and below them what to do. Escape leaves it. Hidden until it is opened. On the FX thread only.
 */
public final class Form extends VBox {

    private static final double WIDTH = 330;
    private static final int DIGITS_MAX = 7;

    private final String name;
    private final VBox fields = new VBox();
    private final Label title = new Label();
    private final VBox wrong = new VBox();
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Button ok = new Button();
    private final Button cancel = new Button();
    private Runnable then = () -> {};

    private record Control(Node input, Label hint, Label problem) {}

    /**
     * A form without fields yet.
     *
     * @param name its id is {@code form-NAME}, its fields' {@code NAME-FIELD}, its button's {@code
     *     NAME-ok}
     * @param ok what its button says
     */
    public Form(Texts texts, String name, String heading, String ok) {
        this.name = name;
        setId("form-" + name);
        getStyleClass().add("form");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        title.setText(heading);
        wrapped(title, "title-4");
        fields.getStyleClass().add("fields");
        wrong.setId(name + "-wrong");
        this.ok.setText(ok);
        this.ok.setId(name + "-ok");
        this.ok.getStyleClass().add("accent");
        this.ok.setOnAction(event -> then.run());
        this.ok.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setText(texts.text("form.cancel"));
        cancel.setId(name + "-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> close());
        HBox actions = new HBox(this.ok, cancel);
        actions.getStyleClass().add("bar");
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        // How high they are, with hints of several lines, is known when they are laid out.
        fields.heightProperty()
                .addListener(property -> scroll.setPrefViewportHeight(fields.getHeight()));
        getChildren().addAll(title, scroll, wrong, actions);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        close();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            ok.fire();
            event.consume();
        }
    }

    /** A line of text. */
    public TextField text(String field, String label, String hint) {
        TextField input = new TextField();
        add(field, label, hint, input);
        return input;
    }

    /** A whole number; nothing else can be typed. */
    public TextField number(String field, String label, String hint) {
        TextField input = text(field, label, hint);
        input.setTextFormatter(
                new TextFormatter<>(change -> {
                    String digits = change.getText().replaceAll("\\D", "");
                    int others = change.getControlNewText().length() - change.getText().length();
                    change.setText(
                            digits.substring(
                                    0, Math.clamp(DIGITS_MAX - others, 0, digits.length())));
                    return change;
                }));
        return input;
    }

    /** One of several. */
    public ComboBox<Choice> choice(String field, String label, String hint) {
        ComboBox<Choice> input = new ComboBox<>();
        input.setMaxWidth(Double.MAX_VALUE);
        add(field, label, hint, input);
        return input;
    }

    /** A day. */
    public DatePicker date(String field, String label, String hint) {
        DatePicker input = new DatePicker();
        input.setConverter(Dates.ISO);
        input.setPromptText("2026-01-31");
        input.setMaxWidth(Double.MAX_VALUE);
        add(field, label, hint, input);
        return input;
    }

    /** A control of another kind, a hidden PIN for one. */
    public void add(String field, String label, String hint, Region input) {
        input.setId(name + "-" + field);
        Label words = wrapped(new Label(label), "field-name");
        words.setLabelFor(input);
        Label problem = wrapped(new Label(), "problem");
        problem.setId(name + "-" + field + "-wrong");
        Label hinted = wrapped(new Label(), "soft", "small");
        VBox box = new VBox(words, input, hinted, problem);
        box.getStyleClass().add("field");
        controls.put(field, new Control(input, hinted, problem));
        fields.getChildren().add(box);
        say(hinted, hint);
        say(problem, "");
    }

    /** Words over the whole width, on several lines where they need them. */
    private static Label wrapped(Label label, String... styles) {
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return Wrapping.guard(label);
    }

    /** What helps to fill a field. */
    public void hint(String field, String words) {
        Control control = controls.get(field);
        if (control != null) {
            say(control.hint(), words);
        }
    }

    /** Fills a field of text. */
    public void fill(String field, @Nullable String words) {
        Control control = controls.get(field);
        if (control != null && control.input() instanceof TextInputControl input) {
            input.setText(words == null ? "" : words);
        }
    }

    /** Fills a day. */
    public void fill(String field, @Nullable LocalDate day) {
        Control control = controls.get(field);
        if (control != null && control.input() instanceof DatePicker picker) {
            picker.setValue(day);
            picker.getEditor().setText(day == null ? "" : day.toString());
        }
    }

    /** Whether a field can be changed. */
    public void enable(String field, boolean enabled) {
        Control control = controls.get(field);
        if (control != null) {
            control.input().setDisable(!enabled);
        }
    }

    /** Empties all fields. */
    public void clear() {
        for (Control control : controls.values()) {
            switch (control.input()) {
                case TextInputControl input -> input.clear();
                case DatePicker picker -> {
                    picker.setValue(null);
                    picker.getEditor().clear();
                }
                case ComboBox<?> box -> box.setValue(null);
                default -> {}
            }
        }
    }

    private static void say(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    /** Another heading. */
    public void heading(String words) {
        title.setText(words);
    }

    /** Opens the form with the cursor in its first field. */
    public void open(Runnable whenOk) {
        then = whenOk;
        right();
        setVisible(true);
        setManaged(true);
        controls.values().stream().findFirst().ifPresent(first -> first.input().requestFocus());
    }

    /** Leaves it. */
    public void close() {
        setVisible(false);
        setManaged(false);
    }

    /** While the server is asked, nothing is asked again. */
    public void busy(boolean busy) {
        ok.setDisable(busy);
    }

    private void right() {
        controls.values().forEach(control -> say(control.problem(), ""));
        wrong.getChildren().clear();
        busy(false);
    }

    /** Says all that is wrong: at its field where there is one, else below all. */
    public void wrong(List<RefusalView> refusals, List<String> words) {
        right();
        List<String> others = new ArrayList<>(refusals.isEmpty() ? words : List.of());
        for (RefusalView refusal : refusals) {
            Control control = refusal.field() == null ? null : controls.get(refusal.field());
            if (control == null) {
                others.add(refusal.text());
            } else {
                String before = control.problem().getText();
                say(
                        control.problem(),
                        before.isEmpty() ? refusal.text() : before + "\n" + refusal.text());
            }
        }
        for (String other : others) {
            wrong.getChildren().add(wrapped(new Label(other), "problem"));
        }
    }

    /**
     * Whether a field that must be filled is empty, which is said at it.
     *
     * @param words what is said then
     */
    public boolean lacks(String field, String words) {
        Control control = controls.get(field);
        if (control == null || value(field) != null) {
            return false;
        }
        right();
        say(control.problem(), words);
        control.input().requestFocus();
        return true;
    }

    /** What was typed or chosen, without blanks around it; absent for nothing. */
    public @Nullable String value(String field) {
        Control control = controls.get(field);
        String value =
                switch (control == null ? null : control.input()) {
                    case TextInputControl input -> input.getText();
                    case ComboBox<?> box when box.getValue() instanceof Choice choice ->
                            choice.code();
                    case null, default -> "";
                };
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The same where something must be sent; empty for nothing. */
    public String words(String field) {
        String value = value(field);
        return value == null ? "" : value;
    }

    /** The number that was typed; 0 for nothing. */
    public int amount(String field) {
        String value = value(field);
        return value == null ? 0 : Integer.parseInt(value);
    }

    /** The day that was picked, or typed and not yet left; absent for nothing. */
    public @Nullable LocalDate day(String field) {
        Control control = controls.get(field);
        if (control == null || !(control.input() instanceof DatePicker picker)) {
            return null;
        }
        String typed = picker.getEditor().getText();
        return typed.isBlank() ? null : Dates.ISO.fromString(typed);
    }
}
