package stint.server.trust;

import stint.clock.Clocks;
import stint.credential.CarriedWord;
import stint.credential.SignedRequest;
import stint.credential.VerifyingKey;
import stint.domain.plan.StationTrust;
import stint.domain.work.FloorView;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Checks what stations sign, against the keys the site trusts. Thread-safe. */
public final class Signatures {

    private final Supplier<FloorView> floor;
    private final Clocks clocks;
    private final Nonces nonces;
    private final Map<String, VerifyingKey> parsed = new ConcurrentHashMap<>();

    /**
     * @param floor what the site knows now
     */
    public Signatures(Supplier<FloorView> floor, Clocks clocks) {
        this.floor = floor;
        this.clocks = clocks;
        nonces = new Nonces(clocks.read().time().toEpochMilli());
    }

    /**
     * The station that signed a request.
     *
     * @throws FaultException when none did whose key is known, when it is too old or too young to
     *     be told from a repetition ({@link Fault#CLOCK}: to be signed anew, by the server's time),
     *     or when it came before
     */
    public Caller.Station caller(SignedRequest request, SignedRequest.Line line) {
        StationTrust trust = floor.get().trust(request.station()).orElseThrow(Signatures::unknown);
        String key = key(trust, request.keyId()).orElseThrow(Signatures::unknown);
        if (!request.verifies(parsed.computeIfAbsent(key, VerifyingKey::parse), line)) {
            throw FaultException.of(
                    Fault.NOT_AUTHENTICATED, "the signature is not of this request");
        }
        long now = clocks.read().time().toEpochMilli();
        if (!nonces.inTime(request.timeMillis(), now)) {
            throw FaultException.of(
                    Fault.CLOCK,
                    "signed at " + request.timeMillis() + ", and here it is " + now + " (ms)");
        }
        if (!nonces.first(request.keyId() + request.nonce(), now)) {
            throw FaultException.of(Fault.NOT_AUTHENTICATED, "this very request came before");
        }
        return new Caller.Station(trust.station(), trust.use(), key.equals(trust.key()));
    }

    /**
     * The station that signed a batch which somebody carried here (SY-5).
     *
     * @throws FaultException when it is none of this site's, or the batch is for another server
     */
    public Caller.Station carried(CarriedWord word, VerifyingKey server) {
        StationTrust trust = floor.get().trust(word.station()).orElseThrow(Signatures::foreign);
        String key = key(trust, word.keyId()).orElseThrow(Signatures::foreign);
        if (!word.verifies(parsed.computeIfAbsent(key, VerifyingKey::parse), server)) {
            throw foreign();
        }
        return new Caller.Station(trust.station(), trust.use(), key.equals(trust.key()));
    }

    private static FaultException foreign() {
        return FaultException.of(
                Fault.FOREIGN,
                "it was signed for another site, by a station this site does not know, or was"
                        + " altered");
    }

    private static Optional<String> key(StationTrust trust, String id) {
        String current = trust.key();
        if (current != null && VerifyingKey.id(current).equals(id)) {
            return Optional.of(current);
        }
        return trust.voided().stream()
                .filter(voided -> VerifyingKey.id(voided).equals(id))
                .findFirst();
    }

    private static FaultException unknown() {
        return FaultException.of(
                Fault.NOT_AUTHENTICATED, "this site knows no such key of such a station; enrol it");
    }
}
