package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.clock.Clocks;
import stint.domain.event.EventId;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.feed.Bases;
import stint.server.inbox.Inbox;
import stint.sync.HistoryPage;
import stint.sync.Ledger;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryQuery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a bench asks that does not read all of the feed: what it comes to, and what was before. */
final class BaseRoutes {

    private final Inbox inbox;
    private final Clocks clocks;
    private final Writes writes;
    private final HeavyWork packing;
    private final HeavyWork making;
    private final Bases bases;

    /**
     * @param packing for pieces
     * @param making for bases, which take longer
     */
    BaseRoutes(
            Inbox inbox,
            Clocks clocks,
            Writes writes,
            HeavyWork packing,
            HeavyWork making,
            Path directory) {
        this.inbox = inbox;
        this.clocks = clocks;
        this.writes = writes;
        this.packing = packing;
        this.making = making;
        bases = new Bases(directory, () -> writes.await(inbox.look(Ledger::base)));
    }

    void register(RoutesConfig routes) {
        Route.BOOTSTRAP.serve(routes, this::bootstrap);
        Route.HISTORY.serve(routes, this::history);
    }

    private void bootstrap(Context context) throws IOException {
        String generation = inbox.store().generation();
        long last = inbox.picture().position();
        Path file = making.run(() -> bases.newest(generation, last));
        context.contentType("application/octet-stream")
                .header("Cache-Control", "no-store")
                .disableCompression()
                .result(Files.newInputStream(file));
    }

    private void history(Context context) {
        HistoryQuery query = query(context);
        long after = Params.number(context, "after", 0, 0, Long.MAX_VALUE);
        long known = Params.number(context, "known", 0, 0, Long.MAX_VALUE);
        if (known > inbox.picture().position()) {
            writes.await(inbox.catchUp()); // It may have been to another server of this site.
        }
        String generation = inbox.store().generation();
        if (known > inbox.picture().position()
                || !generation.equals(context.queryParam("generation"))) {
            throw FaultException.of(Fault.GENERATION, "this store is generation " + generation);
        }
        List<Long> places = writes.await(inbox.look(ledger -> ledger.places(query)));
        EventBatch<FeedHeader> page =
                HistoryPage.of(
                        inbox.store(),
                        query,
                        places,
                        after,
                        inbox.picture().position(),
                        clocks.read().time().toEpochMilli());
        context.contentType(EventBatch.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .disableCompression()
                .header("Content-Encoding", "gzip")
                .result(packing.run(page::toGzip));
    }

    private static HistoryQuery query(Context context) {
        String event = context.queryParam("event");
        String ticket = context.queryParam("ticket");
        String operator = context.queryParam("operator");
        long most = Long.MAX_VALUE;
        try {
            return new HistoryQuery(
                    event == null ? null : EventId.parse(event).toString(),
                    ticket,
                    ticket == null ? 0 : task(context, ticket),
                    operator == null ? null : Params.operator(operator).value(),
                    Params.number(context, "from", 0, Long.MIN_VALUE, most),
                    Params.number(context, "to", 0, Long.MIN_VALUE, most));
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    private static int task(Context context, String ticket) {
        int number = (int) Params.number(context, "task", 0, 0, Integer.MAX_VALUE);
        return Params.task(ticket, number).sequence();
    }
}
