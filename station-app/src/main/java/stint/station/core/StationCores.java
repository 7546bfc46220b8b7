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
        try {
            return new LiveStation(config, memory);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }
}
