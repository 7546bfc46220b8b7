package stint.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import stint.credential.SignedRequest;
import stint.credential.SigningKey;
import stint.credential.VerifyingKey;
import stint.domain.event.StationCode;
import stint.wire.EventBatch;
import stint.wire.WireJson;
import stint.wire.protocol.EnrolReply;
import stint.wire.protocol.EnrolRequest;
import stint.wire.protocol.OfferReply;
import stint.wire.protocol.OfferRequest;
import stint.wire.protocol.PushHeader;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A station with a key that signs by hand, so that a test can sign wrongly too. */
final class SigningStation {

    private final TestServer server;
    private final StationCode code;
    private SigningKey key = SigningKey.generate();
    private String audience = "";
    private long offsetMillis;

    SigningStation(TestServer server, String code) {
        this.server = server;
        this.code = new StationCode(code);
    }

    StationCode code() {
        return code;
    }

    /** The office lets it enrol as bench or board, and it does. */
    SigningStation enrolled(String use) throws Exception {
        HttpResponse<byte[]> response = enrol(offer(use));
        if (response.statusCode() != 200) {
            throw new AssertionError(new String(response.body(), UTF_8));
        }
        return this;
    }

    /** A code for it. */
    String offer(String use) throws Exception {
        OfferRequest request = new OfferRequest(code.value(), use);
        return WireJson.read(server.office("POST", "/api/v1/enrolments", request), OfferReply.class)
                .code();
    }

    /** Sends a code with its key. */
    HttpResponse<byte[]> enrol(String offered) throws Exception {
        String open = key.verifying().toString();
        String proof = key.sign(EnrolRequest.proof(offered, open).getBytes(UTF_8));
        HttpResponse<byte[]> response =
                server.post(
                        "/api/v1/enrol",
                        "application/json",
                        WireJson.write(new EnrolRequest(offered, open, proof)));
        if (response.statusCode() == 200) {
            EnrolReply reply = WireJson.read(response.body(), EnrolReply.class);
            audience = VerifyingKey.parse(reply.serverKey()).id();
        }
        return response;
    }

    /** From now on it is another machine, with a key of its own. */
    SigningStation replaced() {
        SigningStation other = new SigningStation(server, code.value());
        other.audience = audience;
        return other;
    }

    /** Its clock is wrong. */
    SigningStation withClockOffBy(long millis) {
        offsetMillis = millis;
        return this;
    }

    /** The header for a request. */
    String header(String method, String target, byte[] body) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
        return SignedRequest.sign(
                        key,
                        code,
                        new SignedRequest.Line(audience, method, target),
                        System.currentTimeMillis() + offsetMillis,
                        Long.toString(System.nanoTime()),
                        HexFormat.of().formatHex(digest))
                .header();
    }

    HttpResponse<byte[]> get(String target) throws Exception {
        return server.as(header("GET", target, new byte[0]), "GET", target, new byte[0]);
    }

    HttpResponse<byte[]> push(EventBatch<PushHeader> batch) throws Exception {
        String target = "/api/v1/stations/" + batch.header().station() + "/push";
        byte[] body = batch.toGzip();
        return push(target, body, header("POST", target, body));
    }

    HttpResponse<byte[]> push(String target, byte[] body, String header) throws Exception {
        return server.send(
                HttpRequest.newBuilder(server.uri(target))
                        .header("Authorization", header)
                        .header("Content-Type", EventBatch.MEDIA_TYPE)
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }
}
