package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.station.ui.bench.Problem;
import stint.station.ui.entry.Entry;

import java.util.List;

/**
 * How many pieces are scrap, and why. Immutable.
 *
 * @param step the task's name
 * @param entry which pieces, or how many
 * @param reasons the managed reasons
 * @param busy whether an outcome is awaited
 * @param problem what was wrong; absent when nothing is
 */
public record ScrapView(
        String step, Entry entry, List<Choice> reasons, boolean busy, @Nullable Problem problem) {

    /** Copies the list. */
    public ScrapView {
        reasons = List.copyOf(reasons);
    }
}
