package stint.server.trust;

import java.util.HashSet;
import java.util.Set;

/**
 * Remembers which signed requests came already, for as long as their time would still be accepted.
 * What was signed before this memory began is not accepted at all: a restart forgets nothing that
 * could be used. Thread-safe.
 */
final class Nonces {

    /** A request may be so much older or younger than the server's clock. */
    static final long WINDOW_MILLIS = 120_000;

    private final long beganMillis;
    private Set<String> newer = new HashSet<>();
    private Set<String> older = new HashSet<>();
    private long turnMillis;

    Nonces(long nowMillis) {
        beganMillis = nowMillis;
        turnMillis = nowMillis;
    }

    /** Whether a request of that time can be judged at all. */
    synchronized boolean inTime(long requestMillis, long nowMillis) {
        return requestMillis >= beganMillis && Math.abs(requestMillis - nowMillis) <= WINDOW_MILLIS;
    }

    /** Whether this one comes for the first time. */
    synchronized boolean first(String nonce, long nowMillis) {
        if (Math.abs(nowMillis - turnMillis) > 2 * WINDOW_MILLIS) {
            older = newer;
            newer = new HashSet<>();
            turnMillis = nowMillis;
        }
        return !older.contains(nonce) && newer.add(nonce);
    }
}
