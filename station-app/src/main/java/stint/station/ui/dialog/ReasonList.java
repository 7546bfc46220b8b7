package stint.station.ui.dialog;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Controls;

import java.util.List;
import java.util.function.Consumer;

/** Reasons to tap, one of which holds. On the FX thread only. */
final class ReasonList {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private ReasonList() {}

    static void draw(VBox box, List<Choice> reasons, Consumer<String> tapped) {
        if (box.getChildren().size() != reasons.size()) {
            box.getChildren().clear();
            for (Choice reason : reasons) {
                Button button =
                        Controls.button(
                                reason.label(), () -> tapped.accept(reason.code()), "reason");
                button.setMaxWidth(Double.MAX_VALUE);
                button.setId("reason-" + reason.code());
                box.getChildren().add(button);
            }
        }
        for (int index = 0; index < reasons.size(); index++) {
            boolean chosen = reasons.get(index).chosen();
            Button button = (Button) box.getChildren().get(index);
            button.pseudoClassStateChanged(CHOSEN, chosen);
            button.setGraphic(
                    Controls.icon(
                            chosen
                                    ? Material2AL.CHECK_CIRCLE
                                    : Material2MZ.RADIO_BUTTON_UNCHECKED));
        }
    }
}
