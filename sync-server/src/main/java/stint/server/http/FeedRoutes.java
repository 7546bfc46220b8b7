package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
import java.util.Locale;

/** What stations and boards follow: the feed, and the live stream that says it has grown. */
final class FeedRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRoutes.class);

    private static final String EVENT_STREAM = "text/event-stream";

    private final Inbox inbox;
    private final LiveStreams live;
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
            Clocks clocks,
            Gate gate,
            Presence presence,
            OwnWord word,
            HeavyWork packing,
            Writes writes,
            Quotas quotas) {
        this.inbox = inbox;
        this.live = live;
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
        if (accepts(context, "Accept-Encoding", "gzip")) {
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
        requireStream(context);
        long after = Params.number(context, "after", 0, 0, Long.MAX_VALUE);
        StationCode station = gate.station(context);
        try (Quotas.Place _ = quotas.placeOf(station)) {
            follow(context, after, station);
        }
    }

    private void follow(Context context, long after, @Nullable StationCode station)
            throws IOException {
        HttpServletResponse response = context.res();
        startStream(response);
        try {
            live.serve(
                    response.getOutputStream(),
                    after,
                    () -> {
                        gate.requireStill(context, Route.LIVE);
                        if (station != null) {
                            presence.heard(station);
                        }
                    });
        } catch (FaultException e) {
            LOG.info("The live stream of {} ends: {}", station, e.detail());
        } catch (IOException e) {
            LOG.debug("A live stream's listener has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** Who asks for a stream says so: others would wait for its end. */
    static void requireStream(Context context) {
        if (!accepts(context, "Accept", EVENT_STREAM)) {
            throw FaultException.of(
                    Fault.MALFORMED, "the live stream is " + EVENT_STREAM + "; say so in Accept");
        }
    }

    /** The head of a stream of server-sent events. */
    static void startStream(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(EVENT_STREAM);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "X-Accel-Buffering", "no"); // A proxy that collects makes a live stream mute.
    }

    private static boolean accepts(Context context, String header, String word) {
        String accepted = context.header(header);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(word);
    }
}
