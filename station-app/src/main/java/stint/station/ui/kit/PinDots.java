package stint.station.ui.kit;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How many digits of a PIN are typed, and no more than that. On the FX thread only. */
public final class PinDots extends HBox {

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final int DOTS_MIN = 6;

    /** Made by the FXML loader. */
    public PinDots() {
        getStyleClass().add("dots");
        setAlignment(Pos.CENTER_LEFT);
        show(0);
    }

    /** Shows a number of digits. */
    public void show(int digits) {
        getChildren().clear();
        for (int index = 0; index < Math.max(DOTS_MIN, digits); index++) {
            Region dot = new Region();
            dot.getStyleClass().add("dot");
            dot.pseudoClassStateChanged(FILLED, index < digits);
            getChildren().add(dot);
        }
    }
}
