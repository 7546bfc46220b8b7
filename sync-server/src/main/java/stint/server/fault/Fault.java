package stint.server.fault;

import java.util.Locale;

/** The kinds of problem the server answers with (RFC 9457), each with its HTTP status and title. */
public enum Fault {
    /** The request can't be read: JSON, header line, number, compression. */
    MALFORMED(400, "The request can't be read"),
    /** Nobody the site knows has signed this. */
    NOT_AUTHENTICATED(401, "Who asks is not proven"),
    /** Signed at a time too far from the server's; sign again, by the server's clock. */
    CLOCK(401, "The clock is too far off to tell a request from its repetition"),
    /** The station was trusted once and is no more (SY-4). */
    REVOKED(403, "The station is trusted no more"),
    /** This caller may not do that. */
    NOT_ALLOWED(403, "Not allowed"),
    /** Nothing has this address, or the thing named does not exist. */
    NOT_FOUND(404, "Not found"),
    /** The address exists, for other methods. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** The request came too slowly. */
    TOO_SLOW(408, "The request took too long to arrive"),
    /** Somebody works by the SOP; the answer lists their sessions (SOP-6). */
    SOP_IN_USE(400, "The SOP has open sessions"),
    /** A confirmed version doesn't change; the next one is another (SOP-1). */
    SOP_VERSION(409, "Not the version that can be changed"),
    /** The worker has an open session; the answer names it (SOP-9). */
    SESSION_OPEN(409, "A session is open already"),
    /** The session was approved (SOP-5). */
    SESSION_LOCKED(409, "The session is locked"),
    /** Not as the session stands now: paused, ended, at another step (SOP-2). */
    SESSION_STATE(409, "Not as the session stands"),
    /** An event has the number of one we hold, and other bytes (SY-2). */
    FORK(409, "The station's history has forked"),
    /** The reader's position is not of this store's life; it starts over (SY-3). */
    GENERATION(409, "The feed has begun anew"),
    /** The body is larger than any request may be. */
    TOO_LARGE(413, "The request is too large"),
    /** Another content type or encoding is wanted. */
    UNSUPPORTED_MEDIA(415, "Content type or encoding not supported"),
    /** One event can't be read (EX-1). */
    EVENT_UNREADABLE(422, "An event can't be read"),
    /** An event is not the one its place in the batch says. */
    EVENT_MISPLACED(422, "An event is in the wrong place"),
    /** The hashes don't fit the events (EV-2). */
    CHAIN_BROKEN(422, "The hash chain does not fit the events"),
    /** What was asked for is well-formed and still impossible. */
    INVALID(422, "The request asks for something impossible"),
    /** A plan can't be so; all that is wrong is said (DP-3). */
    REFUSED(422, "The plan can't be so"),
    /** What was to be changed is another thing by now; what changed is said. */
    STALE(409, "Somebody changed it meanwhile"),
    /** What somebody carried here was signed for another site, or by a station unknown here. */
    FOREIGN(422, "The file is not of this site"),
    /** Too many wrong tries; come again later. */
    TOO_MANY(429, "Too many wrong tries"),
    /** Too many requests from one station or one address. */
    TOO_OFTEN(429, "Too many requests"),
    /** More is waiting than the server will hold; try again. */
    OVERLOADED(503, "The server is busy"),
    /** The store can't take anything now; try again. */
    UNAVAILABLE(503, "The store is not available"),
    /** A defect of the server. */
    INTERNAL(500, "The server failed");

    private final int status;
    private final String title;

    Fault(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The kind in words, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The kind as a word for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
