package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.server.http.Route;
import stint.server.trust.Who;
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;
import stint.wire.protocol.RevokeRequest;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The table of routes says who may use which, and the server does as it says (SY-4). */
class RoutesTest {

    private static final String PIN = "274951";

    @TempDir private static Path directory;

    private static TestServer server;
    private static final Map<Who, Asking> CALLERS = new EnumMap<>(Who.class);
    private static final Map<Role, String> SESSIONS = new EnumMap<>(Role.class);

    /** Asks as somebody. */
    private interface Asking {

        int status(String method, String path) throws Exception;
    }

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks()).plan();
        CALLERS.put(Who.LOCAL, RoutesTest::anonymous);
        SigningStation board = new SigningStation(server, "WALL-1").enrolled("board");
        CALLERS.put(Who.BOARD, as(board));
        SigningStation bench = new SigningStation(server, "BENCH-2").enrolled("bench");
        CALLERS.put(Who.BENCH, as(bench));
        SigningStation old = new SigningStation(server, "BENCH-3").enrolled("bench");
        server.office("POST", "/api/v1/stations/BENCH-3/revoke", new RevokeRequest("gone"));
        CALLERS.put(Who.VOIDED_BENCH, as(old));
        for (Role role : Role.values()) {
            register(role);
            CALLERS.put(
                    Who.valueOf(role.name()),
                    (method, path) ->
                            server.as(session(role, path), method, path, new byte[0]).statusCode());
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void register(Role role) throws Exception {
        Operator operator =
                new Operator(code(role), "P", "en", role, null, Pins.hash(PIN.toCharArray()));
        byte[] plan = EventCodec.encodePlan(List.of(new PlanFact.OperatorRegistered(operator)));
        server.as(server.console(), "POST", "/api/v1/plan", plan);
    }

    private static OperatorCode code(Role role) {
        return new OperatorCode("P-" + role);
    }

    /** One for all routes but those that end it: a PIN takes its time to check. */
    private static String session(Role role, String path) throws Exception {
        if (path.endsWith("/logout")) {
            return session(role);
        }
        String known = SESSIONS.get(role);
        if (known == null) {
            known = session(role);
            SESSIONS.put(role, known);
        }
        return known;
    }

    private static String session(Role role) throws Exception {
        byte[] login = WireJson.write(new LoginRequest(code(role).value(), PIN));
        HttpResponse<byte[]> response = server.post("/api/v1/login", "application/json", login);
        String token = WireJson.read(response.body(), LoginReply.class).token();
        return LoginReply.SCHEME + " " + Objects.requireNonNull(token);
    }

    private static int anonymous(String method, String path) throws Exception {
        return server.send(
                        HttpRequest.newBuilder(server.uri(path))
                                .method(method, HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private static Asking as(SigningStation station) {
        return (method, path) ->
                server.as(station.header(method, path, new byte[0]), method, path, new byte[0])
                        .statusCode();
    }

    static Stream<Arguments> everyRouteAndCaller() {
        return Arrays.stream(Route.values())
                .flatMap(route -> CALLERS.keySet().stream().map(who -> Arguments.of(route, who)));
    }

    @ParameterizedTest
    @MethodSource("everyRouteAndCaller")
    void SY_4_who_is_in_the_table_may_and_nobody_else(Route route, Who who) throws Exception {
        String path =
                route.path()
                        .replace("{station}", who == Who.VOIDED_BENCH ? "BENCH-3" : "BENCH-2")
                        .replace("{ticket}", "JT1")
                        .replace("{sequence}", "1")
                        .replace("{operator}", "P-" + who)
                        .replace("{serial}", "SN1")
                        .replace("{sop}", "SOP1")
                        .replace("{session}", "BENCH-2.1.1")
                        .replace("{event}", "BENCH-2.1.1")
                        .replace("{gtin}", "09506000134352")
                        .replace("{file}", "board.css")
                        .replaceAll("[{}]", "");
        boolean may = route.who().contains(Who.ANYONE) || route.who().contains(who);
        int status = Objects.requireNonNull(CALLERS.get(who)).status(route.method(), path);

        if (may) {
            assertThat(status).isNotIn(401, 403, 405).isLessThan(500);
        } else {
            assertThat(status).isEqualTo(who == Who.LOCAL ? 401 : 403);
        }
    }

    @Test
    void SY_4_every_route_is_registered_through_the_table() throws Exception {
        Path code = Path.of("src", "main", "java", "stint", "server");
        try (Stream<Path> files = Files.walk(code)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("Route.java")) {
                    assertThat(Files.readString(file))
                            .as("%s", file)
                            .doesNotContainPattern(
                                    "routes\\s*\\.(get|post|put|patch|delete|head|sse|ws|addEndpoint"
                                        + "|addHttpHandler)\\(");
                }
            }
        }
        for (Route route : Route.values()) {
            String path = route.path().replace("{file}", "board.css").replaceAll("[{}]", "");
            assertThat(anonymous(route.method(), path)).as("%s is served", route).isNotIn(404, 405);
        }
    }

    @Test
    void SY_4_where_the_board_is_not_open_the_local_network_does_not_read_it() throws Exception {
        try (TestServer closed = TestServer.closed(directory.resolve("closed"))) {
            assertThat(closed.get("/api/v1/board").statusCode()).isEqualTo(401);
            assertThat(closed.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(closed.get("/health/live").statusCode()).isEqualTo(200);
        }
    }
}
