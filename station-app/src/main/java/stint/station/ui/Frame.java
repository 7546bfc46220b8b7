package stint.station.ui;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Place;
import stint.station.ui.dialog.DialogModel;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Fxml;
import stint.station.ui.kit.InputTaker;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Texts;
import stint.station.ui.login.LoginModel;
import stint.station.ui.login.LoginScreen;
import stint.station.ui.queue.QueueModel;
import stint.station.ui.queue.QueueScreen;
import stint.station.ui.work.WorkModel;
import stint.station.ui.work.WorkScreen;

import java.util.Optional;

/**
 * The controller of {@code Frame.fxml}: what stands around every screen, and which screen and
 * question stand in it. On the FX thread only.
 */
public final class Frame {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** A screen: what it knows, and how it is drawn. */
    private record Face(ScreenModel model, Object controller) {}

    private final Bench bench;

    @FXML private StackPane root;
    @FXML private BorderPane page;
    @FXML private StackPane screen;
    @FXML private StackPane scrim;
    @FXML private Label benchName;
    @FXML private Label sync;
    @FXML private Label person;
    @FXML private Label clock;
    @FXML private HBox receipt;
    @FXML private Label message;
    @FXML private Button undo;

    private ScreenModel onScreen;
    private @Nullable DialogModel asking;

    /** For the FXML loader. */
    Frame(Bench bench) {
        this.bench = bench;
        this.onScreen = new LoginModel(bench);
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        undo.setOnAction(event -> bench.undo());
        sync.setGraphic(Controls.icon(Material2AL.CLOUD_OFF));
        person.setGraphic(Controls.icon(Material2MZ.PERSON));
        bench.place().addListener((property, before, place) -> go(place));
        bench.dialog().addListener((property, before, dialog) -> ask(dialog));
        bench.state().addListener(property -> refresh());
        bench.now().addListener(property -> refresh());
        bench.receipt().addListener(property -> refresh());
        bench.undoing().addListener(property -> refresh());
        go(bench.place().get());
    }

    /** Where typing and scanning go now. */
    InputTaker taker() {
        return asking == null ? onScreen : asking;
    }

    private void go(Place place) {
        Texts texts = bench.texts();
        root.setNodeOrientation(
                texts.rightToLeft()
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT);
        Face face = face(place, texts);
        onScreen = face.model();
        screen.getChildren().setAll(Fxml.load(face.controller(), texts));
        refresh();
        focusFirst(screen);
    }

    private Face face(Place place, Texts texts) {
        return switch (place) {
            case Place.Login login -> {
                LoginModel model = new LoginModel(bench);
                yield new Face(model, new LoginScreen(model, texts));
            }
            case Place.Queue queue -> {
                QueueModel model = new QueueModel(bench, queue.operator());
                yield new Face(model, new QueueScreen(model, texts));
            }
            case Place.Work work -> {
                WorkModel model = new WorkModel(bench, work.operator(), work.task());
                yield new Face(model, new WorkScreen(model, texts));
            }
        };
    }

    private void ask(Optional<Dialog> dialog) {
        scrim.getChildren().clear();
        asking = dialog.map(question -> DialogModel.of(question, bench)).orElse(null);
        // What lies under a question takes neither taps nor focus.
        page.setDisable(asking != null);
        Controls.show(scrim, asking != null);
        if (asking == null) {
            refresh();
            focusFirst(screen);
        } else {
            Texts texts = bench.texts();
            scrim.getChildren().setAll(Fxml.load(asking.controller(texts), texts));
            focusFirst(scrim);
        }
    }

    private void refresh() {
        onScreen.refresh();
        if (root.getScene() != null && root.getScene().getFocusOwner() == null) {
            focusFirst(asking == null ? screen : scrim);
        }
        if (asking != null) {
            asking.refresh();
        }
        draw(
                FrameViews.of(
                        bench.state().get(),
                        bench.place().get(),
                        bench.receipt().get(),
                        bench.undoing().get(),
                        bench.now().get(),
                        bench.texts()));
    }

    private void draw(FrameView view) {
        benchName.setText(view.bench());
        clock.setText(view.clock());
        Controls.showOrHide(person, view.person());
        Controls.showOrHide(sync, view.sync());
        Controls.show(receipt, !view.message().isEmpty());
        message.setText(view.message());
        message.setGraphic(
                Controls.icon(view.wrong() ? Material2AL.ERROR_OUTLINE : Material2AL.CHECK_CIRCLE));
        receipt.pseudoClassStateChanged(WRONG, view.wrong());
        Controls.show(undo, view.undo() != null);
        Controls.say(undo, view.undo() == null ? "" : view.undo(), Material2MZ.UNDO);
        Controls.busy(undo, view.undoing());
    }

    /** The primary action, else the first button: with a keyboard, one is always somewhere. */
    private static void focusFirst(Node in) {
        Node target = in.lookup(".primary");
        if (target == null || target.isDisabled() || !target.isVisible()) {
            target =
                    in.lookupAll(".button").stream()
                            .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                            .findFirst()
                            .orElse(null);
        }
        if (target != null) {
            target.requestFocus();
        }
    }
}
