package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.credential.EnrolmentCode;
import stint.domain.event.StationCode;
import stint.domain.plan.StationTrust;
import stint.domain.plan.StationUse;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.trust.Caller;
import stint.server.trust.Credentials;
import stint.server.trust.Enrolments;
import stint.server.trust.Throttle;
import stint.wire.protocol.EnrolReply;
import stint.wire.protocol.EnrolRequest;
import stint.wire.protocol.OfferReply;
import stint.wire.protocol.OfferRequest;
import stint.wire.protocol.RevokeRequest;
import stint.wire.protocol.StationView;

import java.util.Arrays;
import java.util.Locale;

/** Enrolment and revocation of stations (SY-4). */
final class TrustRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(TrustRoutes.class);

    private final String site;
    private final Inbox inbox;
    private final Clocks clocks;
    private final Writes writes;
    private final Credentials credentials;
    private final Enrolments enrolments;
    private final Throttle throttle = new Throttle(System::nanoTime);

    TrustRoutes(
            String site,
            Inbox inbox,
            Clocks clocks,
            Writes writes,
            Credentials credentials,
            Enrolments enrolments) {
        this.site = site;
        this.inbox = inbox;
        this.clocks = clocks;
        this.writes = writes;
        this.credentials = credentials;
        this.enrolments = enrolments;
    }

    void register(RoutesConfig routes) {
        Route.OFFER.serve(routes, this::offer);
        Route.ENROL.serve(routes, this::enrol);
        Route.STATIONS.serve(routes, this::stations);
        Route.REVOKE.serve(routes, this::revoke);
    }

    private void offer(Context context) {
        Caller by = Gate.caller(context);
        OfferRequest request = writes.message(context, OfferRequest.class);
        StationCode station = Params.station(request.station());
        EnrolmentCode code = EnrolmentCode.random();
        writes.record(
                Enrolments.operator(by), enrolments.offer(station, use(request.use()), code, by));
        LOG.info("{} may enrol within {}, says {}", station, Enrolments.VALID, by.name());
        Answers.json(
                context,
                new OfferReply(code.spoken(), clocks.read().time().plus(Enrolments.VALID)));
    }

    private static StationUse use(String word) {
        return Arrays.stream(StationUse.values())
                .filter(use -> word(use).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        FaultException.of(
                                Fault.INVALID, "a station is enrolled as bench or as board"));
    }

    private static String word(StationUse use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    private void enrol(Context context) {
        String source = context.req().getRemoteAddr();
        throttle.require(source);
        EnrolRequest request = writes.message(context, EnrolRequest.class);
        try {
            writes.record(null, enrolments.enrol(request));
        } catch (FaultException e) {
            if (e.fault() == Fault.NOT_ALLOWED) {
                throttle.failed(source);
            }
            throw e;
        }
        throttle.succeeded(source);
        StationTrust enrolled =
                inbox.picture().floor().trust().stream()
                        .filter(trust -> request.key().equals(trust.key()))
                        .findFirst()
                        .orElseThrow(
                                () -> FaultException.of(Fault.REVOKED, "it was revoked at once"));
        LOG.info("{} is enrolled, from {}", enrolled.station(), source);
        Answers.json(
                context,
                new EnrolReply(
                        enrolled.station().value(),
                        word(enrolled.use()),
                        site,
                        credentials.serverKey().toString(),
                        enrolled.use() == StationUse.BENCH ? credentials.pepper().text() : null,
                        clocks.read().time().toEpochMilli()));
    }

    private void stations(Context context) {
        Answers.json(context, inbox.picture().floor().trust().stream().map(this::view).toList());
    }

    private StationView view(StationTrust trust) {
        boolean offered = trust.offerAt(clocks.read().time()).isPresent();
        String status =
                trust.key() != null
                        ? "enrolled"
                        : trust.revoked() ? "revoked" : offered ? "offered" : "lapsed";
        return new StationView(
                trust.station().value(), word(trust.use()), status, trust.since(), trust.reason());
    }

    private void revoke(Context context) {
        Caller by = Gate.caller(context);
        StationCode station = Params.station(context.pathParam("station"));
        RevokeRequest request = writes.message(context, RevokeRequest.class);
        LOG.info("{} is to be trusted no more, says {}", station, by.name());
        Answers.recorded(
                context,
                writes.record(
                        Enrolments.operator(by), Enrolments.revoke(station, request.reason(), by)));
    }
}
