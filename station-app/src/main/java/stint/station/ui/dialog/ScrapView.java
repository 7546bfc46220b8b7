package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.station.ui.bench.Problem;
import stint.station.ui.kit.PieceGrid.Piece;

import java.util.List;

/**
 * How many pieces are scrap, and why. Immutable.
 *
 * @param step the task's name
 * @param typed a quantity, or a serial, as typed
 * @param byName whether pieces are named; else they are counted
 * @param pieces one page of the pieces to choose from, where they are named
 * @param page which page, from 0
 * @param pages how many there are, at least 1
 * @param count how many pieces it would be; 0 for none yet
 * @param reasons the managed reasons
 * @param busy whether an outcome is awaited
 * @param problem what was wrong; absent when nothing is
 */
public record ScrapView(
        String step,
        String typed,
        boolean byName,
        List<Piece> pieces,
        int page,
        int pages,
        long count,
        List<Choice> reasons,
        boolean busy,
        @Nullable Problem problem) {

    /** Copies the lists. */
    public ScrapView {
        pieces = List.copyOf(pieces);
        reasons = List.copyOf(reasons);
    }

    /** A reason to tap. */
    public record Choice(String code, String label, boolean chosen) {}
}
