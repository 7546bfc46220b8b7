package stint.server.trust;

import org.jspecify.annotations.Nullable;

import stint.credential.EnrolmentCode;
import stint.credential.VerifyingKey;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.event.TrustFact;
import stint.domain.plan.StationTrust;
import stint.domain.plan.StationUse;
import stint.domain.work.Floor;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.sync.Ledger;
import stint.wire.protocol.EnrolRequest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;

/**
 * Decides who is trusted; the single writer runs what is returned here, so a code serves once
 * however many use it at the same moment. Stateless; any thread.
 */
public final class Enrolments {

    /** How long a code is valid. */
    public static final Duration VALID = Duration.ofMinutes(10);

    private final ServerKeys keys;

    /** Enrolments by a server's secrets. */
    public Enrolments(ServerKeys keys) {
        this.keys = keys;
    }

    /** Lets a station enrol by a code. */
    public Ledger.Decide offer(StationCode station, StationUse use, EnrolmentCode code, Caller by) {
        if (station.equals(StationCode.SERVER)) {
            throw FaultException.of(Fault.INVALID, "that is the server's own name");
        }
        String mac = code.mac(keys.secret());
        return (floor, now) ->
                List.of(
                        new TrustFact.EnrolmentOffered(
                                station, use, mac, now.time().plus(VALID), by.name()));
    }

    /**
     * Takes a station's key.
     *
     * @throws FaultException when code or key are wrong; here, or when the writer decides
     */
    public Ledger.Decide enrol(EnrolRequest request) {
        EnrolmentCode code;
        VerifyingKey key;
        try {
            code = EnrolmentCode.parse(request.code());
            key = VerifyingKey.parse(request.key());
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.NOT_ALLOWED, String.valueOf(e.getMessage()), e);
        }
        byte[] proof =
                EnrolRequest.proof(request.code(), request.key()).getBytes(StandardCharsets.UTF_8);
        if (!key.verifies(proof, request.signature())) {
            throw FaultException.of(Fault.NOT_ALLOWED, "the key is not the sender's own");
        }
        String mac = code.mac(keys.secret());
        return (floor, now) -> List.of(enrolled(floor, now, mac, key));
    }

    private static Fact enrolled(Floor floor, TimeReading now, String mac, VerifyingKey key) {
        for (StationTrust trust : floor.trust()) {
            StationTrust.Offer offer = trust.offerAt(now.time()).orElse(null);
            if (offer != null && same(offer.codeMac(), mac)) {
                return new TrustFact.StationEnrolled(
                        trust.station(),
                        offer.use(),
                        key.toString(),
                        offer.event(),
                        trust.station().value());
            }
        }
        throw FaultException.of(
                Fault.NOT_ALLOWED, "the code is wrong, was used, or is older than 10 minutes");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Trusts a station no more; nothing where it is so already.
     *
     * @throws FaultException by the writer, when the site never heard of it
     */
    public static Ledger.Decide revoke(StationCode station, String reason, Caller by) {
        return (floor, now) -> {
            StationTrust trust =
                    floor.trust(station)
                            .orElseThrow(() ->
                                    FaultException.of(
                                            Fault.NOT_FOUND, station + " was never to enrol"));
            boolean already = trust.key() == null && trust.offer() == null;
            return already
                    ? List.of()
                    : List.of(new TrustFact.StationRevoked(station, reason, by.name()));
        };
    }

    /** Who ordered it, where that is a person of the floor. */
    public static @Nullable OperatorCode operator(Caller caller) {
        return caller instanceof Caller.Person person ? person.code() : null;
    }
}
