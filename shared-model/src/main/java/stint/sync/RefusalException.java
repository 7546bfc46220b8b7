package stint.sync;

import java.util.OptionalLong;

/** A server does not take what it was sent, or has not what it was asked for; nothing changed. */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** The header contradicts itself or the address. */
        MALFORMED,
        /** More events than one batch may have. */
        TOO_LARGE,
        /** One event can't be read. */
        EVENT_UNREADABLE,
        /** An event is not the one its place in the batch says. */
        EVENT_MISPLACED,
        /** The hashes don't fit the events (EV-2). */
        CHAIN_BROKEN,
        /** An event has the number of one that is held, and other bytes (SY-2). */
        FORK,
        /** The reader's position is not of this store's life; it starts over (SY-3). */
        GENERATION
    }

    private final Kind kind;
    private final long sequence;

    private RefusalException(Kind kind, long sequence, String detail) {
        // An answer, not a defect: nobody reads its stack.
        super(detail, null, false, false);
        this.kind = kind;
        this.sequence = sequence;
    }

    static RefusalException of(Kind kind, String detail) {
        return new RefusalException(kind, 0, detail);
    }

    static RefusalException at(long sequence, Kind kind, String detail) {
        return new RefusalException(kind, sequence, detail);
    }

    /** Why. */
    public Kind kind() {
        return kind;
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
