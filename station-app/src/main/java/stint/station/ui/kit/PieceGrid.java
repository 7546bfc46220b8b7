package stint.station.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.function.Consumer;

/** Pieces to tap, three side by side. On the FX thread only. */
public final class PieceGrid {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int COLUMNS = 3;

    private PieceGrid() {}

    /** A piece, and whether it is chosen. */
    public record Piece(String serial, boolean chosen) {}

    /** Draws pieces where others, or the same, were drawn before. */
    public static void draw(GridPane grid, List<Piece> pieces, Consumer<String> tapped) {
        if (pieces.equals(grid.getUserData())) {
            return;
        }
        boolean sameSerials =
                grid.getUserData() instanceof List<?> before
                        && serials(before).equals(serials(pieces));
        grid.setUserData(pieces);
        if (sameSerials) {
            // A button that stays keeps the focus.
            for (int index = 0; index < pieces.size(); index++) {
                mark((Button) grid.getChildren().get(index), pieces.get(index));
            }
            return;
        }
        grid.getChildren().clear();
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            Button button =
                    Controls.button(piece.serial(), () -> tapped.accept(piece.serial()), "piece");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setId("piece-" + piece.serial());
            mark(button, piece);
            grid.add(button, index % COLUMNS, index / COLUMNS);
        }
    }

    private static List<Object> serials(List<?> pieces) {
        return pieces.stream()
                .map(piece -> piece instanceof Piece it ? (Object) it.serial() : piece)
                .toList();
    }

    private static void mark(Button button, Piece piece) {
        button.pseudoClassStateChanged(CHOSEN, piece.chosen());
        button.setGraphic(piece.chosen() ? Controls.icon(Material2AL.CHECK) : null);
    }
}
