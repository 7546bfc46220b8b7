package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.Correction;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.RunFact;
import stint.domain.event.SopFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.sop.LogEntry;
import stint.domain.sop.WorkSession;
import stint.server.http.Route;
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.planning.CorrectRequest;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;
import stint.wire.protocol.RunRequest;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Nothing that was approved can be changed by any route (SOP-5): each of the table is asked by each
 * kind of person, with what would change the run if anything could, and the run is what it was.
 * What was tried is written down in {@code shared-model/docs/approval.md}.
 */
class ApprovedRunTest {

    private static final String PIN = "274951";
    private static final String SOP =
            """
            {"code":"SEW-STRAP","version":%d,"titles":{"en":"%s"},"operations":["Cut"],
             "tasks":[{"titles":{"en":"Seam"},"steps":[
              {"key":"gap","texts":{"en":"Measure the gap"},"items":[
               {"key":"mm","labels":{"en":"Gap"},"ask":"number","required":true,"safety":true,
                "min":"1","max":"5","unit":"mm"}]},
              {"key":"look","texts":{"en":"Look at the seam"}}]}]}
            """;

    @TempDir private static Path directory;

    private static TestServer server;
    private static SigningStation bench;
    private static final Map<Role, String> PEOPLE = new LinkedHashMap<>();
    private static EventId run;
    private static WorkSession approved;

