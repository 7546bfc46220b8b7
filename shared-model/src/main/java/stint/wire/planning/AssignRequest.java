package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Who does what of a task (DP-5).
 *
 * @param shares one after the other, in the order of the job's pieces
 * @param seen the version that whoever asks had before them; empty where they saw that nobody had
 *     any of it, absent for whatever is there
 */
public record AssignRequest(List<ShareView> shares, @Nullable String seen) {

    /** What is missing is empty. */
    public AssignRequest {
        shares = shares == null ? List.of() : List.copyOf(shares);
    }
}
