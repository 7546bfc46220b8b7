package stint.station.core;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

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
        Files.createDirectories(config.directory());
        LiveStation station = new LiveStation(config);
        try {
            station.open();
            return station;
        } catch (IOException | RuntimeException e) {
            station.close();
            throw e;
        }
    }

    static String threadName(String role, StationConfig config) {
        return String.format(Locale.ROOT, "%s-%s", role, config.station());
    }
}
