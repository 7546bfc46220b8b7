package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.protocol.CancelRequest;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;
import stint.wire.protocol.PinRequest;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** People at the server: signing in, and what only an administrator may say of others. */
class PeopleTest {

    private static final String PIN = "274951";

    @TempDir private Path directory;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks()).plan();
        for (Role role : Role.values()) {
            assertThat(plan(server.console(), person(role.name(), role))).isEqualTo(200);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static PlanFact person(String code, Role role) {
        return person(code, role, Pins.hash(PIN.toCharArray()));
    }

    private static PlanFact person(String code, Role role, @Nullable String pinHash) {
        return new PlanFact.OperatorRegistered(
                new Operator(new OperatorCode(code), code, "en", role, null, pinHash));
    }

    private int plan(String authorization, PlanFact fact) throws Exception {
        return server.as(
                        authorization, "POST", "/api/v1/plan", EventCodec.encodePlan(List.of(fact)))
                .statusCode();
    }

    private HttpResponse<byte[]> login(String code, String pin) throws Exception {
        byte[] body = WireJson.write(new LoginRequest(code, pin));
        return server.post("/api/v1/login", "application/json", body);
    }

    private String session(Role role) throws Exception {
        LoginReply reply = WireJson.read(login(role.name(), PIN).body(), LoginReply.class);
        return LoginReply.SCHEME + " " + reply.token();
    }

    @Test
    void a_person_signs_in_by_code_and_pin_and_out_again() throws Exception {
        HttpResponse<byte[]> response = login("SUPERVISOR", PIN);
        LoginReply reply = WireJson.read(response.body(), LoginReply.class);
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(reply.role()).isEqualTo("supervisor");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        HttpResponse<byte[]> asked =
                server.send(
                        HttpRequest.newBuilder(server.uri("/api/v1/tasks"))
                                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertThat(asked.statusCode()).isEqualTo(200);

        String session = LoginReply.SCHEME + " " + reply.token();
        assertThat(server.as(session, "POST", "/api/v1/logout", new byte[0]).statusCode())
                .isEqualTo(204);
        assertThat(server.as(session, "GET", "/api/v1/tasks", new byte[0]).statusCode())
                .isEqualTo(401);
        byte[] again = WireJson.write(new LoginRequest("SUPERVISOR", PIN));
        assertThat(server.as(session, "POST", "/api/v1/login", again).statusCode())
                .as("an old session keeps nobody from signing in")
                .isEqualTo(200);
    }

    @Test
    void a_wrong_pin_and_an_unknown_code_are_told_alike_and_become_slow() throws Exception {
        HttpResponse<byte[]> wrong = login("SUPERVISOR", "111111");
        HttpResponse<byte[]> unknown = login("NOBODY", PIN);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(new String(unknown.body(), UTF_8)).isEqualTo(new String(wrong.body(), UTF_8));
        for (int tries = 0; tries < 5; tries++) {
            login("SUPERVISOR", "111111");
        }
        assertThat(login("SUPERVISOR", PIN).statusCode()).isEqualTo(429);
    }

    @Test
    void nobody_but_an_administrator_makes_somebody_more_than_an_operator() throws Exception {
        String planner = session(Role.PLANNER);

        assertThat(plan(planner, person("NEW", Role.OPERATOR, null))).isEqualTo(200);
        assertThat(plan(planner, person("PLANNER", Role.ADMIN))).isEqualTo(403);
        assertThat(plan(planner, person("ADMIN", Role.OPERATOR))).isEqualTo(403);
        assertThat(plan(session(Role.ADMIN), person("NEW", Role.SUPERVISOR))).isEqualTo(200);
    }

    @Test
    void SY_4_nobody_but_an_administrator_gives_another_a_pin_by_whatever_route() throws Exception {
        String planner = session(Role.PLANNER);
        String other = Pins.hash("592748".toCharArray());

        assertThat(plan(planner, person("OPERATOR", Role.OPERATOR, other))).isEqualTo(403);
        assertThat(plan(planner, person("NEW", Role.OPERATOR, other))).isEqualTo(403);
        assertThat(plan(planner, person("OPERATOR", Role.OPERATOR, null))).isEqualTo(200);
        assertThat(login("OPERATOR", PIN).statusCode()).as("the PIN they had").isEqualTo(200);
        assertThat(plan(session(Role.ADMIN), person("NEW", Role.OPERATOR, other))).isEqualTo(200);
        assertThat(login("NEW", "592748").statusCode()).isEqualTo(200);
    }

    @Test
    void a_role_that_was_taken_away_is_gone_at_once() throws Exception {
        String supervisor = session(Role.SUPERVISOR);
        assertThat(server.as(supervisor, "GET", "/api/v1/tasks", new byte[0]).statusCode())
                .isEqualTo(200);
        plan(server.console(), person("SUPERVISOR", Role.OPERATOR));

        assertThat(server.as(supervisor, "GET", "/api/v1/tasks", new byte[0]).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_cancellation_is_in_the_name_of_who_is_signed_in() throws Exception {
        String path = "/api/v1/tasks/" + TestBench.TASK + "/cancel";
        byte[] asAnother = WireJson.write(new CancelRequest("S", "not wanted"));
        byte[] asHerself = WireJson.write(new CancelRequest("SUPERVISOR", "not wanted"));
        String supervisor = session(Role.SUPERVISOR);

        assertThat(server.as(supervisor, "POST", path, asAnother).statusCode()).isEqualTo(403);
        assertThat(server.as(supervisor, "POST", path, asHerself).statusCode()).isEqualTo(200);
        assertThat(server.task().cancelled()).isTrue();
    }

    @Test
    void a_pin_is_set_by_its_person_and_keeps_the_sites_rules() throws Exception {
        String operator = session(Role.OPERATOR);

        assertThat(pin(operator, "OPERATOR", "12345")).isEqualTo(422);
        assertThat(pin(operator, "OPERATOR", "310199")).isEqualTo(422);
        assertThat(pin(operator, "PLANNER", "592748")).isEqualTo(403);
        assertThat(pin(operator, "OPERATOR", "592748")).isEqualTo(200);
        assertThat(login("OPERATOR", PIN).statusCode()).isEqualTo(401);
        assertThat(login("OPERATOR", "592748").statusCode()).isEqualTo(200);
    }

    private int pin(String authorization, String code, String pin) throws Exception {
        return server.as(
                        authorization,
                        "POST",
                        "/api/v1/people/" + code + "/pin",
                        WireJson.write(new PinRequest(pin)))
                .statusCode();
    }

    @Test
    void the_log_holds_pins_sealed_by_a_pepper_that_is_not_in_it() throws Exception {
        SigningStation bench = new SigningStation(server, "BENCH-1").enrolled("bench");
        EventBatch<FeedHeader> feed =
                EventBatch.read(
                        bench.get("/api/v1/feed?after=0&limit=1000").body(), FeedHeader.class);

        List<String> bodies = feed.bodies().stream().map(body -> new String(body, UTF_8)).toList();
        assertThat(bodies).noneMatch(body -> body.contains("argon2"));
        assertThat(bodies).anyMatch(body -> body.contains("sealed1:"));
        Path pepper = SyncServer.keys(directory).resolve("pepper");
        assertThat(Files.readString(pepper)).hasSizeGreaterThan(60);
    }
}
