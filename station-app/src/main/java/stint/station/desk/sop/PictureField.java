package stint.station.desk.sop;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import stint.station.ui.kit.Texts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The picture of a step: a name, or a file that becomes a picture at the server, whose name then
 * stands here. On the FX thread only.
 */
final class PictureField extends HBox {

    private final TextField name = new TextField();
    private final StepPictures pictures;
    private final boolean editable;
    private final Consumer<String> problem;

    /**
     * @param taken gets every change
     * @param problem gets what is wrong with a file, and nothing when it is well
     */
    PictureField(
            Texts texts,
            StepPictures pictures,
            boolean editable,
            String before,
            Consumer<String> taken,
            Consumer<String> problem) {
        this.pictures = pictures;
        this.editable = editable;
        this.problem = problem;
        Label title = new Label(texts.text("step.picture"));
        title.getStyleClass().add("field-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        name.setText(before);
        name.setId("step-picture");
        name.setEditable(editable);
        name.setPromptText(texts.text("step.picture.hint"));
        name.textProperty().addListener((property, was, now) -> taken.accept(now));
        name.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        send(name.getText().strip());
                    }
                });
        setHgrow(name, Priority.ALWAYS);
        Button choose = new Button(texts.text("picture.choose"), new FontIcon(Material2AL.IMAGE));
        choose.setId("step-picture-choose");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.getStyleClass().add("small");
        choose.setDisable(!editable);
        choose.setOnAction(event -> choose(texts.text("step.picture")));
        getStyleClass().add("bar");
        getChildren().addAll(title, name, choose);
    }

    private void choose(String kind) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kind, "*.png", "*.jpg", "*.jpeg"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            send(chosen.getPath());
        }
    }

    /** What is no file is a name. */
    private void send(String path) {
        if (editable && isFile(path)) {
            pictures.send(
                    Path.of(path),
                    kept -> {
                        problem.accept("");
                        name.setText(kept);
                    },
                    problem);
        }
    }

    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
