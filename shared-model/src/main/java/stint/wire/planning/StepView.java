package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An operation of a job, and where its tokens are.
 *
 * @param sequence its number
 * @param name the step's name
 * @param mode {@code piece} or {@code batch}
 * @param stationType what kind of station it wants
 * @param skill what its operator must have learnt
 * @param minutes minutes a piece usually takes
 * @param status {@code pending}, {@code in_progress} or {@code done}
 * @param cancelled whether it was cancelled
 * @param good pieces made
 * @param scrap pieces lost
 * @param ready pieces that wait for it
 * @param readySerials the first of them, by serial
 * @param shares who is to do what
 * @param sharesVersion the version of that
 * @param active who is at it, by name
 * @param paused who pauses, by name
 */
public record StepView(
        int sequence,
        String name,
        String mode,
        @Nullable String stationType,
        @Nullable String skill,
        int minutes,
        String status,
        boolean cancelled,
        long good,
        long scrap,
        long ready,
        List<String> readySerials,
        List<ShareView> shares,
        @Nullable String sharesVersion,
        List<String> active,
        List<String> paused) {

    /** Copies the lists. */
    public StepView {
        readySerials = List.copyOf(readySerials);
        shares = List.copyOf(shares);
        active = List.copyOf(active);
        paused = List.copyOf(paused);
    }
}
