package stint.station.core;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.domain.event.StationCode;
import stint.sync.SnapshotKeeper;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a bench needs to know to start.
 *
 * @param station its code
 * @param site the site it belongs to
 * @param directory where it keeps journal and store; made when missing, owned by one process
 * @param server the server's base address; absent for a bench that works alone
 * @param clocks what it reads the time from
 * @param background whether it syncs and watches over its terminal (ST-5) by itself; else only by
 *     {@link StationCore#syncNow} and {@link StationCore#beat}
 * @param snapshots how often it writes down what its journals come to, for the next start
 */
public record StationConfig(
        StationCode station,
        String site,
        Path directory,
        @Nullable URI server,
        Clocks clocks,
        boolean background,
        SnapshotKeeper.Cadence snapshots) {

    /** A bench that keeps snapshots as often as is usual. */
    public StationConfig(
            StationCode station,
            String site,
            Path directory,
            @Nullable URI server,
            Clocks clocks,
            boolean background) {
        this(station, site, directory, server, clocks, background, SnapshotKeeper.Cadence.USUAL);
    }
}
