package stint.sync;

import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.io.IOException;
import java.util.Arrays;

/**
 * An event at its place.
 *
 * @param position in the feed, dense from 1
 * @param previous its station's chain before it
 * @param hash its station's chain after it
 * @param event its exact bytes
 */
public record Entry(long position, Hash previous, Hash hash, StoredEvent event) {

    /**
     * What a server's journal keeps: the hash before it and its exact bytes, so that every hash can
     * be computed again.
     */
    public byte[] toRecord() {
        byte[] body = event.body();
        byte[] record = Arrays.copyOf(previous.toBytes(), Hash.LENGTH + body.length);
        System.arraycopy(body, 0, record, Hash.LENGTH, body.length);
        return record;
    }

    /**
     * Reads what {@link #toRecord} wrote.
     *
     * @param position the record's index in the journal
     * @throws IOException when it is something else
     */
    public static Entry ofRecord(long position, byte[] record) throws IOException {
        try {
            Hash previous = Hash.of(Arrays.copyOf(record, Hash.LENGTH));
            byte[] body = Arrays.copyOfRange(record, Hash.LENGTH, record.length);
            return new Entry(
                    position, previous, Chain.next(previous, body), StoredEvent.read(body));
        } catch (IllegalArgumentException | UnreadableEventException e) {
            throw new IOException(
                    "position " + position + " holds no event; it did when it was written", e);
        }
    }
}
