package stint.server.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.credential.CarriedWord;
import stint.credential.SignedRequest;
import stint.domain.event.StationCode;
import stint.domain.plan.StationTrust;
import stint.domain.work.FloorView;
import stint.server.Nearby;
import stint.server.ServerConfig;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.trust.Caller;
import stint.server.trust.ConsoleFile;
import stint.server.trust.Credentials;
import stint.server.trust.Who;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.Protocol;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where every request passes first: finds out who asks, and whether they may (SY-4). Thread-safe.
 */
final class Gate {

    /** Where a browser keeps the session's word; no script can read it. */
    static final String COOKIE = "stint-session";

    private static final int UNSENT_DIGITS_MAX = 15;

    private static final String CALLER = "stint.caller";
    private static final String BODY_HASH = "stint.body";

    private final ServerConfig.Access access;
    private final Credentials credentials;
    private final Presence presence;
    private final Supplier<FloorView> floor;
    private final String audience;
    private final Quotas quotas;
    private final HeavyWork proving;

    /**
     * @param proving holds signatures against keys: some milliseconds each, for which no other
     *     request is to wait
     */
    Gate(
            ServerConfig.Access access,
            Credentials credentials,
            Presence presence,
            Supplier<FloorView> floor,
            Quotas quotas,
            HeavyWork proving) {
        this.proving = proving;
        this.quotas = quotas;
        this.access = access;
        this.credentials = credentials;
        this.presence = presence;
        this.floor = floor;
        this.audience = credentials.serverKey().id();
    }

    /**
     * Lets a request through, or not.
     *
     * @throws FaultException when the caller is not proven, or may not
     */
    void admit(Context context) {
        Route route =
                context.routeRoles().stream()
                        .filter(Route.class::isInstance)
                        .map(Route.class::cast)
                        .findFirst()
                        .orElseThrow(() ->
                                FaultException.of(
                                        Fault.NOT_ALLOWED, "nobody may use this address"));
        quotas.address(context.req().getRemoteAddr());
        Caller caller = proven(context, route);
        if (caller instanceof Caller.Station station) {
            quotas.station(station.code()); // Not before it is proven: nobody uses up another's.
        }
        context.attribute(CALLER, caller);
        switch (caller) {
            case Caller.Station station -> presence.heard(station.code());
            case Caller.Anyone(boolean local, StationCode says)
                    when says != null && !access.enrolment() ->
                    presence.heard(says);
            default -> {}
        }
        require(route, caller);
        noteUnsent(context);
    }

    /** What a bench says of itself; where it is nonsense it is as if it said nothing. */
    private void noteUnsent(Context context) {
        String header = context.header(Protocol.UNSENT_HEADER);
        StationCode station = header == null ? null : station(context);
        if (station == null || header == null || header.length() > UNSENT_DIGITS_MAX) {
            return;
        }
        try {
            presence.unsent(station, Math.max(0, Long.parseLong(header)));
        } catch (NumberFormatException e) {
            presence.heard(station);
        }
    }

    /** Requires that a caller may use a route now. */
    void require(Route route, Caller caller) {
        if (route.who().contains(Who.ANYONE)) {
            return;
        }
        if (caller instanceof Caller.Anyone) {
            boolean open = access.openBoard() && mayAnyOf(route, caller);
            if (access.enrolment() && !open) {
                throw FaultException.of(
                        Fault.NOT_AUTHENTICATED, "enrol this station, or sign in, first");
            }
        } else if (!mayAnyOf(route, caller)) {
            throw caller instanceof Caller.Station(StationCode code, var use, boolean trusted)
                            && !trusted
                    ? FaultException.of(Fault.REVOKED, code + " is trusted no more; enrol it anew")
                    : FaultException.of(Fault.NOT_ALLOWED, caller.name() + " may not do this");
        }
    }

    private static boolean mayAnyOf(Route route, Caller caller) {
        Set<Who> kinds = Who.of(caller);
        return route.who().stream().anyMatch(kinds::contains);
    }

    /** Whether a station that was let through would still be: its stream goes on for days. */
    void requireStill(Context context, Route route) {
        Caller caller = caller(context);
        if (caller instanceof Caller.Station station) {
            StationTrust trust = floor.get().trust(station.code()).orElse(null);
            boolean trusted = trust != null && trust.key() != null;
            require(route, new Caller.Station(station.code(), station.use(), trusted));
        }
    }

