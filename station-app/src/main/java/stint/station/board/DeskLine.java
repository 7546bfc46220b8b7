package stint.station.board;

import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.station.sync.Link;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.planning.AcknowledgeRequest;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * What a supervisor who stands before the board tells the server, in their own name: the board may
 * only read. Each word signs in and out again, and nothing of it stays here. It waits for the
 * server, so not on the FX thread. Thread-safe.
 */
final class DeskLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeskLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final MediaType JSON = MediaType.get("application/json");

    /** What became of it. */
    enum Answer {
        /** It is written down. */
        DONE,
        /** Code or PIN is wrong. */
        WRONG,
        /** There were too many tries. */
        LATER,
        /** This person supervises nobody. */
        NOT_ALLOWED,
        /** The exception is no more, or somebody was faster. */
        GONE,
        /** The server is not there. */
        AWAY
    }

    private final URI server;
    private final OkHttpClient client;

    DeskLine(Link link) {
        server = link.server();
        // Without the board's own key: a person speaks.
        client = new Link(server, null, link.trust()).client().callTimeout(PATIENCE).build();
    }

    /** Says that somebody has looked at an exception (EX-2). */
    Answer acknowledge(
            String code, String pin, String exception, String note, @Nullable String seen) {
        try {
            LoginReply person;
            try (Response response = post("/api/v1/login", null, new LoginRequest(code, pin))) {
                if (!response.isSuccessful()) {
                    return answer(response.code(), Answer.WRONG);
                }
                person = WireJson.read(response.body().bytes(), LoginReply.class);
            }
            String word = LoginReply.SCHEME + " " + person.token();
            AcknowledgeRequest request = new AcknowledgeRequest(exception, note, seen);
            try (Response response = post("/api/v1/desk/exceptions/acknowledge", word, request)) {
                return response.isSuccessful() ? Answer.DONE : answer(response.code(), Answer.GONE);
            } finally {
                post("/api/v1/logout", word, "").close();
            }
        } catch (IOException | MalformedMessageException e) {
            LOG.debug("nothing was acknowledged: {}", e.toString());
            return Answer.AWAY;
        }
    }

    private static Answer answer(int status, Answer otherwise) {
        return switch (status) {
            case 403 -> Answer.NOT_ALLOWED;
            case 429 -> Answer.LATER;
            default -> status >= 500 ? Answer.AWAY : otherwise;
        };
    }

    private Response post(String path, @Nullable String word, Object message) throws IOException {
        Request.Builder request =
                new Request.Builder()
                        .url(server.resolve(path).toString())
                        .post(RequestBody.create(WireJson.write(message), JSON));
        if (word != null) {
            request.header("Authorization", word);
        }
        return client.newCall(request.build()).execute();
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
