package stint.station.board;

import static stint.station.board.CardPane.icon;
import static stint.station.board.CardPane.label;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.board.BoardScreen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The controller of {@code BoardPane.fxml}: draws a {@link BoardScreen}, and only what changed. On
 * the FX thread only.
 */
public final class BoardPane {

    /**
     * Cards side by side, and above one another: what stays readable at five metres on a 16:9
     * screen.
     */
    static final int COLUMNS = 3;

    static final int ROWS = 2;

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    @FXML private ScaledPane root;
    @FXML private Label title;
    @FXML private Label date;
    @FXML private Label filter;
    @FXML private Label since;
    @FXML private Label clock;
    @FXML private Label good;
    @FXML private Label scrap;
    @FXML private Label stale;
    @FXML private Label notice;
    @FXML private GridPane cards;
    @FXML private Region hatch;
    @FXML private HBox alerts;
    @FXML private HBox benches;
    @FXML private HBox pages;

    private @Nullable BoardScreen shown;

    /** Made by the FXML loader. */
    public BoardPane() {}

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        for (Label whole : List.of(title, clock, since, good, scrap)) {
            whole.setMinWidth(Region.USE_PREF_SIZE);
        }
        scrap.setGraphic(icon(Material2AL.DELETE_OUTLINE));
        stale.setGraphic(icon(Material2AL.CLOUD_OFF));
    }

    /** Lays something over the board, as large as it. */
    void cover(Node over) {
        root.getChildren().add(over);
    }

    /** Whoever touches the exceptions wants to look at them. */
    void onAlerts(Runnable look) {
        alerts.setOnMouseClicked(event -> look.run());
    }

    void show(BoardScreen screen) {
        BoardScreen before = shown;
        shown = screen;
        title.setText(screen.title());
        showOrHide(date, screen.stale() == null ? screen.date() : "");
        clock.setText(screen.clock());
        showOrHide(filter, screen.filter());
        showOrHide(since, screen.since());
        good.setText(screen.good());
        showOrHide(scrap, screen.scrap());
        showOrHide(notice, screen.notice());
        showOrHide(stale, screen.stale() == null ? "" : screen.stale());
        hatch.setVisible(screen.stale() != null);
        root.pseudoClassStateChanged(STALE, screen.stale() != null);
        drawCards(before == null ? List.of() : before.cards(), screen.cards());
        if (before == null || !before.alerts().equals(screen.alerts())) {
            drawAlerts(screen.alerts());
        }
        if (before == null || !before.benches().equals(screen.benches())) {
            benches.getChildren().setAll(screen.benches().stream().map(BoardPane::bench).toList());
        }
        if (before == null || before.page() != screen.page() || before.pages() != screen.pages()) {
            drawPages(screen.page(), screen.pages());
        }
    }

    private static void showOrHide(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private void drawCards(
            List<BoardScreen.@Nullable Card> before, List<BoardScreen.@Nullable Card> now) {
        for (int place = 0; place < COLUMNS * ROWS; place++) {
            BoardScreen.Card old = place < before.size() ? before.get(place) : null;
            BoardScreen.Card card = place < now.size() ? now.get(place) : null;
            if (Objects.equals(old, card)) {
                continue;
            }
            int column = place % COLUMNS;
            int row = place / COLUMNS;
            cards.getChildren().removeIf(node -> isAt(node, column, row));
            if (card != null) {
                cards.add(new CardPane(card), column, row);
            }
        }
    }

    private static boolean isAt(Node node, int column, int row) {
        return Objects.equals(GridPane.getColumnIndex(node), column)
                && Objects.equals(GridPane.getRowIndex(node), row);
    }

    private void drawAlerts(List<BoardScreen.Alert> all) {
        alerts.setVisible(!all.isEmpty());
        alerts.setManaged(!all.isEmpty());
        List<Node> nodes = new ArrayList<>();
        if (!all.isEmpty()) {
            nodes.add(icon(Material2MZ.WARNING));
        }
        for (BoardScreen.Alert alert : all) {
            nodes.add(label(alert.text(), "alert"));
        }
        alerts.getChildren().setAll(nodes);
    }

    private static Node bench(BoardScreen.Bench bench) {
        Label code = label(bench.code(), "code");
        HBox box = new HBox(code);
        box.getStyleClass().addAll("bench", bench.mark().name().toLowerCase(java.util.Locale.ROOT));
        if (bench.mark() != BoardScreen.Mark.CALM) {
            box.getChildren().addFirst(icon(Material2AL.CLOUD_OFF));
        }
        if (!bench.text().isEmpty()) {
            box.getChildren().add(label(bench.text(), "heard"));
        }
        return box;
    }

    private void drawPages(int page, int count) {
        List<Node> dots = new ArrayList<>();
        for (int index = 0; index < count && count > 1; index++) {
            Circle dot = new Circle(7);
            dot.getStyleClass().add(index == page ? "page-here" : "page");
            dots.add(dot);
        }
        if (count > 1) {
            dots.add(label((page + 1) + "/" + count, "page-number"));
        }
        pages.getChildren().setAll(dots);
    }
}
