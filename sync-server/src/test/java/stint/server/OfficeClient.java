package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.RefusalView;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;
import stint.wire.protocol.Problem;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

/** A person of the office who is signed in, and asks over HTTP. */
final class OfficeClient {

    private static final String PIN = "274951";

    private final TestServer server;
    private final OperatorCode code;
    private String authorization = "";
    private String language = "en";

    private OfficeClient(TestServer server, OperatorCode code) {
        this.server = server;
        this.code = code;
    }

    /** Registers somebody and signs them in. */
    static OfficeClient of(TestServer server, String code, Role role) throws Exception {
        Operator person =
                new Operator(
                        new OperatorCode(code),
                        "Khun " + code,
                        "th",
                        role,
                        null,
                        Pins.hash(PIN.toCharArray()));
        byte[] plan = EventCodec.encodePlan(List.of(new PlanFact.OperatorRegistered(person)));
        assertThat(server.as(server.console(), "POST", "/api/v1/plan", plan).statusCode())
                .isEqualTo(200);
        return new OfficeClient(server, person.code()).signIn();
    }

    OfficeClient signIn() throws Exception {
        byte[] login = WireJson.write(new LoginRequest(code.value(), PIN));
        HttpResponse<byte[]> response = server.post("/api/v1/login", "application/json", login);
        String token = WireJson.read(response.body(), LoginReply.class).token();
        authorization = LoginReply.SCHEME + " " + Objects.requireNonNull(token);
        return this;
    }

    OfficeClient speaking(String newLanguage) {
        language = newLanguage;
        return this;
    }

    HttpResponse<byte[]> send(String method, String path, String type, byte[] body)
            throws Exception {
        return server.send(
                HttpRequest.newBuilder(server.uri("/api/v1/" + path))
                        .header("Authorization", authorization)
                        .header("Accept-Language", language)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body)));
    }

    <T> T get(String path, Class<T> type) throws Exception {
        HttpResponse<byte[]> response = send("GET", path, "application/json", new byte[0]);
        assertThat(response.statusCode())
                .as(() -> new String(response.body(), UTF_8))
                .isEqualTo(200);
        return WireJson.read(response.body(), type);
    }

    HttpResponse<byte[]> post(String path, Object message) throws Exception {
        return send("POST", path, "application/json", WireJson.write(message));
    }

    /** What must succeed. */
    PlannedReply done(String path, Object message) throws Exception {
        HttpResponse<byte[]> response = post(path, message);
        assertThat(response.statusCode())
                .as(() -> new String(response.body(), UTF_8))
                .isEqualTo(200);
        return WireJson.read(response.body(), PlannedReply.class);
    }

    /** What must be refused, in words. */
    List<String> refused(String path, Object message) throws Exception {
        return refusals(post(path, message)).stream().map(RefusalView::text).toList();
    }

    static List<RefusalView> refusals(HttpResponse<byte[]> response) throws Exception {
        assertThat(response.statusCode())
                .as(() -> new String(response.body(), UTF_8))
                .isIn(409, 422);
        return Objects.requireNonNull(WireJson.read(response.body(), Problem.class).refusals());
    }
}
