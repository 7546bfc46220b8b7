package stint.server.fault;

import org.jspecify.annotations.Nullable;

import stint.sync.RefusalException;

import java.util.OptionalLong;

/** A request is refused; the answer is a problem document. Its detail is shown to the caller. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final long sequence;

    private FaultException(Fault fault, long sequence, String detail, @Nullable Throwable cause) {
        // A refusal is an answer, not a defect: nobody reads its stack.
        super(detail, cause, false, false);
        this.fault = fault;
        this.sequence = sequence;
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

    /** What happened, in words for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
