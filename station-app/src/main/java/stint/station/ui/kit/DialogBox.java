package stint.station.ui.kit;

import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What every question is framed by: its title, what it is about, what went wrong, the way back and
 * the answer. On the FX thread only.
 */
@DefaultProperty("content")
public final class DialogBox extends VBox {

    private final Label title = new Label();
    private final VBox content = new VBox();
    private final ProblemLabel problem = new ProblemLabel();
    private final Button back = new Button();
    private final HBox answers = new HBox();

    /** Made by the FXML loader. */
    public DialogBox() {
        getStyleClass().add("dialog");
        title.setId("title");
        title.getStyleClass().add("title");
        title.setWrapText(true);
        content.getStyleClass().add("dialog-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        back.setId("back");
        back.getStyleClass().add("quiet");
        answers.getStyleClass().add("actions");
        answers.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(answers, Priority.ALWAYS);
        HBox actions = new HBox(back, answers);
        actions.getStyleClass().add("actions");
        actions.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, content, problem, actions);
        // A question is as high as it needs to be.
        setMaxHeight(Region.USE_PREF_SIZE);
    }

    /** What the question is about; filled by the FXML loader. */
    public ObservableList<Node> getContent() {
        return content.getChildren();
    }

    /** The buttons that answer it, beside the way back; filled by the FXML loader. */
    public ObservableList<Node> getAnswers() {
        return answers.getChildren();
    }

    /** Calls the way back something else. */
    public void back(String words, Texts texts) {
        Controls.say(back, words, Controls.back(texts));
    }

    /** Gives the way back something to do. */
    public void connect(Texts texts, Runnable goBack) {
        back(texts.text("back"), texts);
        back.setOnAction(event -> goBack.run());
    }

    /** The question. */
    public void ask(String question) {
        title.setText(question);
    }

    /** Where what was wrong with the last answer is said. */
    public ProblemLabel problem() {
        return problem;
    }
}
