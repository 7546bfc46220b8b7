package stint.station.ui.kit;

/** A screen's or a question's state and intents. On the FX thread only. */
public interface ScreenModel extends InputTaker {

    /** The floor, the time or something else it is made of has changed. */
    void refresh();

    /** Whether a scanned code is one of what is shown here, and means that before all else. */
    default boolean means(String code) {
        return false;
    }
}
