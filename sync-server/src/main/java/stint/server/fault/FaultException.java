package stint.server.fault;

import org.jspecify.annotations.Nullable;

import stint.domain.office.PlanRefusal;
import stint.sync.RefusalException;

import java.util.List;
import java.util.OptionalLong;

/** A request is refused; the answer is a problem document. Its detail is shown to the caller. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final long sequence;

    @SuppressWarnings("serial") // Never serialized: it becomes a problem document.
    private final List<Refused> refusals;

    @SuppressWarnings("serial") // As the above.
    private final List<String> sessions;

    /**
     * One thing that is wrong with a plan.
     *
     * @param line the line of an import, from 1; 0 where there are none
     */
    public record Refused(int line, PlanRefusal refusal) {}

    private FaultException(Fault fault, long sequence, String detail, @Nullable Throwable cause) {
        this(fault, sequence, detail, cause, List.of(), List.of());
    }

    private FaultException(
            Fault fault,
            long sequence,
            String detail,
            @Nullable Throwable cause,
            List<Refused> refusals,
            List<String> sessions) {
        // A refusal is an answer, not a defect: nobody reads its stack.
        super(detail, cause, false, false);
        this.fault = fault;
        this.sequence = sequence;
        this.refusals = List.copyOf(refusals);
        this.sessions = List.copyOf(sessions);
    }

    /** A plan is refused, with all that is wrong (DP-3). */
    public static FaultException refused(List<Refused> refusals) {
        boolean stale =
                refusals.stream()
                        .anyMatch(refused -> refused.refusal().code() == PlanRefusal.Code.STALE);
        return new FaultException(
                stale ? Fault.STALE : Fault.REFUSED,
                0,
                refusals.size() + " things are wrong",
                null,
                refusals,
                List.of());
    }

    /** A refusal because of work sessions (SOP-6, SOP-9). */
    public static FaultException about(Fault fault, String detail, List<String> sessions) {
        return new FaultException(fault, 0, detail, null, List.of(), sessions);
    }

    /**
     * The same, each of them in the words of a plan's refusals.
     *
     * @param refusals one for each session
     */
    public static FaultException about(
            Fault fault, String detail, List<String> sessions, List<PlanRefusal> refusals) {
        return new FaultException(
                fault,
                0,
                detail,
                null,
                refusals.stream().map(refusal -> new Refused(0, refusal)).toList(),
                sessions);
    }

    /** The work sessions in the way; none where there are none. */
    public List<String> sessions() {
        return sessions;
    }

    /** A refusal of the whole request. */
    public static FaultException of(Fault fault, String detail) {
        return new FaultException(fault, 0, detail, null);
    }

    /** A refusal of the whole request, with what led to it. */
    public static FaultException of(Fault fault, String detail, Throwable cause) {
        return new FaultException(fault, 0, detail, cause);
    }

    /** A refusal because of one event. */
    public static FaultException at(long sequence, Fault fault, String detail) {
        return new FaultException(fault, sequence, detail, null);
    }

    /** What the rules of syncing refuse. */
    public static FaultException of(RefusalException refusal) {
        Fault fault =
                switch (refusal.kind()) {
                    case MALFORMED -> Fault.MALFORMED;
                    case TOO_LARGE -> Fault.TOO_LARGE;
                    case EVENT_UNREADABLE -> Fault.EVENT_UNREADABLE;
                    case EVENT_MISPLACED -> Fault.EVENT_MISPLACED;
                    case CHAIN_BROKEN -> Fault.CHAIN_BROKEN;
                    case FORK -> Fault.FORK;
                    case GENERATION -> Fault.GENERATION;
                };
        return new FaultException(fault, refusal.sequence().orElse(0), refusal.detail(), refusal);
    }

    /** Which kind. */
    public Fault fault() {
        return fault;
    }

    /** The sequence of the event at fault, where one is. */
    public OptionalLong sequence() {
        return sequence == 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    /** All that is wrong with a plan; empty where that is not the problem. */
    public List<Refused> refusals() {
        return refusals;
    }

    /** What happened, in words for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
