package stint.domain.office;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One thing that is wrong with what was asked (DP-3). {@link PlanWords} says it in a language.
 *
 * @param code which rule
 * @param field the field of the form it is about; absent where it is about none
 * @param args what the words need; dates as {@code 2025-11-10}, moments as {@code
 *     2025-11-10T08:00:00Z}
 * @param changes what changed meanwhile, for {@link Code#STALE}; else empty
 */
public record PlanRefusal(
        Code code, @Nullable String field, List<String> args, List<Change> changes) {

    /**
     * A field that is another one than whoever asked had seen.
     *
     * @param field which
     * @param was what they saw; empty for nothing
     * @param is what it is now; empty for nothing
     */
    public record Change(String field, String was, String is) {}

    /** Copies the lists. */
    public PlanRefusal {
        args = List.copyOf(args);
        changes = List.copyOf(changes);
    }

    static PlanRefusal of(Code code, @Nullable String field, Object... args) {
        return new PlanRefusal(
                code, field, Arrays.stream(args).map(String::valueOf).toList(), List.of());
    }

    /** A guided run keeps its SOP from being deleted (SOP-6). */
    public static PlanRefusal runOpen(String worker, String station, Instant since) {
        return of(Code.RUN_OPEN, null, worker, station, since);
    }

    static PlanRefusal stale(String what, String by, String since, List<Change> changes) {
        return new PlanRefusal(Code.STALE, null, List.of(what, by, since), changes);
    }

    /** The rules; each has its words in every language. */
    public enum Code {
        NAME_REQUIRED,
        CODE_INVALID,
        QUANTITY_INVALID,
        ATELIER_TOO_LARGE,
        OEM_TOO_SMALL,
        ROUTING_REQUIRED,
        ROUTING_UNKNOWN,
        ROUTING_NOT_PUBLISHED,
        CUSTOMER_REQUIRED,
        PRODUCT_REQUIRED,
        PRODUCT_UNKNOWN,
        SCHEDULE_REQUIRED,
        SCHEDULE_REVERSED,
        DUE_REQUIRED,
        DUE_TOO_SOON,
        DUE_BEFORE_END,
        ORDER_UNKNOWN,
        ORDER_CANCELLED,
        ORDER_DONE,
        ORDER_STARTED,
        NOT_SCHEDULED,
        TOO_EARLY,
        SCHEDULE_LOCKED,
        QUANTITY_LOCKED,
        ORDER_LOCKED,
        JOB_UNKNOWN,
        JOB_DONE,
        JOB_LOCKED,
        QUANTITY_BEGUN,
        STALE,
        ROUTING_EMPTY,
        ROUTING_TOO_LARGE,
        OPERATION_NUMBER,
        OPERATION_NAME,
        OPERATION_MODE,
        OPERATION_STATION,
        OPERATION_MINUTES,
        EDGE_NOWHERE,
        ROUTING_CYCLE,
        OPERATION_ORPHAN,
        ROUTING_SPLIT,
        GTIN_INVALID,
        SERIAL_PATTERN,
        OPERATOR_UNKNOWN,
        OPERATOR_INACTIVE,
        LANGUAGE_UNKNOWN,
        ROLE_ADMIN_ONLY,
        LAST_ADMIN,
        BENCH_UNKNOWN,
        NEW_JOBS_HALF,
        LABEL_REQUIRED,
        SKILL_MISSING,
        SHARES_EXCEED,
        TASK_UNKNOWN,
        TASK_DONE,
        REASON_REQUIRED,
        LIMIT_INVALID,
        TEXT_TOO_LONG,
        ORDER_TWICE,
        NOT_A_NUMBER,
        NOT_A_DATE,
        COLUMN_MISSING,
        COLUMN_UNKNOWN,
        CSV_UNREADABLE,
        RUN_OPEN
    }
}
