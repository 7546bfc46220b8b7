package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What is left of a job's open tasks is to be shared out by load and skill (DP-5).
 *
 * @param seen the version of the job that whoever asks had before them; absent for whatever is
 *     there
 * @param shares the versions of its tasks' shares, by the task's number, each task that had any;
 *     absent for whatever is there
 * @param byHand whether also those tasks that a person shared out; else they stay
 */
public record ByLoadRequest(
        @Nullable String seen, @Nullable Map<Integer, String> shares, boolean byHand) {

    /** Copies the versions. */
    public ByLoadRequest {
        shares = shares == null ? null : Map.copyOf(shares);
    }
}
