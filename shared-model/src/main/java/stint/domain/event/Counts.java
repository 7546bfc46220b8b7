package stint.domain.event;

import java.util.List;

/** The limits of a quantity in a recorded fact. */
public final class Counts {

    /** The largest quantity one event may carry; beyond it a person has mistyped. */
    public static final int QUANTITY_MAX = 1_000_000;

    private Counts() {}

    static void requireCount(int quantity, List<Serial> serials) {
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            throw new IllegalArgumentException(
                    "quantity must be 1 to " + QUANTITY_MAX + ": " + quantity);
        }
        if (!serials.isEmpty() && serials.size() != quantity) {
            throw new IllegalArgumentException(
                    "quantity " + quantity + " does not match " + serials.size() + " serials");
        }
    }
}
