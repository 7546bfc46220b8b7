package stint.station.desk.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.material2.Material2AL;

import stint.station.desk.Desk;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes in a file of text, chosen or pasted, at the side of a page: all of it, or nothing and all
 * that is wrong named. Escape leaves it. Hidden until it is opened. On the FX thread only.
 */
public final class ImportPane extends VBox {

    private static final double WIDTH = 460;
    private static final double WRONG_HEIGHT = 150;

    private final Desk desk;
    private final Texts texts;
    private final String kind;
    private final String[] endings;
    private final TextArea text = new TextArea();
    private final VBox wrong = new VBox();

    /**
     * What a pane says.
     *
     * @param title what is taken in
     * @param hint how such a file is written, and what becomes of it
     * @param example how one looks
     * @param kind what such files are called
     * @param ok what its button says
     */
    public record Words(String title, String hint, String example, String kind, String ok) {}

    /**
     * A pane that is hidden until it is opened.
     *
     * @param taken is given the bytes, in UTF-8
     * @param endings of the files to choose from, as {@code *.csv}
     */
    public ImportPane(Desk desk, Words words, Consumer<byte[]> taken, String... endings) {
        this.desk = desk;
        this.texts = desk.texts();
        this.kind = words.kind();
        this.endings = endings.clone();
        Label title = new Label(words.title());
        title.getStyleClass().add("title-4");
        Label hint = new Label(words.hint());
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.getStyleClass().addAll("soft", "small");
        text.setId("import-text");
        text.getStyleClass().add("plain-text");
        text.setPromptText(words.example());
        setVgrow(text, Priority.ALWAYS);
        wrong.setId("import-wrong");
        wrong.getStyleClass().add("fields");
        ScrollPane scroll = new ScrollPane(wrong);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(WRONG_HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.managedProperty().bind(scroll.visibleProperty());
        scroll.visibleProperty().bind(Bindings.isNotEmpty(wrong.getChildren()));
        setVgrow(scroll, Priority.SOMETIMES);
        Button file =
                new Buttons(texts)
                        .of("import-file", "import.file", Material2AL.FOLDER_OPEN, this::choose);
        Button ok = new Button(words.ok());
        ok.setId("import-ok");
        ok.getStyleClass().add("accent");
        ok.disableProperty().bind(text.textProperty().isEmpty());
        ok.setOnAction(event -> {
            wrong.getChildren().clear();
            taken.accept(text.getText().getBytes(StandardCharsets.UTF_8));
        });
        Button cancel = new Button(texts.text("form.cancel"));
        cancel.setId("import-cancel");
        cancel.setOnAction(event -> close());
        List.of(ok, cancel).forEach(each -> each.setMinWidth(Region.USE_PREF_SIZE));
        HBox actions = new HBox(ok, file, cancel);
        actions.getStyleClass().add("bar");
        setId("form-import");
        getStyleClass().add("form");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        getChildren().addAll(title, Wrapping.guard(hint), text, scroll, actions);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        close();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /** Shows it, as it was left. */
    public void open() {
        wrong.getChildren().clear();
        show(true);
        text.requestFocus();
    }

    /** Hides it; what was pasted stays. */
    public void close() {
        show(false);
    }

    /** What was pasted was taken. */
    public void done() {
        text.clear();
        close();
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, endings));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            Thread.ofVirtual().name("desk-import").start(() -> read(chosen));
        }
    }

    private void read(File file) {
        try {
            String content = Files.readString(file.toPath(), StandardCharsets.UTF_8);
            desk.later(() -> text.setText(content));
        } catch (IOException e) {
            desk.later(() -> wrong(List.of(texts.text("import.unreadable", file.getName()))));
        }
    }

    /** Says why nothing was taken. */
    public void wrong(List<String> lines) {
        wrong.getChildren().clear();
        say(texts.text("import.none"), "field-name");
        lines.forEach(line -> say(line, "problem"));
    }

    private void say(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        wrong.getChildren().add(Wrapping.guard(label));
    }
}
