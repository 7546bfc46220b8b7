package stint.station.ui.kit;

/**
 * Where typing and scanning go: the screen that is on top. What a screen has no use for, it leaves
 * out. On the FX thread only.
 */
public interface InputTaker {

    /** A whole code came from the scanner. */
    default void scanned(String code) {}

    /** Characters typed by a person; one, or a few typed fast. */
    default void typed(String characters) {}

    /** Backspace: takes back the last character. */
    default void erase() {}

    /** Takes back all that was typed. */
    default void clear() {}

    /** Enter with no button in focus: the primary action. */
    default void enter() {}

    /** Escape: back, where there is a way back. */
    default void back() {}
}
