package stint.station.ui.entry;

import stint.station.ui.kit.PieceGrid.Piece;

import java.util.List;

/** How pieces are entered, and as far as they are. Immutable. */
public sealed interface Entry {

    /** Not now. */
    record None() implements Entry {}

    /**
     * By number.
     *
     * @param typed the digits as typed; empty for none
     */
    record Quantity(String typed) implements Entry {}

    /**
     * By name.
     *
     * @param typed a serial as far as typed; empty for none
     * @param pieces one page of those to choose from
     * @param page which page, from 0
     * @param pages how many there are, at least 1
     * @param chosen how many are chosen
     */
    record Pieces(String typed, List<Piece> pieces, int page, int pages, int chosen)
            implements Entry {

        /** Copies the list. */
        public Pieces {
            pieces = List.copyOf(pieces);
        }
    }

    /** How many pieces it would be; 0 for none yet, or for what is no number. */
    default long count() {
        return switch (this) {
            case None none -> 0;
            case Quantity quantity ->
                    stint.station.ui.kit.Quantity.parse(quantity.typed()).orElse(0L);
            case Pieces pieces -> pieces.chosen();
        };
    }
}
