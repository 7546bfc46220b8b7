package stint.station.ui.kit;

/** Where typing and scanning go: the screen that is on top. On the FX thread only. */
public interface InputTaker {

    /** A whole code came from the scanner. */
    void scanned(String code);

    /** Characters typed by a person; one, or a few typed fast. */
    void typed(String characters);

    /** Backspace. */
    void erase();

    /** Enter with no button in focus: the primary action. */
    void enter();

    /** Escape: back, where there is a way back. */
    void back();
}
