package stint.station.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.material2.Material2AL;

/** What went wrong, where the hand is; not there while nothing is. On the FX thread only. */
public final class ProblemLabel extends Label {

    /** Made by the FXML loader. */
    public ProblemLabel() {
        getStyleClass().add("problem");
        setId("problem");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        // Never cut: what is below makes room.
        setMinHeight(Region.USE_PREF_SIZE);
        setGraphic(Controls.icon(Material2AL.ERROR_OUTLINE));
        say("", "");
    }

    /**
     * Says it; an empty text takes it away.
     *
     * @param code what support would ask for; read out as help, not shown
     */
    public void say(String words, String code) {
        Controls.showOrHide(this, words);
        setAccessibleHelp(code);
    }
}
