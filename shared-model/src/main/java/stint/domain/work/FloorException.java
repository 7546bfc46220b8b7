package stint.domain.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

/**
 * Something impossible or unwanted that the floor's merged history holds; a person should look (EX-1).
 *
 * @param type what kind
 * @param claims the events that together show it, in canonical order; the first one names the exception
 */
public record FloorException(
        Type type,
        @Nullable TaskId task,
        @Nullable Serial serial,
        @Nullable OperatorCode operator,
        @Nullable StationCode station,
        List<EventId> claims) {

    /** Copies the claims. */
    public FloorException {
        claims = List.copyOf(claims);
    }

    /** The kinds that exist; each names the rule that raises it. */
    public enum Type {
        /** More good pieces than the tolerance allows, without leave (PR-4). */
        OVER_PRODUCTION,
        /** The same serial twice at one task (SN-2). */
        DUPLICATE_SERIAL,
        /** One operator open at two benches (OS-10). */
        OPERATOR_TWO_BENCHES,
        /** Work recorded on a task that was done (PR-5). */
        AFTER_DONE
    }
}
