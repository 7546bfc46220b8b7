package stint.installer;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.MalformedMessageException;
import stint.wire.UnreadableEventException;
import stint.wire.WireJson;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.CancelRequest;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PlanReply;
import stint.wire.protocol.Problem;
import stint.wire.protocol.TaskView;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a sync-server over HTTP what a planner or a supervisor would: for simulate, demo and bench.
 * Any thread.
 */
public final class ServerClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    /** A client of the server at the address. */
    public ServerClient(URI server) {
        this.server = server;
    }

    /** The server said no. */
    public static final class RefusedException extends IOException {

        private final String code;

        RefusedException(String code, String message) {
            super(message);
            this.code = code;
        }

        /** The problem's code, as {@code NOT_ALLOWED}; empty when it has none. */
        public String code() {
            return code;
        }
    }

    /**
     * A part of the feed.
     *
     * @param header which part
     * @param events in order
     */
    public record Page(FeedHeader header, List<Event> events) {}

    /** Makes plan facts known. */
    public PlanReply plan(List<? extends PlanFact> facts) throws IOException {
        return read(post("/api/v1/plan", EventCodec.encodePlan(facts)), PlanReply.class);
    }

    /** Cancels a task in a supervisor's name. */
    public void cancel(TaskId task, OperatorCode supervisor, String reason) throws IOException {
        post(
                "/api/v1/tasks/" + task.ticket() + "/" + task.sequence() + "/cancel",
                WireJson.write(new CancelRequest(supervisor.value(), reason)));
    }

    /** All tasks as the server counts them. */
    public List<TaskView> tasks() throws IOException {
        return List.of(read(get("/api/v1/tasks"), TaskView[].class));
    }

    /** The exceptions as the server sees them. */
    public List<ExceptionView> exceptions() throws IOException {
        return List.of(read(get("/api/v1/exceptions"), ExceptionView[].class));
    }

    /** The board. */
    public BoardView board() throws IOException {
        return read(get("/api/v1/board"), BoardView.class);
    }

    /** What the feed has after a position. */
    public Page feed(long after) throws IOException {
        byte[] bytes = get("/api/v1/feed?after=" + after + "&limit=1000");
        try {
            EventBatch<FeedHeader> batch = EventBatch.read(bytes, FeedHeader.class);
            List<Event> events = new ArrayList<>();
            for (byte[] body : batch.bodies()) {
                events.add(EventCodec.decode(body));
            }
            return new Page(batch.header(), events);
        } catch (MalformedMessageException | UnreadableEventException e) {
            throw new IOException("the feed can't be read: " + e.getMessage(), e);
        }
    }

    /** The body of a plain GET, whatever it is. */
    public byte[] get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    private byte[] post(String path, byte[] body) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
    }

    private byte[] send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw refused(response.statusCode(), response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static RefusedException refused(int status, byte[] body) {
        try {
            Problem problem = WireJson.read(body, Problem.class);
            return new RefusedException(problem.code(), problem.title() + ": " + problem.detail());
        } catch (MalformedMessageException e) {
            return new RefusedException("", "the server answered " + status);
        }
    }

    private static <T> T read(byte[] body, Class<T> type) throws IOException {
        try {
            return WireJson.read(body, type);
        } catch (MalformedMessageException e) {
            throw new IOException("the server's answer can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
