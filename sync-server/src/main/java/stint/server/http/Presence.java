package stint.server.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.domain.event.StationCode;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.wire.protocol.Protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who calls, and when each station was last heard (ST-5). Every request passes here first: this is
 * where a station will prove who it is, once stations are enrolled; until then its word is taken.
 * Thread-safe.
 */
final class Presence {

    private final Clocks clocks;
    private final Map<StationCode, Instant> heard = new ConcurrentHashMap<>();

    Presence(Clocks clocks) {
        this.clocks = clocks;
    }

    /**
     * Takes note of the caller.
     *
     * @throws FaultException when the header that names the station names none
     */
    void admit(Context context) {
        StationCode caller = caller(context);
        if (caller != null) {
            heard(caller);
        }
    }

    /** The station that calls, if it is one. */
    @Nullable StationCode caller(Context context) {
        String header = context.header(Protocol.STATION_HEADER);
        return header == null ? null : Params.station(decoded(header));
    }

    /** A station's code may have letters of any script; a header may not. */
    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.MALFORMED, Protocol.STATION_HEADER + " is garbled", e);
        }
    }

    /** A station gave a sign of life. */
    void heard(StationCode station) {
        heard.put(station, clocks.read().time());
    }

    /**
     * Requires that the caller, if it says who it is, is this station.
     *
     * @throws FaultException when it is another, or the server's own log is meant
     */
    void requireOwn(Context context, StationCode station) {
        StationCode caller = caller(context);
        if (caller != null && !caller.equals(station)) {
            throw FaultException.of(Fault.NOT_ALLOWED, caller + " may not speak for " + station);
        }
        if (station.equals(StationCode.SERVER)) {
            throw FaultException.of(Fault.NOT_ALLOWED, "only the server writes its own log");
        }
    }

    /** When each station last spoke. */
    Map<StationCode, Instant> lastHeard() {
        return Map.copyOf(heard);
    }
}
