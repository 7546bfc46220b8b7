package stint.station.ui.checklist;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Checklist;
import stint.station.ui.bench.Problem;

import java.util.List;

/**
 * What a checklist shows. Immutable.
 *
 * @param title when it is gone through, and where
 * @param progress how much of it is done, in words
 * @param rows the items of this page
 * @param page which page, from 0
 * @param pages how many there are, at least 1
 * @param ready whether nothing required is missing
 * @param done the words of the button that ends it
 * @param busy whether an outcome is awaited
 * @param problem what was wrong; absent when nothing is
 */
public record ChecklistView(
        String title,
        String progress,
        List<Row> rows,
        int page,
        int pages,
        boolean ready,
        String done,
        boolean busy,
        @Nullable Problem problem) {

    /** Copies the list. */
    public ChecklistView {
        rows = List.copyOf(rows);
    }

    /**
     * One thing to look at.
     *
     * @param number its place on the page, from 1: the digit that answers it
     * @param label what it says
     * @param ask what it asks for
     * @param answer what was written; empty for nothing yet
     * @param done whether it is answered, or asks for nothing
     * @param missing whether it was asked for in vain
     * @param note what to know about it, smaller; empty for nothing
     */
    public record Row(
            String key,
            int number,
            String label,
            Checklist.Ask ask,
            String answer,
            boolean done,
            boolean missing,
            String note) {}
}
