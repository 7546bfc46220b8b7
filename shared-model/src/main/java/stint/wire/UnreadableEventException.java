package stint.wire;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;

import java.util.Optional;

/**
 * The bytes are no event that this release understands (EX-1). Says what could be read of them all
 * the same.
 */
public final class UnreadableEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient @Nullable EventId id;

    /** Why it can't be read; what to do differs. */
    public enum Kind {
        /**
         * Written by a newer release: keep it, and read it again after an upgrade. The identity is
         * known.
         */
        NEWER_VERSION,
        /** A version we know has no such type: refuse it. */
        UNKNOWN_TYPE,
        /** No event at all, or a value out of range: refuse it. */
        MALFORMED
    }

    UnreadableEventException(
            Kind kind, @Nullable EventId id, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.id = id;
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /**
     * The event's identity, where it could be read; always present for {@link Kind#NEWER_VERSION}.
     */
    public Optional<EventId> id() {
        return Optional.ofNullable(id);
    }
}
