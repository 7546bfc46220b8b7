package stint.installer;

import org.jspecify.annotations.Nullable;

import stint.credential.CarriedWord;
import stint.credential.Pem;
import stint.credential.TlsTrust;
import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.StationUse;
import stint.domain.sop.PictureName;
import stint.domain.sop.Sop;
import stint.server.SyncServer;
import stint.server.trust.ConsoleFile;
import stint.server.trust.ServerKeys;
import stint.station.sync.Enrolling;
import stint.station.sync.Link;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.MalformedMessageException;
import stint.wire.SopJson;
import stint.wire.UnreadableEventException;
import stint.wire.WireJson;
import stint.wire.planning.PlannedReply;
import stint.wire.protocol.ActsView;
import stint.wire.protocol.ApartView;
import stint.wire.protocol.BackupReply;
import stint.wire.protocol.BackupRequest;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.CancelRequest;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.JudgeRequest;
import stint.wire.protocol.OfferReply;
import stint.wire.protocol.OfferRequest;
import stint.wire.protocol.PictureReply;
import stint.wire.protocol.PinRequest;
import stint.wire.protocol.PlanReply;
import stint.wire.protocol.Problem;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.RevokeRequest;
import stint.wire.protocol.StationView;
import stint.wire.protocol.TaskView;
import stint.wire.protocol.VerifyView;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks a sync-server over HTTP what a planner or a supervisor would: for simulate, demo and bench.
 * Any thread.
 */
public final class ServerClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** For what reads everything a server has. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final URI server;
    private final @Nullable String authorization;
    private final HttpClient http;
    private final @Nullable Path certificate;

    /** Anybody's client of the server at the address. */
    public ServerClient(URI server) {
        this(server, null, null, HttpClient.newBuilder());
    }

    private ServerClient(
            URI server,
            @Nullable String authorization,
            @Nullable Path certificate,
            HttpClient.Builder http) {
        this.server = server;
        this.certificate = certificate;
        this.http = http.version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
        this.authorization = authorization;
    }

    /**
     * The administrator's client of the server that runs on this machine.
     *
     * @param directory where that server has its store
     * @throws IOException when none runs there, or this user may not read its files
     */
    public static ServerClient console(Path directory) throws IOException {
        ConsoleFile console = ServerKeys.console(SyncServer.keys(directory));
        Path certificate = console.certificate();
        HttpClient.Builder http = HttpClient.newBuilder();
        if (certificate != null) {
            http.sslContext(
                    TlsTrust.context(TlsTrust.only(Pem.certificates(certificate).getFirst())));
        }
        return new ServerClient(
                console.server(),
                console.header(System.getProperty("user.name", "unknown")),
                certificate,
                http);
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

    /**
     * Asks for what a planner's desk, or an ERP, asks for.
     *
     * @param path below {@code /api/v1/}
     * @param request one of {@code stint.wire.planning}
     */
    public PlannedReply office(String path, Object request) throws IOException {
        return read(post("/api/v1/" + path, WireJson.write(request)), PlannedReply.class);
    }

    /** Lets people work by an SOP: writes it, and confirms it (SOP-1). */
    public void confirm(Sop sop) throws IOException {
        post("/api/v1/sops", SopJson.write(sop));
        post("/api/v1/sops/" + sop.code() + "/confirm", new byte[0]);
    }

    /** Has the server keep a picture in PNG or JPEG. */
    public PictureReply keepPicture(byte[] picture) throws IOException {
        String type =
                PictureName.of(picture)
                        .map(PictureName::mediaType)
                        .orElse("application/octet-stream");
        return read(
                send(
                        request("/api/v1/pictures")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofByteArray(picture))
                                .build()),
                PictureReply.class);
    }

    /** Cancels a task in a supervisor's name. */
    public void cancel(TaskId task, OperatorCode supervisor, String reason) throws IOException {
        post(
                "/api/v1/tasks/" + task.ticket() + "/" + task.sequence() + "/cancel",
                WireJson.write(new CancelRequest(supervisor.value(), reason)));
    }

    /** Lets a station enrol, by the code this returns. */
    public OfferReply offer(StationCode station, StationUse use) throws IOException {
        String word = use.name().toLowerCase(Locale.ROOT);
        byte[] request = WireJson.write(new OfferRequest(station.value(), word));
        return read(post("/api/v1/enrolments", request), OfferReply.class);
    }

    /** Enrols a station that keeps its data in a directory of this machine. */
    public Link enrol(StationCode station, StationUse use, Path data) throws IOException {
        Enrolling.enrol(server, offer(station, use).code(), certificate).write(data);
        return Link.of(server, data);
    }

    /** Trusts a station no more. */
    public void revoke(StationCode station, String reason) throws IOException {
        post(
                "/api/v1/stations/" + encoded(station) + "/revoke",
                WireJson.write(new RevokeRequest(reason)));
    }

    /** How far each station is trusted. */
    public List<StationView> stations() throws IOException {
        return List.of(read(get("/api/v1/stations"), StationView[].class));
    }

    /** What came from stations that are trusted no more, and waits for a judgement. */
    public List<ApartView> apart() throws IOException {
        return List.of(read(get("/api/v1/apart"), ApartView[].class));
    }

    /** Judges all that waits of a station. */
    public void judge(StationCode station, boolean accepted, String reason) throws IOException {
        post(
                "/api/v1/apart/" + encoded(station) + "/judge",
                WireJson.write(new JudgeRequest(accepted, reason)));
    }

    /** Gives a person a PIN. */
    void pin(OperatorCode person, char[] pin) throws IOException {
        post(
                "/api/v1/people/"
                        + URLEncoder.encode(person.value(), StandardCharsets.UTF_8)
                        + "/pin",
                WireJson.write(new PinRequest(new String(pin))));
    }

    /** Who did what, after a position. */
    ActsView audit(long after) throws IOException {
        return read(get("/api/v1/audit?after=" + after), ActsView.class);
    }

    /** Hands over what a station signed and somebody carried. */
    PushReply carried(CarriedWord word, byte[] body) throws IOException {
        return read(
                send(
                        request("/api/v1/carried")
                                .header("Content-Type", EventBatch.MEDIA_TYPE)
                                .header("Content-Encoding", "gzip")
                                .header(CarriedWord.HEADER, word.header())
                                .POST(BodyPublishers.ofByteArray(body))
                                .build()),
                PushReply.class);
    }

    private static String encoded(StationCode station) {
        return URLEncoder.encode(station.value(), StandardCharsets.UTF_8);
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

    /**
     * Fetches something large into a file, which may be there; what it has then may be a part only.
     */
    public void download(String path, Path file) throws IOException {
        HttpRequest request = request(path).timeout(PATIENCE).GET().build();
        try {
            int status = http.send(request, BodyHandlers.ofFile(file)).statusCode();
            if (status >= 400) {
                throw refused(status, Files.readAllBytes(file));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A backup of this server's events is where it is kept, and whole. */
    public BackupReply backedUp(String generation, long position) throws IOException {
        byte[] request = WireJson.write(new BackupRequest(generation, position));
        return read(post("/api/v1/backup", request), BackupReply.class);
    }

    /** Has the server read all it keeps. */
    public VerifyView verify() throws IOException {
        HttpRequest.Builder request = request("/api/v1/verify").timeout(PATIENCE);
        return read(send(request.POST(BodyPublishers.noBody()).build()), VerifyView.class);
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
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
        return authorization == null ? request : request.header("Authorization", authorization);
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
