package stint.domain.office;

import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.plan.Share;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.TaskState;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a task is left for one operator, as its shares say (DP-5, DP-6). The same at a bench as
 * last known.
 *
 * @param own pieces that are theirs and not yet made
 * @param free whether there are pieces that nobody was given, for whoever takes them
 * @param others to whom the rest was given, in the order of their pieces
 */
public record Allotment(long own, boolean free, List<OperatorCode> others) {

    /** Copies the list. */
    public Allotment {
        others = List.copyOf(others);
    }

    /** An operator's part of a task that is planned. */
    public static Allotment of(FloorView floor, TaskState task, OperatorCode operator) {
        List<Share> shares = floor.planning().sharesOf(task.id());
        long own = 0;
        long given = 0;
        for (Share share : shares) {
            given += share.pieces();
            own += share.operator().equals(operator) ? share.pieces() : 0;
        }
        long target = Objects.requireNonNull(task.job()).target();
        return new Allotment(
                Math.max(0, own - Load.made(task, operator)),
                given < target,
                shares.stream()
                        .map(Share::operator)
                        .filter(other -> !other.equals(operator))
                        .distinct()
                        .toList());
    }

    /**
     * The first piece given to an operator that is not made yet; none where pieces have no names.
     */
    public static Optional<Serial> next(FloorView floor, TaskState task, OperatorCode operator) {
        List<Serial> pieces = floor.flow(task.id().ticket()).map(JobFlow::pieces).orElse(List.of());
        int from = 0;
        for (Share share : floor.planning().sharesOf(task.id())) {
            int to = Math.min(pieces.size(), from + share.pieces());
            if (share.operator().equals(operator)) {
                Optional<Serial> next =
                        pieces.subList(from, to).stream()
                                .filter(serial -> !task.isComplete(serial))
                                .findFirst();
                if (next.isPresent()) {
                    return next;
                }
            }
            from = to;
        }
        return Optional.empty();
    }
}
