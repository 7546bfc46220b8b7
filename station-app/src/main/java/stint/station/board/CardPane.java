package stint.station.board;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.board.BoardScreen;

/**
 * Draws one job: its badge, name and date above, a row for each task below. On the FX thread only.
 */
final class CardPane extends VBox {

    CardPane(BoardScreen.Card card) {
        // Few tasks are drawn larger: the place is there, and the eye is five metres away.
        getStyleClass().addAll("card", "rows-" + card.rows().size());
        if (card.done()) {
            getStyleClass().add("done");
        }
        setId("card-" + card.ticket());
        setMinHeight(0);
        getChildren().addAll(head(card), subtitle(card));
        for (BoardScreen.Row row : card.rows()) {
            getChildren().add(row(row));
        }
        if (!card.unheard().isEmpty()) {
            Label unheard = label(card.unheard(), "unheard");
            unheard.setGraphic(icon(Material2AL.CLOUD_OFF));
            Region filler = new Region();
            VBox.setVgrow(filler, Priority.ALWAYS);
            getChildren().addAll(filler, unheard);
        }
    }

    private static Node head(BoardScreen.Card card) {
        Label badge = label(card.line(), "line", card.oem() ? "oem" : "atelier");
        badge.setMinWidth(USE_PREF_SIZE);
        Label name = label(card.name(), "name");
        HBox head = new HBox(badge, name);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node subtitle(BoardScreen.Card card) {
        HBox line = new HBox();
        line.getStyleClass().add("subtitle");
        line.setAlignment(Pos.CENTER_LEFT);
        Label steps = label(card.steps(), "steps");
        if (card.done()) {
            steps.setGraphic(icon(Material2AL.CHECK));
        }
        Label due =
                label(card.due(), "due", card.dueMark().name().toLowerCase(java.util.Locale.ROOT));
        due.setMinWidth(USE_PREF_SIZE);
        if (card.dueMark() != BoardScreen.Mark.CALM) {
            due.setGraphic(icon(Material2MZ.SCHEDULE));
        }
        Label ticket = label(card.ticket(), "ticket");
        ticket.setMinWidth(USE_PREF_SIZE);
        line.getChildren().addAll(ticket, steps, gap(), due);
        return line;
    }

    private static Node row(BoardScreen.Row row) {
        Label good = label(row.good(), "good");
        good.setMinWidth(USE_PREF_SIZE);
        Label target = label(row.target(), "target");
        target.setMinWidth(USE_PREF_SIZE);
        HBox number = new HBox(good, target);
        number.setAlignment(Pos.BASELINE_RIGHT);
        // A fraction reads from left to right in every script.
        number.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        HBox count = new HBox(label(row.name(), "task"), gap(), number);
        count.setAlignment(Pos.BASELINE_LEFT);

        ProgressBar bar = new ProgressBar(row.progress());
        bar.setMaxWidth(Double.MAX_VALUE);
        if (!row.over().isEmpty()) {
            bar.getStyleClass().add("over");
        }

        HBox people = new HBox();
        people.getStyleClass().add("people");
        people.setAlignment(Pos.CENTER_LEFT);
        add(people, row.active(), Material2MZ.PLAY_ARROW, "active");
        add(people, row.paused(), Material2MZ.PAUSE, "paused");
        add(people, row.state(), row.done() ? Material2AL.CHECK : null, "state");
        people.getChildren().add(gap());
        add(people, row.over(), Material2MZ.WARNING, "excess");
        add(people, row.scrap(), Material2AL.DELETE_OUTLINE, "scrap");

        VBox box = new VBox(count, bar, people);
        box.getStyleClass().add("row");
        if (row.done()) {
            box.getStyleClass().add("done");
        }
        return box;
    }

    private static void add(
            HBox box, String text, @org.jspecify.annotations.Nullable Ikon icon, String style) {
        if (text.isEmpty()) {
            return;
        }
        Label label = label(text, style);
        if (icon != null) {
            label.setGraphic(icon(icon));
        }
        box.getChildren().add(label);
    }

    static FontIcon icon(Ikon code) {
        return new FontIcon(code);
    }

    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
