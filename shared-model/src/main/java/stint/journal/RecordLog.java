package stint.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An append-only list of records, each some bytes, numbered from 1 without gaps, as those see it
 * who keep something in one and need to know nothing of files.
 */
public interface RecordLog extends AutoCloseable {

    /** False when the last run ended without {@link #close}: by a crash, or a power cut (EV-2). */
    boolean startedCleanly();

    /** The index of the first record kept. */
    long firstIndex();

    /** The index of the last record that is durable; one less than the first for none. */
    long lastIndex();

    /**
     * Appends records in order, next to each other, and returns once they are durable. After a
     * crash before that, some, the first ones, may be there.
     *
     * @return the last one's index
     * @throws JournalFullException when there is too little room; nothing was recorded
     * @throws IOException when nothing is taken any more
     */
    long keep(List<byte[]> records, Urgency urgency) throws IOException;

    /**
     * Reads up to some durable records.
     *
     * @param from the first index wanted
     * @param countMax at most so many
     * @return fewer when there are no more
     */
    List<byte[]> read(long from, int countMax) throws IOException;

    /** Reads every durable record, in order. */
    default void replay(Replay listener) throws IOException {
        replay(firstIndex(), listener);
    }

    /**
     * Reads the durable records from an index on, in order.
     *
     * @param from at least {@link #firstIndex}
     */
    void replay(long from, Replay listener) throws IOException;

    /**
     * Lets go of records before an index: of as many as can go, never of the last one. What stands
     * for them is durable first. What was let go can't be read any more, and a reader that has not
     * come so far passes over it.
     *
     * @param before the first index that is still wanted
     * @param instead gives what stands for all records before the first one kept; asked only when
     *     something goes
     * @return whether something went
     */
    boolean letGo(long before, Supplier<byte[]> instead) throws IOException;

    /**
     * Says what stands for all records before some, though these are here still; durable when it
     * returns, in place of what stood there.
     */
    void stand(byte[] instead) throws IOException;

    /** What stands for the records that were let go; empty while nothing does. */
    Optional<byte[]> instead() throws IOException;

    @Override
    void close() throws IOException;

    /** Hears records. */
    @FunctionalInterface
    interface Replay {

        /**
         * The next record.
         *
         * @throws IOException when it is not what this log should hold; ends the replay
         */
        void record(byte[] bytes) throws IOException;
    }
}
