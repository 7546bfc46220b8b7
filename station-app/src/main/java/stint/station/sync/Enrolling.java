package stint.station.sync;

import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import stint.credential.Pepper;
import stint.credential.SigningKey;
import stint.credential.VerifyingKey;
import stint.domain.event.StationCode;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.EnrolReply;
import stint.wire.protocol.EnrolRequest;
import stint.wire.protocol.Problem;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Makes a station one that the server trusts, by the code a person brought (SY-4). */
public final class Enrolling {

    private static final MediaType JSON = MediaType.get("application/json");

    private Enrolling() {}

    /** The server does not take the code. */
    public static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String detail) {
            super(detail);
        }
    }

    /**
     * Makes a key and has it enrolled. The code serves once: keep the identity at once.
     *
     * @param code as typed
     * @param trust certificates, besides the system's, by which the server's is accepted
     * @throws RefusedException when the server says no; the message says why
     * @throws IOException when it can't be reached
     */
    public static Identity enrol(URI server, String code, @Nullable Path trust) throws IOException {
        SigningKey key = SigningKey.generate();
        String open = key.verifying().toString();
        byte[] proof = EnrolRequest.proof(code, open).getBytes(StandardCharsets.UTF_8);
        byte[] body = WireJson.write(new EnrolRequest(code, open, key.sign(proof)));
        OkHttpClient client =
                new Link(server, null, trust).client().callTimeout(Duration.ofSeconds(20)).build();
        Request request =
                new Request.Builder()
                        .url(server.resolve("/api/v1/enrol").toString())
                        .post(RequestBody.create(body, JSON))
                        .build();
        try (Response response = client.newCall(request).execute()) {
            byte[] answer = response.body().bytes();
            if (!response.isSuccessful()) {
                throw new RefusedException(refusal(response.code(), answer));
            }
            EnrolReply reply = WireJson.read(answer, EnrolReply.class);
            return new Identity(
                    new StationCode(reply.station()),
                    reply.site(),
                    key,
                    VerifyingKey.parse(reply.serverKey()),
                    pepper(reply.pepper()),
                    trust);
        } catch (MalformedMessageException | IllegalArgumentException e) {
            throw new IOException("the server's answer can't be read", e);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    private static @Nullable Pepper pepper(@Nullable String text) {
        return text == null ? null : Pepper.parse(text);
    }

    private static String refusal(int status, byte[] answer) {
        try {
            return WireJson.read(answer, Problem.class).detail();
        } catch (MalformedMessageException e) {
            return "the server answered " + status;
        }
    }
}
