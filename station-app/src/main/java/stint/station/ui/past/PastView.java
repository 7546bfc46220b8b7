package stint.station.ui.past;

import java.util.List;

/**
 * A page of what somebody did. Immutable.
 *
 * @param rows newest first
 * @param page which page, from 0
 * @param more whether there is another
 * @param notice the words in place of rows: still looking, none, or not to be had; else empty
 */
public record PastView(List<Row> rows, int page, boolean more, String notice) {

    /** Copies the list. */
    public PastView {
        rows = List.copyOf(rows);
    }

    /**
     * A session.
     *
     * @param when day and time it began
     * @param what step and job
     * @param made what came out of it
     * @param state what became of it
     */
    public record Row(String when, String what, String made, String state) {}
}
