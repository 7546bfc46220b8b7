package stint.station.ui.queue;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.material2.Material2AL;

import stint.station.ui.bench.Problem;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pager;
import stint.station.ui.kit.ProblemLabel;
import stint.station.ui.kit.Texts;

import java.util.List;

/** The controller of {@code QueueScreen.fxml}. On the FX thread only. */
public final class QueueScreen {

    /** What a card needs to be read from a metre away without cutting its words. */
    private static final double CARD_WIDTH_MIN = 560;

    private static final double CARD_HEIGHT_MIN = 205;

    private final QueueModel model;
    private final Texts texts;

    @FXML private HBox filterBar;
    @FXML private Label filter;
    @FXML private Button showAll;
    @FXML private ProblemLabel problem;
    @FXML private StackPane space;
    @FXML private Label notice;
    @FXML private GridPane cards;
    @FXML private Pager pager;
    @FXML private Button endShift;
    @FXML private Button logout;

    private int columns = 1;
    private int rows = 1;
    private List<QueueView.Card> drawn = List.of();

    /** For the FXML loader. */
    public QueueScreen(QueueModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        Controls.say(endShift, texts.text("queue.end.shift"), Material2AL.HOME);
        Controls.say(logout, texts.text("queue.logout"), Material2AL.EXIT_TO_APP);
        Controls.say(showAll, texts.text("queue.show.all"), Material2AL.CLEAR);
        pager.connect(texts, model::turn);
        endShift.setOnAction(event -> model.endShift());
        logout.setOnAction(event -> model.logout());
        showAll.setOnAction(event -> model.showAll());
        space.widthProperty().addListener(property -> fit());
        space.heightProperty().addListener(property -> fit());
        model.view().follow(this::draw);
    }

    private void fit() {
        columns = Math.max(1, (int) (space.getWidth() / CARD_WIDTH_MIN));
        rows = Math.max(1, (int) (space.getHeight() / CARD_HEIGHT_MIN));
        cards.getColumnConstraints().clear();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            cards.getColumnConstraints().add(constraints);
        }
        cards.getRowConstraints().clear();
        for (int row = 0; row < rows; row++) {
            RowConstraints constraints = new RowConstraints();
            constraints.setPercentHeight(100.0 / rows);
            cards.getRowConstraints().add(constraints);
        }
        drawn = List.of();
        model.fit(columns * rows);
        draw(model.view().get());
    }

    private void draw(QueueView view) {
        Controls.show(filterBar, !view.filter().isEmpty());
        filter.setText(texts.text("queue.filter", view.filter()));
        problem.say(Problem.words(view.problem(), texts));
        Controls.showOrHide(notice, view.notice());
        pager.show(view.page(), view.pages());
        if (!view.cards().equals(drawn)) {
            drawn = view.cards();
            Node focused = cards.getScene() == null ? null : cards.getScene().getFocusOwner();
            int place = cards.getChildren().indexOf(focused);
            cards.getChildren().clear();
            for (int index = 0; index < drawn.size(); index++) {
                QueueView.Card card = drawn.get(index);
                cards.add(
                        new CardButton(card, () -> model.open(card.task())),
                        index % columns,
                        index / columns);
            }
            // The card in focus was drawn anew; the keyboard stays where it was.
            if (place >= 0 && place < cards.getChildren().size()) {
                cards.getChildren().get(place).requestFocus();
            }
        }
    }
}
