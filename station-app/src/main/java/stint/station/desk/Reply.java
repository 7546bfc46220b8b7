package stint.station.desk;

import stint.wire.planning.RefusalView;
import stint.wire.protocol.Problem;

import java.util.List;
import java.util.function.Consumer;

/**
 * What came of a question or a request to the server. Immutable.
 *
 * @param <T> the answer
 */
public sealed interface Reply<T> {

    /** It was done, or this is the answer. */
    record Ok<T>(T value) implements Reply<T> {}

    /** The server said no, and why: all that is wrong at once, in words (DP-3). */
    record Refused<T>(Problem problem) implements Reply<T> {}

    /** Somebody changed it meanwhile; the words say what changed. Nothing was done. */
    record Stale<T>(Problem problem) implements Reply<T> {}

    /** The server did not answer, or can't do it now. Whether it was done is not known. */
    record Unreachable<T>() implements Reply<T> {}

    /** Takes the answer, if there is one. */
    default void ifOk(Consumer<? super T> taker) {
        if (this instanceof Ok<T>(T value)) {
            taker.accept(value);
        }
    }

    /** What is wrong, each with its field and its words; empty where nothing, or no plan, is. */
    default List<RefusalView> refusals() {
        return switch (this) {
            case Ok<T> ok -> List.of();
            case Unreachable<T> gone -> List.of();
            case Refused<T>(Problem problem) -> refusals(problem);
            case Stale<T>(Problem problem) -> refusals(problem);
        };
    }

    private static List<RefusalView> refusals(Problem problem) {
        List<RefusalView> refusals = problem.refusals();
        return refusals == null ? List.of() : refusals;
    }
}
