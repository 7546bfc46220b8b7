package stint.station.ui.queue;

import static stint.station.ui.kit.Controls.icon;
import static stint.station.ui.kit.Controls.label;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.queue.QueueView.Card;

import java.util.Locale;

/** One card: all of it is the target. On the FX thread only. */
final class CardButton extends Button {

    private final VBox content;

    CardButton(Card card, Runnable open) {
        getStyleClass().addAll("card", card.mark().name().toLowerCase(Locale.ROOT));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMinSize(0, 0);
        setAccessibleText(card.spoken());
        setId("card-" + card.task());
        setOnAction(event -> open.run());
        ProgressBar bar = new ProgressBar(card.progress());
        bar.setMaxWidth(Double.MAX_VALUE);
        content = new VBox(head(card), step(card), bar, foot(card));
        content.getStyleClass().add("content");
        setGraphic(content);
    }

    /** A button gives its graphic what that asks for, no more; a card's fills its place. */
    @Override
    protected void layoutChildren() {
        content.setPrefSize(
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
        super.layoutChildren();
    }

    private static Node head(Card card) {
        Label heading = new Label(card.heading());
        // The due date is more urgent than the rest of a long name.
        heading.getStyleClass().addAll("heading", "may-be-cut");
        heading.setMinWidth(0);
        HBox.setHgrow(heading, Priority.ALWAYS);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox head =
                new HBox(label(card.line(), "line", card.atelier() ? "atelier" : "oem"), heading);
        if (!card.due().isEmpty()) {
            Label due = label(card.due(), card.late() ? "late" : "due");
            due.setGraphic(icon(card.late() ? Material2MZ.WARNING : Material2AL.EVENT));
            head.getChildren().add(due);
        }
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node step(Card card) {
        Label step = new Label(card.step());
        step.getStyleClass().add("step");
        step.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row =
                new HBox(step, space, label(card.good(), "good"), label(card.target(), "target"));
        row.getStyleClass().add("count");
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Node foot(Card card) {
        HBox foot = new HBox();
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        switch (card.mark()) {
            case ACTIVE -> add(foot, card.mine(), Material2MZ.PLAY_CIRCLE_FILLED, "mine");
            case HELD -> add(foot, card.mine(), Material2MZ.PAUSE_CIRCLE_FILLED, "mine");
            case YOURS -> add(foot, card.mine(), Material2AL.ASSIGNMENT_IND, "mine");
            case THEIRS -> add(foot, card.mine(), Material2AL.ASSIGNMENT_IND, "others");
            case FREE -> {
                // Nothing of one's own to say.
            }
        }
        add(foot, card.others(), Material2AL.GROUP, "others");
        add(foot, card.ready(), Material2AL.INBOX, "ready");
        return foot;
    }

    private static void add(HBox foot, String text, Ikon ikon, String style) {
        if (!text.isEmpty()) {
            Label label = new Label(text, icon(ikon));
            label.getStyleClass().add(style);
            if (style.equals("others")) {
                // Of many names the last ones give way.
                label.getStyleClass().add("may-be-cut");
                label.setMinWidth(0);
            } else {
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
            foot.getChildren().add(label);
        }
    }
}
