package stint.station.desk.orders;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import stint.station.desk.Desk;
import stint.station.desk.Reply;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.wire.planning.ImportReply;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * Brings orders in from a file of comma-separated values, chosen or pasted: all of them, or none
 * and every line named that is wrong. On the FX thread only.
 */
final class OrderImport {

    private static final double WIDTH = 460;
    private static final String EXAMPLE =
            "code,customer,product,quantity,routing,scheduled_start,scheduled_end,due\n";

    private final Desk desk;
    private final Texts texts;
    private final Runnable changed;
    private final VBox view = new VBox();
    private final TextArea text = new TextArea();
    private final VBox wrong = new VBox();
    private final Button ok = new Button();

    /**
     * @param changed is told when orders are other ones than before
     */
    OrderImport(Desk desk, Runnable changed) {
        this.desk = desk;
        this.texts = desk.texts(OrderImport.class);
        this.changed = changed;
        Label title = new Label(texts.text("import.title"));
        title.getStyleClass().add("title-4");
        Label hint = new Label(texts.text("import.hint"));
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.getStyleClass().addAll("soft", "small");
        text.setId("import-text");
        text.getStyleClass().add("plain-text");
        text.setPromptText(EXAMPLE);
        VBox.setVgrow(text, Priority.ALWAYS);
        wrong.setId("import-wrong");
        wrong.getStyleClass().add("fields");
        ScrollPane scroll = new ScrollPane(wrong);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.managedProperty().bind(scroll.visibleProperty());
        scroll.visibleProperty()
                .bind(javafx.beans.binding.Bindings.isNotEmpty(wrong.getChildren()));
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        Button file = new Button(texts.text("import.file"), new FontIcon(Material2AL.FOLDER_OPEN));
        file.setId("import-file");
        file.setOnAction(event -> choose());
        ok.setText(texts.text("import.ok"));
        ok.setId("import-ok");
        ok.getStyleClass().add("accent");
        ok.disableProperty().bind(text.textProperty().isEmpty());
        ok.setOnAction(event -> send());
        Button cancel = new Button(texts.text("form.cancel"));
        cancel.setId("import-cancel");
        cancel.setOnAction(event -> close());
        List.of(file, ok, cancel).forEach(each -> each.setMinWidth(Region.USE_PREF_SIZE));
        HBox actions = new HBox(ok, file, cancel);
        actions.getStyleClass().add("bar");
        view.setId("form-import");
        view.getStyleClass().add("form");
        view.setMinWidth(WIDTH);
        view.setPrefWidth(WIDTH);
        view.getChildren().addAll(title, Wrapping.guard(hint), text, scroll, actions);
        close();
    }

    Region view() {
        return view;
    }

    void open() {
        wrong.getChildren().clear();
        view.setVisible(true);
        view.setManaged(true);
        text.requestFocus();
    }

    void close() {
        view.setVisible(false);
        view.setManaged(false);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.text("import.kind"), "*.csv", "*.txt"));
        File chosen = chooser.showOpenDialog(view.getScene().getWindow());
        if (chosen != null) {
            Thread.ofVirtual().name("desk-import").start(() -> read(chosen));
        }
    }

    private void read(File file) {
        try {
            String content = Files.readString(file.toPath(), StandardCharsets.UTF_8);
            desk.later(() -> text.setText(content));
        } catch (IOException e) {
            desk.later(() -> show(List.of(texts.text("import.unreadable", file.getName()))));
        }
    }

    private void send() {
        wrong.getChildren().clear();
        desk.client()
                .post(
                        "imports/orders.csv",
                        "text/csv",
                        text.getText().getBytes(StandardCharsets.UTF_8),
                        ImportReply.class,
                        this::answered);
    }

    private void answered(Reply<ImportReply> reply) {
        if (reply instanceof Reply.Ok<ImportReply>(ImportReply imported)) {
            long written =
                    imported.orders().stream()
                            .filter(order -> order.outcome().equals("written"))
                            .count();
            text.clear();
            close();
            desk.done(texts.text("import.done", written, imported.orders().size() - written));
            changed.run();
            return;
        }
        show(desk.words(reply));
    }

    private void show(List<String> lines) {
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
