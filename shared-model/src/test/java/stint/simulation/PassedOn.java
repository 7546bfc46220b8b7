package stint.simulation;

import stint.journal.RecordLog;
import stint.journal.Urgency;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A log that hands everything on to another, but for what its own kind does otherwise. */
interface PassedOn extends RecordLog {

    /** The other one. */
    RecordLog log();

    @Override
    default boolean startedCleanly() {
        return log().startedCleanly();
    }

    @Override
    default long firstIndex() {
        return log().firstIndex();
    }

    @Override
    default long lastIndex() {
        return log().lastIndex();
    }

    @Override
    default long keep(List<byte[]> records, Urgency urgency) throws IOException {
        return log().keep(records, urgency);
    }

    @Override
    default List<byte[]> read(long from, int countMax) throws IOException {
        return log().read(from, countMax);
    }

    @Override
    default void replay(long from, Replay listener) throws IOException {
        log().replay(from, listener);
    }

    @Override
    default boolean letGo(long before, Supplier<byte[]> instead) throws IOException {
        return log().letGo(before, instead);
    }

    @Override
    default void stand(byte[] instead) throws IOException {
        log().stand(instead);
    }

    @Override
    default Optional<byte[]> instead() throws IOException {
        return log().instead();
    }

    @Override
    default void close() throws IOException {
        log().close();
    }
}
