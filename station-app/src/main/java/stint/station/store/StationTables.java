package stint.station.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

import stint.domain.station.StationSession;
import stint.domain.station.StatusSpan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Station sessions and their timelines in H2. Used by one thread at a time. */
final class StationTables {

    private static final String ADD_SESSION =
            """
            INSERT INTO station_session (opened_by, bench, station, operator, opened_at,
                opening_at, closing_at, status, status_since, good, scrap, ended_at, ended_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD_STATUS =
            """
            INSERT INTO station_status (session, line, status, reason, note, started_at, ended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final int REASON_LENGTH_MAX = 200;
    private static final int NOTE_LENGTH_MAX = 2000;

    private final Handle handle;

    StationTables(Handle handle) {
        this.handle = handle;
    }

    /** Takes a session out, with its timeline. */
    void remove(String openedBy) {
        handle.execute("DELETE FROM station_status WHERE session = ?", openedBy);
        handle.execute("DELETE FROM station_session WHERE opened_by = ?", openedBy);
    }

    /** Puts a session in, in place of what was there of it. */
    void put(StationSession session) {
        String id = session.id().toString();
        remove(id);
        StationSession.End end = session.end();
        handle.execute(
                ADD_SESSION,
                id,
                session.bench().value(),
                session.station().value(),
                session.operator().value(),
                utc(session.openedAt()),
                utc(at(session.opening())),
                utc(at(session.closing())),
                word(session.status()),
                utc(session.statusSince()),
                session.counters().good(),
                session.counters().scrap(),
                utc(end == null ? null : end.at()),
                end == null ? null : word(end.cause()));
        try (PreparedBatch rows = handle.prepareBatch(ADD_STATUS)) {
            int line = 0;
            for (StatusSpan span : session.timeline()) {
                line++;
                rows.bind(0, id)
                        .bind(1, line)
                        .bind(2, word(span.status()))
                        .bind(3, atMost(REASON_LENGTH_MAX, span.reason()))
                        .bind(4, atMost(NOTE_LENGTH_MAX, span.note()))
                        .bind(5, utc(span.from()))
                        .bind(6, utc(span.to()))
                        .add();
            }
            rows.execute();
        }
    }

    /** See {@link StationStore#stationSessions}. */
    List<StationRow> sessions(String bench, int limit, int offset) {
        return handle.createQuery(
                        """
                        SELECT * FROM station_session WHERE bench = :bench
                        ORDER BY opened_at DESC, opened_by DESC
                        OFFSET :offset ROWS FETCH FIRST :limit ROWS ONLY
                        """)
                .bind("bench", bench)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> session(row))
                .list();
    }

    private StationRow session(ResultSet row) throws SQLException {
        String id = row.getString("opened_by");
        return new StationRow(
                id,
                row.getString("bench"),
                row.getString("station"),
                row.getString("operator"),
                time(row, "opened_at"),
                timeOrNull(row, "opening_at"),
                timeOrNull(row, "closing_at"),
                row.getString("status"),
                time(row, "status_since"),
                row.getLong("good"),
                row.getLong("scrap"),
                timeOrNull(row, "ended_at"),
                row.getString("ended_by"),
                timeline(id));
    }

    private List<StationRow.Line> timeline(String session) {
        return handle.createQuery(
                        "SELECT * FROM station_status WHERE session = :session ORDER BY line")
                .bind("session", session)
                .map((row, context) ->
                        new StationRow.Line(
                                row.getString("status"),
                                row.getString("reason"),
                                row.getString("note"),
                                time(row, "started_at"),
                                timeOrNull(row, "ended_at")))
                .list();
    }

    private static @Nullable Instant at(StationSession.@Nullable Submission submission) {
        return submission == null ? null : submission.at();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String atMost(int length, @Nullable String text) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
