package stint.station.store;

import stint.journal.Journal;
import stint.journal.JournalReader;

import java.io.IOException;
import java.util.List;

/**
 * A journal the store follows.
 *
 * @param name by which the store remembers how far it is, at most 20 characters
 * @param journal must outlive the store
 * @param content finds the events in a record
 */
public record Followed(String name, Journal journal, Content content) {

    /** What a journal's record holds. */
    @FunctionalInterface
    public interface Content {

        /**
         * The bodies of the events in a record.
         *
         * @throws IOException when the record is not what that journal holds
         */
        List<byte[]> bodies(byte[] record) throws IOException;
    }

    long lastIndex() {
        return journal.lastIndex();
    }

    JournalReader reader(long from) {
        return journal.reader(from);
    }
}
