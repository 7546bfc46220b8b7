package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a station is (ST-1).
 *
 * @param secondStart {@code switch}, {@code refuse} or {@code parallel}; absent for the first
 * @param bench the bench PC that serves it; absent where it is one itself
 * @param type what it is equipped for; absent for any work
 * @param area the part of the floor; absent for none
 * @param operators who may use it, by code; empty for everybody
 * @param line the line of jobs that are begun here by number; absent where none are
 * @param task what their one task is called; absent where none are
 * @param seen the version that whoever asks had before them; empty where they saw that there was
 *     none yet, absent for whatever is there
 */
public record PlannedStationRequest(
        String secondStart,
        @Nullable String bench,
        @Nullable String type,
        @Nullable String area,
        List<String> operators,
        @Nullable String line,
        @Nullable String task,
        @Nullable String seen) {

    /** What is missing is empty, or usual. */
    public PlannedStationRequest {
        secondStart = secondStart == null ? "switch" : secondStart;
        operators = operators == null ? List.of() : List.copyOf(operators);
    }
}
