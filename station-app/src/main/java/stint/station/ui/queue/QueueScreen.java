package stint.station.ui.queue;

import javafx.css.PseudoClass;
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
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.bench.Problem;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Pager;
import stint.station.ui.kit.ProblemLabel;
import stint.station.ui.kit.Texts;
import stint.station.ui.queue.QueueView.Part;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The controller of {@code QueueScreen.fxml}. On the FX thread only. */
public final class QueueScreen {

    /** What a card needs to be read from a metre away without cutting its words. */
    private static final double CARD_WIDTH_MIN = 560;

    /** Its four lines in the tallest script, Thai. */
    private static final double CARD_HEIGHT_MIN = 236;

    /** As in the style sheet. */
    private static final double GAP = 16;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final QueueModel model;
    private final Texts texts;

    @FXML private Label title;
    @FXML private HBox parts;
    @FXML private Button search;
    @FXML private Button showAll;
    @FXML private ProblemLabel problem;
    @FXML private StackPane space;
    @FXML private Label notice;
    @FXML private GridPane cards;
    @FXML private Pager pager;
    @FXML private Button day;
    @FXML private Button past;
    @FXML private Button guided;
    @FXML private Button approvals;
    @FXML private Button endShift;
    @FXML private Button logout;

    private final Map<Part, Button> chips = new EnumMap<>(Part.class);
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
        Controls.say(day, texts.text("day.title"), Material2AL.INSERT_CHART_OUTLINED);
        Controls.say(past, texts.text("past.title"), Material2AL.HISTORY);
        day.setOnAction(event -> model.day());
        past.setOnAction(event -> model.past());
        guided.setOnAction(event -> model.guide());
        approvals.setOnAction(event -> model.approvals());
        search.setOnAction(event -> model.search());
        for (Part part : Part.values()) {
            Button chip = Controls.button(words(part), () -> model.show(part), "chip");
            chip.setId("part-" + part.name().toLowerCase(Locale.ROOT));
            parts.getChildren().add(chip);
            chips.put(part, chip);
        }
        pager.connect(texts, model::turn);
        endShift.setOnAction(event -> model.endShift());
        logout.setOnAction(event -> model.logout());
        showAll.setOnAction(event -> model.showAll());
        space.widthProperty().addListener(property -> fit());
        space.heightProperty().addListener(property -> fit());
        model.view().follow(this::draw);
    }

    private String words(Part part) {
        return switch (part) {
            case ALL -> texts.text("queue.all");
            case MINE -> texts.text("queue.mine");
            case READY -> texts.text("queue.ready");
            case URGENT -> texts.text("queue.urgent");
        };
    }

    private void fit() {
        columns = Math.max(1, (int) ((space.getWidth() + GAP) / (CARD_WIDTH_MIN + GAP)));
        rows = Math.max(1, (int) ((space.getHeight() + GAP) / (CARD_HEIGHT_MIN + GAP)));
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

    /**
     * Where something is open step by step, or waits, the way to it stands in the title's place.
     */
    private void drawGuided(QueueView view) {
        boolean open = !view.guided().isEmpty();
        boolean waits = !open && view.toApprove() > 0;
        Controls.show(title, !open && !waits);
        Controls.show(guided, open);
        Controls.say(guided, view.guided(), Material2AL.FACT_CHECK);
        Controls.show(approvals, waits);
        Controls.say(approvals, texts.text("queue.approvals", view.toApprove()), null);
    }

    private void draw(QueueView view) {
        boolean searching = !view.search().isEmpty();
        Controls.show(showAll, searching);
        Controls.say(
                search,
                searching ? texts.text("queue.filter", view.search()) : texts.text("search.find"),
                Material2MZ.SEARCH);
        search.pseudoClassStateChanged(CHOSEN, searching);
        chips.forEach((part, chip) -> chip.pseudoClassStateChanged(CHOSEN, part == view.part()));
        Problem.show(view.problem(), problem, texts);
        Controls.showOrHide(notice, view.notice());
        pager.show(view.page(), view.pages());
        drawGuided(view);
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
