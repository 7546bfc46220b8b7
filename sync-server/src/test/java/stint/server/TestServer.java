package stint.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.clock.SystemClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;
import stint.server.trust.ServerKeys;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.Problem;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.TaskView;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real server in a directory, and a plain HTTP client that talks to it. */
final class TestServer implements AutoCloseable {

    private static final HttpClient CLIENT = client();

    private HttpClient client = CLIENT;
    private final Path directory;
    private final ServerConfig.Access access;
    private final ServerConfig.Limits limits;
    private final Clocks clocks;
    private final ServerConfig.@Nullable Database database;
    private SyncServer server;
    private int port;

    TestServer(Path directory) {
        this(directory, ServerConfig.Limits.usual());
    }

    TestServer(Path directory, ServerConfig.Limits limits) {
        this(directory, ServerConfig.Access.OPEN, limits, new SystemClocks());
    }

    /** One of several over a database. */
    TestServer(Path directory, ServerConfig.Database database) {
        this(
                directory,
                ServerConfig.Access.OPEN,
                ServerConfig.Limits.usual(),
                new SystemClocks(),
                database);
    }

    private TestServer(
            Path directory, ServerConfig.Access access, ServerConfig.Limits limits, Clocks clocks) {
        this(directory, access, limits, clocks, TestDatabase.of(directory));
    }

    private TestServer(
            Path directory,
            ServerConfig.Access access,
            ServerConfig.Limits limits,
            Clocks clocks,
            ServerConfig.@Nullable Database database) {
        this.database = database;
        this.directory = directory;
        this.access = access;
        this.limits = limits;
        this.clocks = clocks;
        server = start();
    }

    /** A server that answers only whom it knows. */
    static TestServer guarded(Path directory, Clocks clocks) {
        return new TestServer(
                directory, ServerConfig.Access.REQUIRED, ServerConfig.Limits.usual(), clocks);
    }

    /** As {@link #guarded(Path, Clocks)}, with limits of its own. */
    static TestServer guarded(Path directory, Clocks clocks, ServerConfig.Limits limits) {
        return new TestServer(directory, ServerConfig.Access.REQUIRED, limits, clocks);
    }

    /** As {@link #guarded(Path, Clocks)}, and the board is for those who are known too. */
    static TestServer closed(Path directory) {
        return new TestServer(
                directory,
                new ServerConfig.Access(true, false, 6),
                ServerConfig.Limits.usual(),
                new SystemClocks());
    }

    /** The header of the administrator at the server's console. */
    String console() throws IOException {
        return ServerKeys.console(SyncServer.keys(directory)).header("it");
    }

    /** Asks as somebody; what an answer says is for the caller to judge. */
    HttpResponse<byte[]> as(String authorization, String method, String path, byte[] body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(body)));
    }

    /** As the administrator, who must succeed. */
    byte[] office(String method, String path, Object message)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = as(console(), method, path, WireJson.write(message));
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.statusCode() + " " + new String(response.body(), UTF_8));
        }
        return response.body();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** From now on asks by connections that nobody has kept idle. */
    void freshClient() {
        client = client();
    }

    private SyncServer start() {
        return start(0);
    }

    private SyncServer start(int wanted) {
        SyncServer started =
                SyncServer.start(
                        new ServerConfig(
                                        "TEST",
                                        "127.0.0.1",
                                        wanted,
                                        directory,
                                        clocks,
                                        access,
                                        limits)
                                .on(database));
        port = started.port();
        return started;
    }

    void restart() {
        server.close();
        server = start();
    }

    void stop() {
        server.close();
    }

    void startAgain() {
        server = start();
    }

    /** As a server that is restarted is: at the address that everybody knows. */
    void startAgainAtTheSamePort() {
        server = start(port);
    }

    SyncServer server() {
        return server;
    }

    URI uri(String path) {
        return server.uri().resolve(path);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpRequest sent = request.timeout(Duration.ofSeconds(30)).build();
        HttpResponse<byte[]> response = client.send(sent, BodyHandlers.ofByteArray());
        Interface.check(sent, response);
        return response;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<byte[]> post(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> tryPush(String station, EventBatch<PushHeader> batch)
            throws IOException, InterruptedException {
        return trySend("/api/v1/stations/" + station + "/push", batch);
    }

    HttpResponse<byte[]> tryReturn(EventBatch<PushHeader> batch)
            throws IOException, InterruptedException {
        return trySend("/api/v1/returned", batch);
    }

    private HttpResponse<byte[]> trySend(String path, EventBatch<PushHeader> batch)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", EventBatch.MEDIA_TYPE)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(batch.toGzip())));
    }

    PushReply push(EventBatch<PushHeader> batch) throws Exception {
        HttpResponse<byte[]> response = tryPush(batch.header().station(), batch);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.statusCode() + " " + new String(response.body(), UTF_8));
        }
        return WireJson.read(response.body(), PushReply.class);
    }

    EventBatch<FeedHeader> feed(long after, int limit) throws Exception {
        String generation = server.generation();
        HttpResponse<byte[]> response =
                get(
                        "/api/v1/feed?after="
                                + after
                                + "&limit="
                                + limit
                                + "&generation="
                                + generation);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.statusCode() + " " + new String(response.body(), UTF_8));
        }
        return EventBatch.read(response.body(), FeedHeader.class);
    }

    TaskView task() throws Exception {
        return WireJson.read(
                as(console(), "GET", "/api/v1/tasks/" + TestBench.TASK, new byte[0]).body(),
                TaskView.class);
    }

    static Problem problem(HttpResponse<byte[]> response) throws Exception {
        return WireJson.read(response.body(), Problem.class);
    }

    /** Operators A, B, supervisor S, two benches, and one batch job with a target of 1000. */
    TestServer plan() throws Exception {
        List<PlanFact> facts =
                List.of(
                        person("A", Role.OPERATOR),
                        person("B", Role.OPERATOR),
                        person("S", Role.SUPERVISOR),
                        station("BENCH-1"),
                        station("BENCH-2"),
                        new PlanFact.JobReleased(job(1_000)));
        HttpResponse<byte[]> response =
                as(console(), "POST", "/api/v1/plan", EventCodec.encodePlan(facts));
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.statusCode() + " " + new String(response.body(), UTF_8));
        }
        return this;
    }

    static PlanFact person(String code, Role role) {
        return new PlanFact.OperatorRegistered(
                new Operator(new OperatorCode(code), "ช่าง " + code, "th", role, null, null));
    }

    static PlanFact station(String code) {
        return new PlanFact.StationRegistered(
                new Station(new StationCode(code), SecondStartPolicy.SWITCH));
    }

    static Job job(int target) {
        String ticket = TestBench.TASK.ticket();
        return new Job(
                ticket,
                "Tote",
                Line.OEM,
                target,
                Job.TOLERANCE_DEFAULT,
                List.of(new Task(new TaskId(ticket, 1), "Cut", ProcessMode.BATCH)),
                List.of(),
                List.of(),
                null,
                null);
    }

    @Override
    public void close() {
        server.close();
    }
}
