package stint.station.core;

import java.io.IOException;

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
        StationMemory memory = new StationMemory(config);
        HeartbeatFile heartbeat;
        try {
            heartbeat = HeartbeatFile.open(config.directory());
        } catch (IOException | RuntimeException e) {
            memory.close();
            throw e;
        }
        try {
            return new LiveStation(config, memory, heartbeat);
        } catch (RuntimeException e) {
            memory.close();
            heartbeat.close();
            throw e;
        }
    }
}
