package stint.station.ui.kit;

import java.util.Optional;

/** Reads a number of pieces as typed. */
public final class Quantity {

    /** What is longer is no number of pieces, and must not overflow. */
    private static final int DIGITS_MAX = 15;

    private Quantity() {}

    /**
     * A whole number in digits, whatever it is: whether it makes sense is for the rules to say.
     * Empty for anything else.
     */
    public static Optional<Long> parse(String text) {
        boolean number = text.matches("-?[0-9]{1," + DIGITS_MAX + "}");
        return number ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
