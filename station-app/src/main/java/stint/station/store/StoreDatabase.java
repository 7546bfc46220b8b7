package stint.station.store;

import java.util.List;
import java.util.Map;

/** One database file, open. Used by one thread at a time; any call may fail, or never return. */
interface StoreDatabase extends AutoCloseable {

    /** Up to which record each journal is in here. */
    Map<String, Long> followed();

    /** Writes a little, to see whether it still can. */
    void probe();

    /** Writes a batch, whole or not at all. */
    void write(StoreBatch batch);

    /** See {@link StationStore#sessions}. */
    List<SessionRow> sessions(String operator, int limit, int offset);

    /** See {@link StationStore#stationSessions}. */
    List<StationRow> stationSessions(String bench, int limit, int offset);

    /** How many events are in here. */
    long events();

    @Override
    void close();

    /** Opens database files. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens or makes a database.
         *
         * @param file without the suffix the database gives it
         */
        StoreDatabase open(String file);
    }
}
