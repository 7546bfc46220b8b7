package stint.station.ui.cover;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Controls;

/** A few large words over everything. It takes every touch. On the FX thread only. */
public final class CoverPane extends VBox {

    private final Label mark = new Label();
    private final Label title = new Label();
    private final Label large = new Label();
    private final Label notice = new Label();
    private final Label hint = new Label();

    /**
     * What it says. Immutable.
     *
     * @param cleaning whether the panel is being wiped; else nobody is there
     * @param title the bench, or what is going on
     * @param large the time, or the seconds left
     * @param notice what is abnormal about the sync; empty for nothing
     * @param hint what to do
     */
    public record Words(boolean cleaning, String title, String large, String notice, String hint) {}

    /** Made by the FXML loader. */
    public CoverPane() {
        getStyleClass().add("cover");
        setAlignment(Pos.CENTER);
        mark.getStyleClass().add("cover-mark");
        title.getStyleClass().add("cover-title");
        title.setId("coverTitle");
        large.getStyleClass().add("cover-large");
        large.setId("coverLarge");
        notice.getStyleClass().add("sync");
        notice.setId("coverNotice");
        notice.setGraphic(Controls.icon(Material2AL.CLOUD_OFF));
        hint.getStyleClass().add("cover-hint");
        getChildren().setAll(mark, title, large, notice, hint);
    }

    /** Says it. */
    public void show(Words words) {
        Ikon ikon = words.cleaning() ? Material2AL.CLEANING_SERVICES : Material2MZ.TOUCH_APP;
        mark.setGraphic(Controls.icon(ikon));
        title.setText(words.title());
        large.setText(words.large());
        Controls.showOrHide(notice, words.notice());
        hint.setText(words.hint());
        setAccessibleText(words.title() + ", " + words.large() + ", " + words.hint());
    }
}