    @BeforeAll
    static void approve() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks()).plan();
        bench = new SigningStation(server, "BENCH-1").enrolled("bench");
        for (Role role : Role.values()) {
            Operator person =
                    new Operator(code(role), "P", "en", role, null, Pins.hash(PIN.toCharArray()));
            plan(new PlanFact.OperatorRegistered(person));
            PEOPLE.put(role, session(role));
        }
        ask(Role.PLANNER, "/api/v1/sops", SOP.formatted(1, "Sew").getBytes(UTF_8));
        ask(Role.PLANNER, "/api/v1/sops/SEW-STRAP/confirm", new byte[0]);
        RunRequest start =
                new RunRequest("SEW-STRAP", TestBench.TASK.toString(), null, null, null, null);
        ask(Role.OPERATOR, "/api/v1/sessions", WireJson.write(start));
        run = session().id();
        ask(Role.OPERATOR, "/api/v1/sessions/" + run + "/checks", check("gap", "9"));
        ask(Role.OPERATOR, "/api/v1/sessions/" + run + "/checks", check("gap", "2"));
        ask(Role.OPERATOR, "/api/v1/sessions/" + run + "/checks", check("look", "-"));
        ask(Role.SUPERVISOR, "/api/v1/sessions/" + run + "/approve", check("gap", "2"));
        approved = session();
        assertThat(approved.locked()).isTrue();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static OperatorCode code(Role role) {
        return new OperatorCode("P-" + role);
    }

    private static void plan(PlanFact fact) throws Exception {
        server.as(server.console(), "POST", "/api/v1/plan", EventCodec.encodePlan(List.of(fact)));
    }

    private static String session(Role role) throws Exception {
        byte[] login = WireJson.write(new LoginRequest(code(role).value(), PIN));
        HttpResponse<byte[]> response = server.post("/api/v1/login", "application/json", login);
        return LoginReply.SCHEME + " " + WireJson.read(response.body(), LoginReply.class).token();
    }

    private static void ask(Role who, String path, byte[] body) throws Exception {
        HttpResponse<byte[]> reply = server.as(PEOPLE.get(who), "POST", path, body);
        assertThat(reply.statusCode()).as(path).isBetween(200, 201);
    }

    private static WorkSession session() {
        return server.server().picture().floor().sops().of(code(Role.OPERATOR)).getFirst();
    }

    private static byte[] check(String step, String mm) {
        Map<String, String> answers = step.equals("gap") ? Map.of("mm", mm) : Map.of();
        return WireJson.write(new RunRequest(null, null, step, answers, "tried", null));
    }

    /** All but the tries, which are kept. */
    private static void assertAsApproved(String after) {
        WorkSession now = session();
        assertThat(now.id()).as(after).isEqualTo(run);
        assertThat(now.state()).as(after).isEqualTo(approved.state());
        assertThat(now.results()).as(after).isEqualTo(approved.results());
        assertThat(now.approval()).as(after).isEqualTo(approved.approval());
        assertThat(now.evidence()).as(after).isEqualTo(approved.evidence());
        assertThat(now.procedure()).as(after).isEqualTo(approved.procedure());
        assertThat(now.worker()).as(after).isEqualTo(approved.worker());
        assertThat(now.task()).as(after).isEqualTo(approved.task());
        assertThat(now.startedAt()).as(after).isEqualTo(approved.startedAt());
        assertThat(now.pausedFor()).as(after).isEqualTo(approved.pausedFor());
        assertThat(now.log().stream().filter(ApprovedRunTest::counts).toList())
                .as(after)
                .isEqualTo(approved.log());
    }

    private static boolean counts(LogEntry entry) {
        return entry.standing() == LogEntry.Standing.COUNTS
                && entry.action() != LogEntry.Action.REFUSED;
    }

    /** What would change it by this route, if anything could; for the others a shot in the dark. */
    private static List<byte[]> bodies(Route route) {
        List<byte[]> bodies = new ArrayList<>();
        if (route.method().equals("GET")) {
            return List.of(new byte[0]);
        }
        bodies.add("{}".getBytes(UTF_8));
        bodies.add(check("gap", "4"));
        if (route == Route.CORRECT) {
            for (LogEntry entry : approved.log()) {
                bodies.add(
                        WireJson.write(
                                new CorrectRequest(entry.event().toString(), null, "not so")));
                bodies.add(WireJson.write(new CorrectRequest(entry.event().toString(), 7, "more")));
            }
        }
        if (route == Route.SOP_DRAFT) {
            bodies.add(SOP.formatted(1, "Another").getBytes(UTF_8));
            bodies.add(SOP.formatted(2, "Another").getBytes(UTF_8));
        }
        if (route == Route.PLAN) {
            SopFact.Drafted drafted =
                    new SopFact.Drafted(Objects.requireNonNull(approved.procedure()));
            for (PlanFact fact :
                    List.of(
                            drafted,
                            new SopFact.Confirmed("SEW-STRAP", 1),
                            new SopFact.Deleted("SEW-STRAP"),
                            new PlanFact.JobReleased(TestServer.job(7)))) {
                bodies.add(EventCodec.encodePlan(List.of(fact)));
            }
        }
        return bodies;
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void SOP_5_no_route_changes_what_was_approved(Route route) throws Exception {
        String path =
                route.path()
                        .replace("{station}", "BENCH-2")
                        .replace("{ticket}", TestBench.TASK.ticket())
                        .replace("{sequence}", "1")
                        .replace("{operator}", code(Role.OPERATOR).value())
                        .replace("{sop}", "SEW-STRAP")
                        .replace("{session}", run.toString())
                        .replaceAll("[{}]", "");
        for (Role role : Role.values()) {
            for (byte[] body : bodies(route)) {
                HttpResponse<byte[]> reply =
                        server.as(PEOPLE.get(role), route.method(), path, body);
                assertThat(reply.statusCode())
                        .as(role + " " + path)
                        .isNotEqualTo(405)
                        .isLessThan(500);
                assertAsApproved(role + " by " + route + ": " + new String(body, UTF_8));
                if (reply.statusCode() == 401 || route == Route.LOGOUT || route == Route.PIN) {
                    PEOPLE.put(role, session(role));
                }
            }
        }
    }

    @Test
    void SOP_5_no_event_that_a_bench_sends_changes_what_was_approved() throws Exception {
        TestBench hostile = new TestBench("BENCH-1");
        Map<String, String> other = Map.of("mm", "4");
        List<Fact> facts = new ArrayList<>();
        facts.add(new RunFact.StepChecked(run, "gap", other, List.of()));
        facts.add(new RunFact.StepOverridden(run, "gap", other, "so"));
        facts.add(new RunFact.RunPaused(run, null, null));
        facts.add(new RunFact.RunResumed(run));
        facts.add(new RunFact.RunCompleted(run));
        facts.add(new RunFact.RunCancelled(run, "no"));
        facts.add(new RunFact.RunApproved(run, List.of(run), "mine"));
        facts.add(new RunFact.RunStarted("SEW-STRAP", 1, TestBench.TASK));
        facts.add(new SopFact.Deleted("SEW-STRAP"));
        for (EventId event : approved.evidence()) {
            facts.add(new Correction.Voided(event, "not so"));
        }
        facts.add(
                new Correction.Voided(
                        Objects.requireNonNull(approved.approval()).event(), "not so"));
        String worker = code(Role.OPERATOR).value();
        for (Fact fact : facts) {
            hostile.ago(Duration.ofDays(1)).record(worker, fact);
            hostile.ago(Duration.ZERO).record(code(Role.SUPERVISOR).value(), fact);
        }
        assertThat(bench.push(hostile.all()).statusCode()).isEqualTo(200);

        WorkSession now = server.server().picture().floor().sops().session(run).orElseThrow();
        assertThat(now.state()).isEqualTo(approved.state());
        assertThat(now.results()).isEqualTo(approved.results());
        assertThat(now.approval()).isEqualTo(approved.approval());
        assertThat(now.evidence()).isEqualTo(approved.evidence());
        assertThat(now.doubts().afterApproval()).as("a person looks").isNotEmpty();
    }
}
