package stint.server.store;

import stint.domain.event.EventId;
import stint.wire.Hash;
import stint.wire.StoredEvent;

import java.util.List;

/** Evidence of forks, as {@link Forks} keeps it, where several servers see it. Thread-safe. */
final class PostgresForks {

    private final SqlEvents events;
    private volatile List<EventId> partings = List.of();

    PostgresForks(SqlEvents events) {
        this.events = events;
        refresh();
    }

    List<EventId> partings() {
        return partings;
    }

    /** Looks what others kept; whether there is more now. */
    boolean refresh() {
        List<EventId> found =
                events
                        .jdbi()
                        .withHandle(handle ->
                                handle.createQuery("SELECT DISTINCT parting FROM fork")
                                        .mapTo(String.class)
                                        .list())
                        .stream()
                        .map(EventId::parse)
                        .sorted()
                        .toList();
        boolean more = !found.equals(partings);
        partings = found;
        return more;
    }

    void keep(EventId parting, long from, Hash previous, List<StoredEvent> batch) {
        Forks.Evidence evidence = Forks.Evidence.of(parting, from, previous, batch);
        byte[] bytes = evidence.batch().toGzip();
        events.jdbi()
                .useHandle(handle -> {
                    handle.execute(
                            """
                            INSERT INTO fork (parting, hash, batch)
                            SELECT ?, ?, ? WHERE (SELECT COUNT(*) FROM fork) < ?
                            ON CONFLICT DO NOTHING
                            """,
                            parting.toString(),
                            evidence.hash().toBytes(),
                            bytes,
                            Forks.KEPT_MAX);
                    handle.createQuery("SELECT pg_notify(?, ?)")
                            .bind(0, PostgresHead.CHANNEL)
                            .bind(1, PostgresHead.FORK)
                            .mapTo(String.class)
                            .one();
                });
        refresh();
    }
}
