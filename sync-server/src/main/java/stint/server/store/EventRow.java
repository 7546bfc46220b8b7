package stint.server.store;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.sync.Entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A row as it stands in the table, checked by nobody yet.
 *
 * @param previous the chain before an epoch's first event; absent for the others
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on unchanged; nobody compares two by equals.
record EventRow(
        long position,
        String station,
        int epoch,
        long sequence,
        byte[] hash,
        byte @Nullable [] previous,
        byte[] body) {

    /** Whose event it is filed as. */
    EventId filed() {
        return new EventId(new StationCode(station), epoch, sequence);
    }

    /** Whether it says of an event what there is to say. */
    boolean shows(Entry entry) {
        EventId id = entry.event().id();
        return position == entry.position()
                && station.equals(id.station().value())
                && epoch == id.epoch()
                && sequence == id.sequence()
                && Arrays.equals(hash, entry.hash().toBytes())
                && Arrays.equals(body, entry.event().body());
    }

    static EventRow of(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong("position"),
                row.getString("station"),
                row.getInt("epoch"),
                row.getLong("sequence"),
                row.getBytes("hash"),
                row.getBytes("previous"),
                row.getBytes("body"));
    }
}
