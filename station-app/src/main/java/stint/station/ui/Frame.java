package stint.station.ui;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Cover;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Place;
import stint.station.ui.checklist.ChecklistModel;
import stint.station.ui.checklist.ChecklistScreen;
import stint.station.ui.cover.CoverPane;
import stint.station.ui.day.DayModel;
import stint.station.ui.day.DayScreen;
import stint.station.ui.dialog.DialogModel;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Fxml;
import stint.station.ui.kit.InputTaker;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Texts;
import stint.station.ui.login.LoginModel;
import stint.station.ui.login.LoginScreen;
import stint.station.ui.past.PastModel;
import stint.station.ui.past.PastScreen;
import stint.station.ui.queue.QueueModel;
import stint.station.ui.queue.QueueScreen;
import stint.station.ui.sop.RunModel;
import stint.station.ui.sop.RunScreen;
import stint.station.ui.sop.RunsModel;
import stint.station.ui.sop.RunsScreen;
import stint.station.ui.station.StationModel;
import stint.station.ui.station.StationScreen;
import stint.station.ui.station.StationsModel;
import stint.station.ui.station.StationsScreen;
import stint.station.ui.station.StatusIcons;
import stint.station.ui.work.WorkModel;
import stint.station.ui.work.WorkScreen;

import java.util.Optional;
import java.util.stream.Stream;

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
    @FXML private CoverPane cover;
    @FXML private Button benchName;
    @FXML private Label sync;
    @FXML private Button status;
    @FXML private Label person;
    @FXML private Label clock;
    @FXML private HBox receipt;
    @FXML private Label message;
    @FXML private Button undo;

    private ScreenModel onScreen;
    private @Nullable DialogModel asking;
    private final FrameInput input;

    /** For the FXML loader. */
    Frame(Bench bench) {
        this.bench = bench;
        this.onScreen = new LoginModel(bench);
        this.input = new FrameInput(bench, this::onTop);
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        undo.setOnAction(event -> bench.undo());
        sync.setGraphic(Controls.icon(Material2AL.CLOUD_OFF));
        person.setGraphic(Controls.icon(Material2MZ.PERSON));
        bench.place().addListener((property, before, place) -> go(place));
        bench.dialog().addListener((property, before, dialog) -> ask(dialog));
        bench.cover().addListener((property, before, over) -> cover(over));
        benchName.setOnAction(event -> bench.ask(new Dialog.Service()));
        // Its key is F10: it must not be what an Enter or a space in haste presses.
        benchName.setFocusTraversable(false);
        benchName.setGraphic(Controls.icon(Material2MZ.SETTINGS));
        // Its key is F6.
        status.setFocusTraversable(false);
        status.setOnAction(event -> input.pressed(Order.Act.STATION));
        cover.setOnMousePressed(event -> input.touched());
        bench.state().addListener(property -> refresh());
        bench.now().addListener(property -> refresh());
        bench.receipt().addListener(property -> refresh());
        bench.undoing().addListener(property -> refresh());
        go(bench.place().get());
    }

    /** Where typing and scanning go. */
    InputTaker input() {
        return input;
    }

    private ScreenModel onTop() {
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
                QueueModel model = new QueueModel(bench, queue.operator(), queue.search());
                yield new Face(model, new QueueScreen(model, texts));
            }
            case Place.Work work -> {
                WorkModel model = new WorkModel(bench, work.operator(), work.task());
                yield new Face(model, new WorkScreen(model, texts));
            }
            case Place.Runs runs -> {
                RunsModel model = new RunsModel(bench, runs.operator(), runs.task());
                yield new Face(model, new RunsScreen(model, texts));
            }
            case Place.Run run -> {
                RunModel model = new RunModel(bench, run);
                yield new Face(model, new RunScreen(model, texts));
            }
            case Place.Day day -> {
                DayModel model = new DayModel(bench, day.operator());
                yield new Face(model, new DayScreen(model, texts));
            }
            case Place.Stations stations -> {
                StationsModel model = new StationsModel(bench, stations.operator());
                yield new Face(model, new StationsScreen(model, texts));
            }
            case Place.AtChecklist at -> {
                ChecklistModel model = new ChecklistModel(bench, at);
                yield new Face(model, new ChecklistScreen(model, texts));
            }
            case Place.AtStation at -> {
                StationModel model = new StationModel(bench, at.operator());
                yield new Face(model, new StationScreen(model, texts));
            }
            case Place.Past past -> {
                PastModel model = new PastModel(bench, past.operator());
                yield new Face(model, new PastScreen(model, texts));
            }
        };
    }

    private void ask(Optional<Dialog> dialog) {
        scrim.getChildren().clear();
        asking = dialog.map(question -> DialogModel.of(question, bench)).orElse(null);
        Controls.show(scrim, asking != null);
        enable();
        if (asking == null) {
            refresh();
            focusFirst(screen);
        } else {
            Texts texts = bench.texts();
            scrim.getChildren().setAll(Fxml.load(asking.controller(texts), texts));
            focusFirst(scrim);
        }
    }

    private void cover(Optional<Cover> over) {
        Controls.show(cover, over.isPresent());
        enable();
        refresh();
    }

    /** What lies under something else takes neither taps nor focus. */
    private void enable() {
        boolean covered = bench.cover().get().isPresent();
        page.setDisable(covered || asking != null);
        scrim.setDisable(covered);
    }

    private void refresh() {
        onScreen.refresh();
        if (root.getScene() != null && root.getScene().getFocusOwner() == null) {
            focus();
        }
        if (asking != null) {
            asking.refresh();
        }
        bench.cover()
                .get()
                .map(over ->
                        CoverViews.of(over, bench.state().get(), bench.now().get(), bench.texts()))
                .ifPresent(cover::show);
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
        benchName.setAccessibleText(bench.texts().text("service.open", view.bench()));
        clock.setText(view.clock());
        Controls.showOrHide(person, view.person());
        Controls.show(status, view.doing() != null);
        if (view.doing() != null) {
            Controls.say(status, view.status(), StatusIcons.of(view.doing()));
        }
        Controls.showOrHide(sync, view.sync());
        Controls.show(receipt, !view.message().isEmpty());
        message.setText(view.message());
        message.setAccessibleHelp(view.wrong());
        boolean wrong = !view.wrong().isEmpty();
        message.setGraphic(
                Controls.icon(wrong ? Material2AL.ERROR_OUTLINE : Material2AL.CHECK_CIRCLE));
        receipt.pseudoClassStateChanged(WRONG, wrong);
        Controls.show(undo, view.undo() != null);
        Controls.say(undo, view.undo() == null ? "" : view.undo(), Material2MZ.UNDO);
        Controls.busy(undo, view.undoing());
    }

    /** With a keyboard, one is always somewhere. */
    void focus() {
        focusFirst(asking == null ? screen : scrim);
    }

    /** The primary action, else the first button there is. */
    private static void focusFirst(Parent in) {
        // What is made for the room there is, is there only after it was laid out.
        in.applyCss();
        in.layout();
        Stream.concat(in.lookupAll(".primary").stream(), in.lookupAll(".button").stream())
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && shown(node))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
