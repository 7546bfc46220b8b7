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
        Identity identity = Identity.read(config.directory()).orElse(null);
        requireItself(config, identity);
        Link link = server == null ? null : new Link(server, identity);
        StationMemory memory = new StationMemory(config);
        HeartbeatFile heartbeat;
        try {
            heartbeat = HeartbeatFile.open(config.directory());
        } catch (IOException | RuntimeException e) {
            memory.close();
            throw e;
        }
        try {
            return new LiveStation(config, memory, heartbeat, identity, link);
        } catch (RuntimeException e) {
            memory.close();
            heartbeat.close();
            throw e;
        }
    }

    /** What is enrolled under one code must not record under another. */
    private static void requireItself(StationConfig config, @Nullable Identity identity)
            throws IOException {
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
