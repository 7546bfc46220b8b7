package stint.server.http;

import io.javalin.http.Context;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.StationCode;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * Answers with a stream of server-sent events, which goes on for days on a virtual thread of its
 * own. The request's thread comes through all of Jetty and Javalin: of hundreds that wait so deep,
 * each collection of garbage would walk every frame, and everybody would wait for it. Thread-safe.
 */
final class EventStreams {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    private static final String EVENT_STREAM = "text/event-stream";

    private final Gate gate;
    private final Presence presence;
    private final Quotas quotas;

    EventStreams(Gate gate, Presence presence, Quotas quotas) {
        this.gate = gate;
        this.presence = presence;
        this.quotas = quotas;
    }

    /** Speaks to a listener until it goes away or the server stops. */
    @FunctionalInterface
    interface Stream {

        /**
         * Speaks.
         *
         * @param alive runs after each word that went out
         * @throws IOException when the listener has gone
         */
        void speak(OutputStream out, Runnable alive) throws IOException, InterruptedException;
    }

    /**
     * Begins one; the request ends with it.
     *
     * @param route by which it was asked for: who may not use it any more is told nothing more
     * @throws FaultException when no stream is wanted, or the station has too many
     */
    void serve(Context context, Route route, Stream stream) throws IOException {
        if (!Params.accepts(context, "Accept", EVENT_STREAM)) {
            // Who asks for a stream says so: others would wait for its end.
            throw FaultException.of(
                    Fault.MALFORMED, "the live stream is " + EVENT_STREAM + "; say so in Accept");
        }
        HttpServletResponse response = context.res();
        OutputStream out = response.getOutputStream();
        StationCode station = gate.station(context);
        Quotas.Place place = quotas.placeOf(station);
        begin(response);
        context.future(() ->
                CompletableFuture.runAsync(
                        () -> {
                            try (place) {
                                speak(stream, out, context, route, station);
                            }
                        },
                        Thread::startVirtualThread));
    }

    private static void begin(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(EVENT_STREAM);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "X-Accel-Buffering", "no"); // A proxy that collects makes a live stream mute.
    }

    private void speak(
            Stream stream,
            OutputStream out,
            Context context,
            Route route,
            @Nullable StationCode station) {
        try {
            stream.speak(
                    out,
                    () -> {
                        gate.requireStill(context, route);
                        if (station != null) {
                            presence.heard(station);
                        }
                    });
        } catch (FaultException e) {
            LOG.info("The stream of {} ends: {}", station, e.detail());
        } catch (IOException e) {
            LOG.debug("A stream's listener has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
