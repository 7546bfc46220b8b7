package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.clock.Clocks;
import stint.domain.event.StationCode;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.feed.LiveStreams;
import stint.server.feed.OwnWord;
import stint.server.inbox.Inbox;
import stint.sync.FeedPage;
import stint.sync.RefusalException;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.News;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What stations and boards follow: the feed, and the live stream that says it has grown. */
final class FeedRoutes {

    private final Inbox inbox;
    private final LiveStreams live;
    private final EventStreams streams;
    private final Clocks clocks;
    private final Gate gate;
    private final Presence presence;
    private final OwnWord word;
    private final HeavyWork packing;
    private final Writes writes;
    private final Quotas quotas;

    FeedRoutes(
            Inbox inbox,
            LiveStreams live,
            EventStreams streams,
            Clocks clocks,
            Gate gate,
            Presence presence,
            OwnWord word,
            HeavyWork packing,
            Writes writes,
            Quotas quotas) {
        this.inbox = inbox;
        this.live = live;
        this.streams = streams;
        this.clocks = clocks;
        this.gate = gate;
        this.presence = presence;
        this.word = word;
        this.packing = packing;
        this.writes = writes;
        this.quotas = quotas;
    }

    void register(RoutesConfig routes) {
        Route.FEED.serve(routes, this::feed);
        Route.LIVE.serve(routes, this::live);
        Route.NEWS.serve(routes, this::news);
    }

    private void feed(Context context) throws IOException {
        long after = Params.number(context, "after", 0, 0, Long.MAX_VALUE - EventBatch.EVENTS_MAX);
        int limit =
                (int)
                        Params.number(
                                context, "limit", EventBatch.EVENTS_MAX, 1, EventBatch.EVENTS_MAX);
        String generation = context.queryParam("generation");
        EventBatch<FeedHeader> page = page(generation == null ? "" : generation, after, limit);
        StationCode station = gate.station(context);
        if (station != null) {
            presence.fetched(station, page.header().to());
        }
        context.contentType(EventBatch.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .disableCompression();
        if (Params.accepts(context, "Accept-Encoding", "gzip")) {
            context.header("Content-Encoding", "gzip").result(packing.run(page::toGzip));
        } else {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            page.writeTo(plain);
            context.result(plain.toByteArray());
        }
    }

    private EventBatch<FeedHeader> page(String generation, long after, int limit) {
        if (after > inbox.picture().position()) {
            writes.await(inbox.catchUp()); // It may have been to another server of this site.
        }
        try {
            return word.on(
                    FeedPage.of(
                            inbox.store(),
                            inbox.picture().position(),
                            generation,
                            after,
                            limit,
                            clocks.read().time().toEpochMilli()));
        } catch (RefusalException e) {
            throw FaultException.of(e);
        }
    }

    private void live(Context context) throws IOException {
        long after = Params.number(context, "after", 0, 0, Long.MAX_VALUE);
        streams.serve(context, Route.LIVE, (out, alive) -> live.serve(out, after, alive));
    }

    private void news(Context context) {
        long after = Params.number(context, "after", 0, 0, Long.MAX_VALUE);
        try (Quotas.Place _ = quotas.placeOf(gate.station(context))) {
            long position = live.await(after);
            context.header("Cache-Control", "no-store");
            Answers.json(context, new News(position));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FaultException.of(Fault.UNAVAILABLE, "the server is stopping", e);
        }
    }
}
