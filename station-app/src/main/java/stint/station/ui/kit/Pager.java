package stint.station.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.function.IntConsumer;

/**
 * Turns pages: a gloved finger hits a key, but scrolls badly. There only where there is more than
 * one page. On the FX thread only.
 */
public final class Pager extends HBox {

    private final Button previous = new Button();
    private final Label place = new Label();
    private final Button next = new Button();

    /** Made by the FXML loader; dead until {@link #connect}. */
    public Pager() {
        getStyleClass().add("pager");
        setAlignment(Pos.CENTER);
        previous.setId("previous");
        previous.getStyleClass().add("quiet");
        place.setId("pageNumber");
        place.getStyleClass().add("page-number");
        next.setId("next");
        next.getStyleClass().add("quiet");
        getChildren().setAll(previous, place, next);
        show(0, 1);
    }

    /**
     * Gives it something to do.
     *
     * @param turn takes -1 or 1
     */
    public void connect(Texts texts, IntConsumer turn) {
        Controls.say(previous, texts.text("page.previous"), Controls.before(texts));
        Controls.say(next, texts.text("page.next"), Controls.after(texts));
        previous.setOnAction(event -> turn.accept(-1));
        next.setOnAction(event -> turn.accept(1));
    }

    /**
     * Shows where one is.
     *
     * @param page from 0
     * @param pages at least 1
     */
    public void show(int page, int pages) {
        Controls.show(this, pages > 1);
        place.setText((page + 1) + " / " + pages);
        previous.setDisable(page == 0);
        next.setDisable(page >= pages - 1);
    }
}
