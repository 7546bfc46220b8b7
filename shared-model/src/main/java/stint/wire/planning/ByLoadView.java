package stint.wire.planning;

import java.util.List;

/**
 * A task whose shares would be others if they were reckoned by load now (DP-5).
 *
 * @param sequence the task's number
 * @param was who is to do what
 * @param would who would be
 */
public record ByLoadView(int sequence, List<ShareView> was, List<ShareView> would) {

    /** Copies the lists. */
    public ByLoadView {
        was = List.copyOf(was);
        would = List.copyOf(would);
    }
}
