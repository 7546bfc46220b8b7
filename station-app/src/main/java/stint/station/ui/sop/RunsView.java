package stint.station.ui.sop;

import java.util.List;

/**
 * What may be begun step by step, and what was. Immutable.
 *
 * @param title what it is about
 * @param starts what may be begun or gone on with; the first is the one most likely meant
 * @param notice the words in their place where there are none; else empty
 * @param heading what the runs are
 * @param rows runs, newest first
 * @param page which page of them, from 0
 * @param pages how many there are, at least 1
 * @param problem what was wrong; empty when nothing is
 * @param busy whether an outcome is awaited
 */
record RunsView(
        String title,
        List<Start> starts,
        String notice,
        String heading,
        List<Row> rows,
        int page,
        int pages,
        String problem,
        boolean busy) {

    /** Copies the lists. */
    RunsView {
        starts = List.copyOf(starts);
        rows = List.copyOf(rows);
    }

    /**
     * Something to begin, or to go on with.
     *
     * @param code an SOP's code; for what is open already, its run
     * @param open whether it is open already
     * @param label its words
     */
    record Start(String code, boolean open, String label) {}

    /**
     * A run.
     *
     * @param id which
     * @param what its SOP
     * @param when when it began, and whose it is
     * @param state how it stands
     */
    record Row(String id, String what, String when, String state) {}
}
