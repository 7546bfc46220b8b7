package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A station as it is planned (ST-1).
 *
 * @param code names it
 * @param secondStart {@code switch}, {@code refuse} or {@code parallel}
 * @param bench the bench PC that serves it; absent where it is one itself
 * @param type what it is equipped for
 * @param area the part of the floor
 * @param operators who may use it, by code; empty for everybody
 * @param line the line of jobs that are begun here by number
 * @param task what their one task is called
 * @param checks how many checks it asks for, opening and closing together (ST-2)
 * @param trust {@code enrolled}, {@code offered} or {@code revoked}; absent for one that was never
 *     to enrol (SY-4)
 * @param version the version that holds
 */
public record PlannedStationView(
        String code,
        String secondStart,
        @Nullable String bench,
        @Nullable String type,
        @Nullable String area,
        List<String> operators,
        @Nullable String line,
        @Nullable String task,
        int checks,
        @Nullable String trust,
        String version) {

    /** Copies the list. */
    public PlannedStationView {
        operators = List.copyOf(operators);
    }
}
