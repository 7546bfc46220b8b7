package stint.station.desk;

import javafx.scene.Node;

/**
 * A page of the desk. It is made once for each person who signs in, and stays when another page is
 * looked at. On the FX thread only.
 */
public interface DeskPage {

    /** Names it; {@code page.KEY} is its title in the desk's texts. */
    String key();

    /** What is shown; the same every time. */
    Node view();

    /** It is opened, or is to be read anew: asks the server. */
    void shown();

    /** Another page is opened. */
    default void left() {}

    /** The server has something new, while this page is the one that is shown. */
    default void news() {}

    /**
     * It is opened to look at one thing.
     *
     * @param what its code, such as a job's ticket
     */
    default void open(String what) {}
}
