package stint.sync;

import stint.wire.snapshot.Snapshots;

import java.time.Duration;

/**
 * How a replica keeps what it knows.
 *
 * @param snapshots where it goes on from at the next start
 * @param keep how long settled work stays at hand event by event; later ones of it are read from
 *     the log
 */
public record Keeping(Snapshots snapshots, Duration keep) {

    /** More than benches are usually away. */
    public static final Duration KEEP_DEFAULT = Duration.ofDays(14);

    /** With the usual time. */
    public static Keeping with(Snapshots snapshots) {
        return new Keeping(snapshots, KEEP_DEFAULT);
    }
}
