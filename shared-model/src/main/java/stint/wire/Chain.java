package stint.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A station's hash chain: each event's hash covers the one before it and the event's exact bytes,
 * so that a gap or a change shows (EV-2, SY-4). Not thread-safe.
 */
public final class Chain {

    private final MessageDigest digest;
    private Hash head;

    /**
     * A chain that stands at the given hash; {@link Hash#ZERO} for a station that has written
     * nothing.
     */
    public Chain(Hash head) {
        this.head = head;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The hash of the last event. */
    public Hash head() {
        return head;
    }

    /** Takes the next event's bytes and returns its hash, which is the new head. */
    public Hash append(byte[] body) {
        digest.update(head.toBytes());
        digest.update(body);
        head = Hash.of(digest.digest());
        return head;
    }

    /** The hash of one event after another. */
    public static Hash next(Hash previous, byte[] body) {
        return new Chain(previous).append(body);
    }
}
