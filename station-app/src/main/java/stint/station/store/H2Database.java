package stint.station.store;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.SessionRule;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.wire.EventCodec;
import stint.wire.StoredEvent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A database file of H2. */
final class H2Database implements StoreDatabase {

    /** What H2 adds to a database's name. */
    static final String SUFFIX = ".mv.db";

    private static final String ADD_EVENT =
            """
            MERGE INTO event AS known
            USING (VALUES (CAST(? AS VARCHAR(40)), CAST(? AS INT), CAST(? AS BIGINT)))
                AS coming (station, epoch, sequence)
            ON known.station = coming.station AND known.epoch = coming.epoch
                AND known.sequence = coming.sequence
            WHEN NOT MATCHED THEN
                INSERT (station, epoch, sequence, type, operator, ticket, task_number,
                    happened_at, hlc_millis, hlc_counter, body)
                VALUES (coming.station, coming.epoch, coming.sequence, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ADD_SESSION =
            """
            INSERT INTO operator_session (opened_by, ticket, task_number, operator, station,
                status, good, scrap, paused_ms, started_at, ended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Handle handle;
    private final StationTables stations;

    private H2Database(Handle handle) {
        this.handle = handle;
        this.stations = new StationTables(handle);
    }

    /** Opens or makes the database in a file, whose name is given without {@link #SUFFIX}. */
    static StoreDatabase open(String file) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE");
        Handle handle = Jdbi.create(source).open(); // Keeps the file open for what follows.
        try {
            Flyway.configure(H2Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:stint/station/store/migration")
                    .load()
                    .migrate();
            return new H2Database(handle);
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    @Override
    public Map<String, Long> followed() {
        return handle.createQuery("SELECT journal, record_index FROM followed")
                .setMapKeyColumn("journal")
                .setMapValueColumn("record_index")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, Long>>() {});
    }

    @Override
    public void probe() {
        handle.useTransaction(
                transaction -> transaction.execute("UPDATE followed SET probes = probes + 1"));
    }

    @Override
    public void write(StoreBatch batch) {
        handle.useTransaction(transaction -> {
            addEvents(batch.events());
            batch.changes().tasks().forEach(this::replaceSessions);
            batch.changes().gone().forEach(id -> stations.remove(id.toString()));
            batch.changes().stations().forEach(stations::put);
            batch.followed().forEach(this::follow);
        });
    }

    private void addEvents(List<StoredEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedBatch rows = handle.prepareBatch(ADD_EVENT)) {
            for (StoredEvent stored : events) {
                Event event = stored.event().orElse(null);
                TaskId task = event == null ? null : taskOf(event);
                rows.bind(0, stored.id().station().value())
                        .bind(1, stored.id().epoch())
                        .bind(2, stored.id().sequence())
                        .bind(3, event == null ? null : EventCodec.type(event.fact()))
                        .bind(4, operatorOf(event))
                        .bind(5, task == null ? null : task.ticket())
                        .bind(6, task == null ? null : task.sequence())
                        .bind(7, event == null ? null : utc(event.time()))
                        .bind(8, event == null ? null : event.hlc().millis())
                        .bind(9, event == null ? null : event.hlc().counter())
                        .bind(10, stored.body())
                        .add();
            }
            rows.execute();
        }
    }

    private void replaceSessions(TaskState task) {
        handle.execute(
                "DELETE FROM operator_session WHERE ticket = ? AND task_number = ?",
                task.id().ticket(),
                task.id().sequence());
        if (task.sessions().isEmpty()) {
            return;
        }
        try (PreparedBatch rows = handle.prepareBatch(ADD_SESSION)) {
            for (Session session : task.sessions()) {
                Session.Core core = session.core();
                Instant ended = endOf(session);
                rows.bind(0, core.id().toString())
                        .bind(1, core.task().ticket())
                        .bind(2, core.task().sequence())
                        .bind(3, core.operator().value())
                        .bind(4, core.station().value())
                        .bind(5, session.status())
                        .bind(6, core.good())
                        .bind(7, core.scrap())
                        .bind(8, core.paused().toMillis())
                        .bind(9, utc(core.startedAt()))
                        .bind(10, ended == null ? null : utc(ended))
                        .add();
            }
            rows.execute();
        }
    }

    private void follow(String journal, long index) {
        handle.execute(
                """
                MERGE INTO followed AS known
                USING (VALUES (CAST(? AS VARCHAR(20)), CAST(? AS BIGINT)))
                    AS now (journal, record_index)
                ON known.journal = now.journal
                WHEN MATCHED THEN UPDATE SET record_index = now.record_index
                WHEN NOT MATCHED THEN INSERT (journal, record_index, probes)
                    VALUES (now.journal, now.record_index, 0)
                """,
                journal,
                index);
    }

    @Override
    public List<SessionRow> sessions(String operator, int limit, int offset) {
        return handle.createQuery(
                        """
                        SELECT * FROM operator_session WHERE operator = :operator
                        ORDER BY started_at DESC, opened_by DESC
                        OFFSET :offset ROWS FETCH FIRST :limit ROWS ONLY
                        """)
                .bind("operator", operator)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> session(row))
                .list();
    }

    @Override
    public List<StationRow> stationSessions(String bench, int limit, int offset) {
        return stations.sessions(bench, limit, offset);
    }

    @Override
    public long events() {
        return handle.createQuery("SELECT COUNT(*) FROM event").mapTo(Long.class).one();
    }

    @Override
    public void close() {
        handle.close();
    }

    private static SessionRow session(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new SessionRow(
                row.getString("opened_by"),
                new TaskId(row.getString("ticket"), row.getInt("task_number")),
                row.getString("operator"),
                row.getString("station"),
                row.getString("status"),
                row.getLong("good"),
                row.getLong("scrap"),
                Duration.ofMillis(row.getLong("paused_ms")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static @Nullable Instant endOf(Session session) {
        return switch (session) {
            case Session.Active active -> null;
            case Session.Paused paused -> null;
            case Session.Completed completed -> completed.endedAt();
            case Session.Cancelled cancelled -> cancelled.endedAt();
        };
    }

    private static @Nullable String operatorOf(@Nullable Event event) {
        return event == null || event.operator() == null ? null : event.operator().value();
    }

    private static @Nullable TaskId taskOf(Event event) {
        return switch (event.fact()) {
            case WorkFact.OnTask fact -> fact.task();
            case SessionRule fact -> fact.task();
            default -> null;
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
