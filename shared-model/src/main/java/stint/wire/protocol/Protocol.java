package stint.wire.protocol;

import java.time.Duration;

/** Numbers and words both sides agree on. */
public final class Protocol {

    /** The version of push and feed this release speaks. */
    public static final int VERSION = 1;

    /** The media type of an error (RFC 9457). */
    public static final String PROBLEM_MEDIA_TYPE = "application/problem+json";

    /** The live stream's event that says there is something to fetch. */
    public static final String NEWS = "news";

    /**
     * The live stream's event that says the server is there, first of all and whenever there was
     * nothing to say for a while. It bears the position too.
     */
    public static final String ALIVE = "alive";

    /** For so long at most the server keeps a question for news, while there are none. */
    public static final Duration NEWS_WAIT = Duration.ofSeconds(20);

    /**
     * The request header in which a station says which one it is, percent-encoded, so that the
     * board knows when it was last heard.
     */
    public static final String STATION_HEADER = "Stint-Station";

    /**
     * The request header in which a bench says how many of its events the server is not known to
     * have, so that somebody sees where they pile up.
     */
    public static final String UNSENT_HEADER = "Stint-Unsent";

    /**
     * The answer's header with the server's clock, milliseconds since 1970 UTC, where a request was
     * signed at a time that can't be judged.
     */
    public static final String TIME_HEADER = "Stint-Time";

    private Protocol() {}
}
