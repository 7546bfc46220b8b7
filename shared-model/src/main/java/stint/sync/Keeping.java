package stint.sync;

import stint.wire.snapshot.Snapshots;

import java.time.Duration;

/**
 * How a replica keeps what it knows.
 *
 * @param snapshots where it goes on from at the next start
 * @param keep how long settled work stays at hand event by event; later ones of it are read from
 *     the log
 * @param feed what a bench has of the feed
 */
public record Keeping(Snapshots snapshots, Duration keep, Feed feed) {

    /**
     * When a bench goes on from a base rather than from the feed.
     *
     * @param joinMin a new bench does when the feed has at least so many events; less is read as
     *     quickly
     * @param keptMax one that has read so many events of the feed since its last base, or the
     *     beginning, asks for one, and lets go of what was before it
     */
    public record Feed(long joinMin, long keptMax) {

        /**
         * Less than 5,000 events are read in no time; 200,000 take some 50 MB, half a year of a
         * small floor.
         */
        public static final Feed USUAL = new Feed(5_000, 200_000);

        /** Reads all of it and keeps it. */
        public static final Feed ALL = new Feed(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** With the usual feed. */
    public Keeping(Snapshots snapshots, Duration keep) {
        this(snapshots, keep, Feed.USUAL);
    }

    /** More than benches are usually away. */
    public static final Duration KEEP_DEFAULT = Duration.ofDays(14);

    /** With the usual time. */
    public static Keeping with(Snapshots snapshots) {
        return new Keeping(snapshots, KEEP_DEFAULT);
    }
}
