package stint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import stint.clock.SystemClocks;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.Task;
import stint.domain.sop.SopBook;
import stint.domain.work.Command;
import stint.domain.work.FloorView;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.core.Outcome;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.core.SyncReport;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.protocol.FeedHeader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A real server on loopback and benches on real directories, with one job that never ends. */
final class Site implements AutoCloseable {

    static final OperatorCode OPERATOR = new OperatorCode("A");
    static final TaskId TASK = new TaskId("JT1", 1);

    private static final int TARGET = 1_000_000;

    private final Path directory;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI uri;
    private SyncServer server;
    private boolean up = true;

    Site(Path directory) {
        this.directory = directory;
        server = start(0);
        uri = server.uri();
    }

    private SyncServer start(int port) {
        return SyncServer.start(
                new ServerConfig(
                        "SITE",
                        "127.0.0.1",
                        port,
                        directory.resolve("server"),
                        new SystemClocks(),
                        ServerConfig.Access.OPEN));
    }

    URI uri() {
        return uri;
    }

    void stopServer() {
        up = false;
        server.close();
    }

    /** Starts the server again where it was. */
    void restartServer() {
        server = start(uri.getPort());
        up = true;
    }

    /** As after a fire: the same address, and nothing in its store. */
    void replaceServer() throws IOException {
        stopServer();
        delete(directory.resolve("server"));
        restartServer();
    }

    /** Copies the server's directory while it is stopped. */
    void backUpServer(Path backup) throws IOException {
        stopServer();
        copy(directory.resolve("server"), backup);
        restartServer();
    }

    void restoreServer(Path backup) throws IOException {
        stopServer();
        delete(directory.resolve("server"));
        copy(backup, directory.resolve("server"));
        restartServer();
    }

    void register(OperatorCode operator) throws IOException, InterruptedException {
        plan(List.of(registered(operator)));
    }

    private static PlanFact registered(OperatorCode operator) {
        return new PlanFact.OperatorRegistered(
                new Operator(operator, operator.value(), "en", Role.OPERATOR, null, null));
    }

    boolean knows(OperatorCode operator) {
        return server.picture().floor().operator(operator).isPresent();
    }

    void plan() throws IOException, InterruptedException {
        plan(
                List.of(
                        registered(OPERATOR),
                        new PlanFact.JobReleased(
                                new Job(
                                        TASK.ticket(),
                                        "Tote",
                                        Line.OEM,
                                        TARGET,
                                        Job.TOLERANCE_DEFAULT,
                                        List.of(new Task(TASK, "Sew", ProcessMode.BATCH)),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null))));
    }

    void plan(List<PlanFact> facts) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri().resolve("/api/v1/plan"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(EventCodec.encodePlan(facts)))
                        .build();
        HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    /** Asks the server as the office would. */
    HttpResponse<String> ask(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri().resolve("/api/v1/" + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The SOPs and their runs, as the server folds them. */
    SopBook sops() {
        return server.picture().floor().sops();
    }

    Path benchDirectory(String code) {
        return directory.resolve(code);
    }

    StationCore bench(String code, boolean background) throws IOException {
        return open(code, benchDirectory(code), uri(), background);
    }

    static StationCore open(String code, Path directory, URI server, boolean background)
            throws IOException {
        return StationCores.open(
                new StationConfig(
                        new StationCode(code),
                        "SITE",
                        directory,
                        server,
                        new SystemClocks(),
                        background));
    }

    /** Every event the server holds of a station, in the feed's order. */
    List<EventId> held(String station) throws Exception {
        List<EventId> ids = new ArrayList<>();
        long after = 0;
        long last = 1;
        while (after < last) {
            URI page = uri().resolve("/api/v1/feed?limit=1000&after=" + after);
            HttpResponse<byte[]> reply =
                    http.send(
                            HttpRequest.newBuilder(page).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            EventBatch<FeedHeader> batch = EventBatch.read(reply.body(), FeedHeader.class);
            for (byte[] body : batch.bodies()) {
                Event event = EventCodec.decode(body);
                if (event.station().value().equals(station)) {
                    ids.add(event.id());
                }
            }
            after = batch.header().to();
            last = batch.header().last();
        }
        return ids;
    }

    /** The floor, as the server folds it. */
    FloorView floor() {
        return server.picture().floor();
    }

    /** Good pieces of the task, as the server folds them. */
    long good() {
        return server.picture().floor().task(TASK).orElseThrow().good();
    }

    static Command onePiece() {
        return new Command.Complete(OPERATOR, TASK, 1, List.of(), null);
    }

    static EventId tap(StationCore bench) {
        Outcome outcome = bench.submit(bench.newCommand(), onePiece()).toCompletableFuture().join();
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).event().id();
    }

    static SyncReport sync(StationCore bench) {
        return bench.syncNow().toCompletableFuture().join();
    }

    /** Completes once the bench's state is as wanted. */
    static CompletableFuture<Void> until(
            StationCore bench, java.util.function.Predicate<StationCore> wanted) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        StationCore.Subscription subscription =
                bench.subscribe(state -> {
                    if (wanted.test(bench)) {
                        reached.complete(null);
                    }
                });
        if (wanted.test(bench)) {
            reached.complete(null);
        }
        return reached.whenComplete((done, failure) -> subscription.close());
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        http.close();
        if (up) {
            server.close();
        }
    }
}
