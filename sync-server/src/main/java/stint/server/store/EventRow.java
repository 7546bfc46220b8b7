package stint.server.store;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;

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
