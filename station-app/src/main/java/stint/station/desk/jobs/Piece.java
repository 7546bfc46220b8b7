package stint.station.desk.jobs;

import stint.wire.planning.JobDetail;
import stint.wire.planning.StepView;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of a job, and where it is.
 *
 * @param serial names it
 * @param waits the operations it is ready for; none when it is through, or was scrapped
 */
record Piece(String serial, List<String> waits) {

    /** Copies the list. */
    Piece {
        waits = List.copyOf(waits);
    }

    /** All pieces of a job, by serial. */
    static List<Piece> of(JobDetail detail) {
        Map<String, List<String>> waits = new HashMap<>();
        for (StepView step : detail.steps()) {
            for (String serial : step.readySerials()) {
                waits.computeIfAbsent(serial, any -> new ArrayList<>()).add(step.name());
            }
        }
        return detail.serials().stream()
                .sorted()
                .map(serial -> new Piece(serial, waits.getOrDefault(serial, List.of())))
                .toList();
    }
}