    private Caller proven(Context context, Route route) {
        String authorization = context.header("Authorization");
        String token = sessionToken(context);
        if (token != null && !route.who().contains(Who.ANYONE)) {
            return credentials.person(token);
        }
        if (authorization == null || token != null) {
            return new Caller.Anyone(isLocal(context), says(context));
        }
        if (authorization.startsWith(SignedRequest.SCHEME + " ")) {
            return signed(context, authorization);
        }
        if (authorization.startsWith(ConsoleFile.SCHEME + " ")) {
            return credentials.console(authorization);
        }
        throw FaultException.of(Fault.NOT_AUTHENTICATED, "an unknown kind of authorization");
    }

    /** The word of whoever is signed in, from the header or, with a browser, from the cookie. */
    static @Nullable String sessionToken(Context context) {
        String authorization = context.header("Authorization");
        if (authorization == null) {
            String cookie = context.cookie(COOKIE);
            return cookie == null || cookie.isEmpty() ? null : cookie;
        }
        String scheme = LoginReply.SCHEME + " ";
        return authorization.startsWith(scheme)
                ? authorization.substring(scheme.length()).strip()
                : null;
    }

    private Caller signed(Context context, String authorization) {
        try {
            SignedRequest request = SignedRequest.parse(authorization);
            String query = context.queryString();
            String target = context.req().getRequestURI() + (query == null ? "" : "?" + query);
            SignedRequest.Line line =
                    new SignedRequest.Line(audience, context.method().name(), target);
            Caller caller = proving.run(() -> credentials.signatures().caller(request, line));
            context.attribute(BODY_HASH, request.bodyHash());
            return caller;
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.NOT_AUTHENTICATED, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The station that signed what the caller only carries; the body is held against what was
     * signed when it is read.
     *
     * @throws FaultException when nobody did whom the site knows
     */
    Caller.Station carried(Context context) {
        String header = context.header(CarriedWord.HEADER);
        if (header == null) {
            throw FaultException.of(
                    Fault.MALFORMED, "who signed this is missing (" + CarriedWord.HEADER + ")");
        }
        try {
            CarriedWord word = CarriedWord.parse(header);
            Caller.Station station =
                    credentials.signatures().carried(word, credentials.serverKey());
            context.attribute(BODY_HASH, word.bodyHash());
            return station;
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    /** Who asks. */
    static Caller caller(Context context) {
        Caller caller = context.attribute(CALLER);
        return caller == null ? new Caller.Anyone(false, null) : caller;
    }

    /** What the body was when it was signed; absent where nobody signed. */
    static @Nullable String bodyHash(Context context) {
        return context.attribute(BODY_HASH);
    }

    /** The station that asks: proven, or claimed where that is enough. */
    @Nullable StationCode station(Context context) {
        return switch (caller(context)) {
            case Caller.Station station -> station.code();
            case Caller.Anyone anyone -> access.enrolment() ? null : anyone.says();
            default -> null;
        };
    }

    /**
     * Requires that the caller may speak for a station.
     *
     * @throws FaultException when it is another, when the station has a key and did not sign, or
     *     when the server's own log is meant
     */
    void requireOwn(Context context, StationCode station) {
        if (station.equals(StationCode.SERVER)) {
            throw FaultException.of(Fault.NOT_ALLOWED, "only the server writes its own log");
        }
        StationCode caller = station(context);
        if (caller != null && !caller.equals(station)) {
            throw FaultException.of(Fault.NOT_ALLOWED, caller + " may not speak for " + station);
        }
        boolean signs = floor.get().trust(station).filter(Gate::hasOrHadKey).isPresent();
        if (signs && !(caller(context) instanceof Caller.Station)) {
            throw FaultException.of(Fault.NOT_AUTHENTICATED, station + " signs what it sends");
        }
    }

    private static boolean hasOrHadKey(StationTrust trust) {
        return trust.key() != null || trust.revoked();
    }

    private static @Nullable StationCode says(Context context) {
        String header = context.header(Protocol.STATION_HEADER);
        if (header == null) {
            return null;
        }
        try {
            // A station's code may have letters of any script; a header may not.
            return Params.station(URLDecoder.decode(header, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.MALFORMED, Protocol.STATION_HEADER + " is garbled", e);
        }
    }

    private static boolean isLocal(Context context) {
        try {
            return Nearby.is(InetAddress.getByName(context.req().getRemoteAddr()));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
