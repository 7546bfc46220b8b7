package stint.station.ui.sop;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.bench.Problem;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.ProblemLabel;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.station.ui.sop.RunView.Phase;
import stint.station.ui.sop.RunView.Primary;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The controller of {@code RunScreen.fxml}. On the FX thread only. */
public final class RunScreen {

    /** With nothing to enter, the words have most of the room and are larger. */
    private static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");

    /** A button so large that an elbow hits it. */
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");

    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final PseudoClass LONGER = PseudoClass.getPseudoClass("longer");
    private static final PseudoClass LONGEST = PseudoClass.getPseudoClass("longest");

    /** What still fits in large letters, on a small panel, beside a question. */
    private static final int LONG_FROM = 90;

    private static final int LONGER_FROM = 190;
    private static final int LONGEST_FROM = 330;
    private static final double PICTURE_EDGE = 10;
    private static final double PICTURE_HEIGHT_MIN = 120;
    private static final double WORDS_PERCENT = 54;
    private static final double WORDS_PERCENT_ALONE = 74;

    private final RunModel model;
    private final Texts texts;

    @FXML private ColumnConstraints words;
    @FXML private ColumnConstraints hands;
    @FXML private Label title;
    @FXML private Label where;
    @FXML private ProgressBar bar;
    @FXML private Label text;
    @FXML private ProblemLabel problem;
    @FXML private Pane frame;
    @FXML private ImageView picture;
    @FXML private VBox lines;
    @FXML private Region space;
    @FXML private Label next;
    @FXML private AskPane asking;
    @FXML private Button primary;
    @FXML private Button back;
    @FXML private Button correct;
    @FXML private Button override;
    @FXML private Button approve;
    @FXML private Button end;
    @FXML private Button pause;

    private @Nullable Path drawnPicture;
    private String drawnQuestion = "";
    private List<String> drawnLines = List.of();

    /** For the FXML loader. */
    public RunScreen(RunModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        asking.connect(texts, model);
        Controls.say(back, texts.text("back"), Controls.back(texts));
        Controls.say(correct, texts.text("sop.correct"), Material2MZ.UNDO);
        Controls.say(override, texts.text("sop.override"), Material2MZ.SUPERVISOR_ACCOUNT);
        Controls.say(approve, texts.text("sop.approve"), Material2MZ.VERIFIED_USER);
        Controls.say(end, texts.text("sop.end"), Material2MZ.STOP);
        Controls.say(pause, texts.text("sop.pause"), Material2MZ.PAUSE);
        back.setOnAction(event -> model.leave());
        correct.setOnAction(event -> model.correct());
        override.setOnAction(event -> model.override());
        approve.setOnAction(event -> model.approve());
        end.setOnAction(event -> model.end());
        pause.setOnAction(event -> model.pause());
        primary.setOnAction(event -> model.primary());
        fitPicture();
        model.view().follow(this::draw);
    }

    /** The picture takes the room that the words leave, and asks for none of its own. */
    private void fitPicture() {
        picture.setManaged(false);
        frame.widthProperty().addListener(property -> placePicture());
        frame.heightProperty().addListener(property -> placePicture());
        picture.layoutBoundsProperty().addListener(property -> placePicture());
    }

    private void placePicture() {
        double width = Math.max(1, frame.getWidth() - 2 * PICTURE_EDGE);
        double height = Math.max(1, frame.getHeight() - 2 * PICTURE_EDGE);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        Bounds drawn = picture.getLayoutBounds();
        picture.relocate(
                PICTURE_EDGE + Math.max(0, width - drawn.getWidth()) / 2,
                PICTURE_EDGE + Math.max(0, height - drawn.getHeight()) / 2);
    }

    private void draw(RunView view) {
        boolean plain = view.plain();
        words.setPercentWidth(view.item() == null ? WORDS_PERCENT_ALONE : WORDS_PERCENT);
        hands.setPercentWidth(100 - words.getPercentWidth());
        title.setText(view.title());
        Controls.showOrHide(where, view.where());
        bar.setProgress(view.progress());
        text.setText(view.text());
        text.pseudoClassStateChanged(PLAIN, plain);
        text.pseudoClassStateChanged(LONG, view.text().length() >= LONG_FROM);
        text.pseudoClassStateChanged(LONGER, view.text().length() >= LONGER_FROM);
        text.pseudoClassStateChanged(LONGEST, view.text().length() >= LONGEST_FROM);
        Problem.show(view.problem(), problem, texts);
        // What went wrong takes the place of what comes next.
        Controls.showOrHide(next, view.problem() == null ? view.next() : "");
        drawPicture(view.picture());
        drawLines(view.lines());
        Controls.show(asking, view.item() != null);
        if (view.item() != null) {
            asking.show(view.item(), view.busy(), texts, model);
        }
        drawButtons(view);
        String question = view.where() + asking.question();
        if (!question.equals(drawnQuestion)) {
            drawnQuestion = question;
            focus(view.primary() == Primary.NONE ? asking : primary);
        }
    }

    /**
     * With a new question the keyboard is at what answers it, not at the way back, where an Enter
     * in haste would leave.
     */
    private void focus(Node answer) {
        if (answer.getScene() == null) {
            // Not before the frame has put it there, and looked for a first button itself.
            answer.sceneProperty().addListener(property -> Platform.runLater(answer::requestFocus));
        } else {
            answer.requestFocus();
        }
    }

    private void drawButtons(RunView view) {
        Controls.show(primary, view.primary() != Primary.NONE);
        Controls.say(
                primary,
                view.busy() ? texts.text("work.recording") : view.primaryText(),
                view.busy() ? Material2AL.HOURGLASS_EMPTY : icon(view.primary()));
        Controls.busy(primary, view.busy());
        boolean tall = view.item() == null;
        primary.setContentDisplay(tall ? ContentDisplay.TOP : ContentDisplay.LEFT);
        primary.setMaxHeight(tall ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
        primary.pseudoClassStateChanged(TALL, tall);
        Controls.show(back, view.primary() != Primary.BACK);
        Controls.show(correct, view.correct());
        Controls.show(override, view.override());
        Controls.show(approve, view.approve());
        Controls.show(end, view.phase() != Phase.ENDED);
        Controls.show(pause, view.phase() == Phase.STEP);
        List.of(correct, override, approve, end, pause)
                .forEach(button -> button.setDisable(view.busy()));
    }

    private Ikon icon(Primary what) {
        return switch (what) {
            case NONE, DONE, ENTER -> Material2AL.CHECK;
            case WRITE -> Material2AL.KEYBOARD;
            case RESUME -> Material2MZ.PLAY_ARROW;
            case BACK -> Controls.back(texts);
            case APPROVE -> Material2MZ.VERIFIED_USER;
        };
    }

    private void drawPicture(@Nullable Path file) {
        Controls.show(frame, file != null);
        frame.setMinHeight(file == null ? 0 : PICTURE_HEIGHT_MIN);
        Controls.show(space, file == null);
        if (!Objects.equals(file, drawnPicture)) {
            drawnPicture = file;
            picture.setImage(file == null ? null : new Image(file.toUri().toString(), true));
        }
    }

    private void drawLines(List<String> now) {
        Controls.show(lines, !now.isEmpty());
        if (!now.equals(drawnLines)) {
            drawnLines = now;
            lines.getChildren().setAll(now.stream().map(RunScreen::line).toList());
        }
    }

    private static Label line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return Wrapping.guard(label);
    }
}
