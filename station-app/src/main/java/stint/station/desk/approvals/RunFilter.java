package stint.station.desk.approvals;

import stint.wire.protocol.WorkSessionView;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which of the runs to show. Pure.
 *
 * @param which by where they stand
 * @param search what SOP, worker, task or station holds; empty for all
 */
record RunFilter(Which which, String search) {

    /** By where they stand. */
    enum Which {
        /** Completed, and nobody has approved them. */
        WAITING,
        APPROVED,
        OPEN,
        ALL
    }

    /**
     * The runs that are wanted, newest first, as the server lists them.
     *
     * @param name of a worker, by their code
     */
    List<WorkSessionView> of(List<WorkSessionView> runs, UnaryOperator<String> name) {
        return runs.stream().filter(run -> wanted(run) && found(run, name)).toList();
    }

    private boolean wanted(WorkSessionView run) {
        return switch (which) {
            case WAITING -> waits(run);
            case APPROVED -> run.locked();
            case OPEN -> run.status().equals("in_progress") || run.status().equals("paused");
            case ALL -> true;
        };
    }

    /** Whether a supervisor is to approve it (SOP-5). */
    static boolean waits(WorkSessionView run) {
        return run.status().equals("completed") && !run.locked();
    }

    private boolean found(WorkSessionView run, UnaryOperator<String> name) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return Stream.of(
                        run.sopId(),
                        run.sopTitle(),
                        run.workerId(),
                        name.apply(run.workerId()),
                        run.taskId() == null ? "" : run.taskId(),
                        run.stationId())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
