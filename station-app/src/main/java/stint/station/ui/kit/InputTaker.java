package stint.station.ui.kit;

/**
 * Where typing and scanning go: the screen that is on top. What a screen has no use for, it leaves
 * out. On the FX thread only.
 */
public interface InputTaker {

    /** A whole code came from the scanner. */
    default void scanned(String code) {}

    /**
     * A printed order was scanned.
     *
     * @return false when it means nothing here
     */
    default boolean ordered(Order order) {
        return switch (order) {
            case Order.Digit digit -> {
                typed(String.valueOf(digit.value()));
                yield true;
            }
            case Order.Reason reason -> false;
            case Order.Act act ->
                    switch (act) {
                        case OK -> {
                            enter();
                            yield true;
                        }
                        case BACK -> {
                            back();
                            yield true;
                        }
                        case CLEAR -> {
                            clear();
                            yield true;
                        }
                        default -> false;
                    };
        };
    }

    /** Characters typed by a person; one, or a few typed fast. */
    default void typed(String characters) {}

    /**
     * Whether words are written here: then a blank is one of their letters, and presses nothing.
     */
    default boolean takesBlanks() {
        return false;
    }

    /** Backspace: takes back the last character. */
    default void erase() {}

    /** Takes back all that was typed. */
    default void clear() {}

    /** Enter with no button in focus: the primary action. */
    default void enter() {}

    /** Escape: back, where there is a way back. */
    default void back() {}

    /** A function key that stands for an order. */
    default void pressed(Order order) {}

    /** F10: the bench's own menu. */
    default void menu() {}
}
