package stint.station.core;

import org.jspecify.annotations.Nullable;

import stint.station.sync.Identity;
import stint.station.sync.Link;

import java.io.IOException;
import java.net.URI;

/** Opens benches. */
public final class StationCores {

    private StationCores() {}

    /**
     * Opens a bench on its directory: reads its journals, and syncs in the background where the
     * configuration says so.
     *
     * @throws IOException when the directory is in use by another process, the disk fails, or the
     *     journal is damaged; the message says what to do
     */
    public static StationCore open(StationConfig config) throws IOException {
        URI server = config.server();
        Link link = server == null ? null : Link.of(server, config.directory());
        requireItself(config, link);
        StationMemory memory = new StationMemory(config);
        HeartbeatFile heartbeat;
        try {
            heartbeat = HeartbeatFile.open(config.directory());
        } catch (IOException | RuntimeException e) {
            memory.close();
            throw e;
        }
        try {
            return new LiveStation(config, memory, heartbeat, link);
        } catch (RuntimeException e) {
            memory.close();
            heartbeat.close();
            throw e;
        }
    }

    /** What is enrolled under one code must not record under another. */
    private static void requireItself(StationConfig config, @Nullable Link link)
            throws IOException {
        Identity identity = link == null ? null : link.identity();
        if (identity != null && !identity.station().equals(config.station())) {
            throw new IOException(
                    config.directory()
                            + " was enrolled as "
                            + identity.station()
                            + ", not as "
                            + config.station());
        }
    }
}
