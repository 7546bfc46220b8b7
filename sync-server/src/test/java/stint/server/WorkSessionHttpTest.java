package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.planning.CorrectRequest;
import stint.wire.protocol.AuditView;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;
import stint.wire.protocol.Problem;
import stint.wire.protocol.RunRequest;
import stint.wire.protocol.WorkSessionView;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Guided work over real HTTP: each scenario of seed 003, by its id. */
class WorkSessionHttpTest {

    private static final String PIN = "274951";
    private static final String SOP =
            """
            {"code":"SEW-STRAP","version":1,"titles":{"en":"Sew the strap","th":"เย็บสาย"},
             "operations":["Cut"],"tasks":[{"titles":{"en":"Seam"},"steps":[
              {"key":"gap","texts":{"en":"Measure the gap"},"items":[
               {"key":"mm","labels":{"en":"Gap"},"ask":"number","required":true,"safety":true,
                "min":"1","max":"5","unit":"mm","remedy":{"en":"Set the foot anew"}}]},
              {"key":"look","texts":{"en":"Look at the seam"}}]}]}
            """;

    @TempDir private Path directory;

    private TestServer server;
    private String worker = "";
    private String boss = "";
    private String planner = "";

    @BeforeEach
    void start() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks()).plan();
        worker = signedIn("W", Role.OPERATOR);
        boss = signedIn("BOSS", Role.SUPERVISOR);
        planner = signedIn("PLAN", Role.PLANNER);
        assertThat(ask(planner, "POST", "/api/v1/sops", SOP)).isEqualTo(200);
        assertThat(ask(planner, "POST", "/api/v1/sops/SEW-STRAP/confirm", "")).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String signedIn(String code, Role role) throws Exception {
        PlanFact person =
                new PlanFact.OperatorRegistered(
                        new Operator(
                                new OperatorCode(code),
                                code,
                                "th",
                                role,
                                null,
                                Pins.hash(PIN.toCharArray())));
        byte[] plan = EventCodec.encodePlan(List.of(person));
        server.as(server.console(), "POST", "/api/v1/plan", plan);
        byte[] login = WireJson.write(new LoginRequest(code, PIN));
        HttpResponse<byte[]> reply = server.post("/api/v1/login", "application/json", login);
        return LoginReply.SCHEME + " " + WireJson.read(reply.body(), LoginReply.class).token();
    }

    private int ask(String who, String method, String path, String body) throws Exception {
        return server.as(who, method, path, body.getBytes(UTF_8)).statusCode();
    }

    private HttpResponse<byte[]> post(String who, String path, RunRequest request)
            throws Exception {
        return server.as(who, "POST", "/api/v1/sessions" + path, WireJson.write(request));
    }

    private static WorkSessionView view(HttpResponse<byte[]> response) throws Exception {
        assertThat(response.statusCode())
                .as(new String(response.body(), UTF_8))
                .isBetween(200, 201);
        return WireJson.read(response.body(), WorkSessionView.class);
    }

    private HttpResponse<byte[]> startRun(String who) throws Exception {
        return post(who, "", new RunRequest("SEW-STRAP", null, null, null, null, null));
    }

    private static RunRequest nothing() {
        return new RunRequest(null, null, null, null, null, null);
    }

    private static RunRequest because(String reason) {
        return new RunRequest(null, null, null, null, reason, null);
    }

    private static RunRequest checked(String step, Map<String, String> answers) {
        return new RunRequest(null, null, step, answers, "measured again", null);
    }

    private String completed() throws Exception {
        String id = view(startRun(worker)).id();
        post(worker, "/" + id + "/checks", checked("gap", Map.of("mm", "2")));
        view(post(worker, "/" + id + "/checks", checked("look", Map.of())));
        return id;
    }

    @Test
    void SOP_1_session_001_start_work_session_from_sop() throws Exception {
        HttpResponse<byte[]> response = startRun(worker);

        assertThat(response.statusCode()).isEqualTo(201);
        WorkSessionView run = view(response);
        assertThat(run.status()).isEqualTo("in_progress");
        assertThat(run.currentStepId()).isEqualTo("gap");
        assertThat(run.sopId()).isEqualTo("SEW-STRAP");
        assertThat(run.sopTitle()).isEqualTo("เย็บสาย");
        assertThat(run.workerId()).isEqualTo("W");
        assertThat(new String(response.body(), UTF_8)).contains("\"started_at\":\"20");
        RunRequest unknown = new RunRequest("NONE", null, null, null, null, null);
        assertThat(post(boss, "", unknown).statusCode()).isEqualTo(422);
        assertThat(post(boss, "", nothing()).statusCode()).isEqualTo(400);
    }

    @Test
    void SOP_2_session_002_advance_after_passed_check_and_complete_after_final_step()
            throws Exception {
        String id = view(startRun(worker)).id();

        WorkSessionView failed =
                view(post(worker, "/" + id + "/checks", checked("gap", Map.of("mm", "9"))));
        assertThat(failed.currentStepId()).isEqualTo("gap");
        WorkSessionView passed =
                view(post(worker, "/" + id + "/checks", checked("gap", Map.of("mm", "2"))));
        assertThat(passed.currentStepId()).isEqualTo("look");
        assertThat(passed.status()).isEqualTo("in_progress");
        assertThat(passed.checks()).hasSize(2);
        assertThat(
                        post(worker, "/" + id + "/checks", checked("gap", Map.of("mm", "2")))
                                .statusCode())
                .as("not the step to do now")
                .isEqualTo(409);
        WorkSessionView done = view(post(worker, "/" + id + "/checks", checked("look", Map.of())));
        assertThat(done.status()).isEqualTo("completed");
        assertThat(done.completedAt()).isNotNull();
        assertThat(done.currentStepId()).isNull();
    }

    @Test
    void SOP_3_session_003_current_and_history() throws Exception {
        assertThat(ask(worker, "GET", "/api/v1/sessions/current", "")).isEqualTo(204);
        String first = completed();
        String second = view(startRun(worker)).id();

        WorkSessionView current =
                view(server.as(worker, "GET", "/api/v1/sessions/current", new byte[0]));
        assertThat(current.id()).isEqualTo(second);
        assertThat(current.currentStepId()).isEqualTo("gap");
        assertThat(current.nextStepId()).isEqualTo("look");
        assertThat(list(worker, "")).extracting(WorkSessionView::id).containsExactly(second, first);
        assertThat(list(worker, "?status=completed"))
                .extracting(WorkSessionView::id)
                .containsExactly(first);
        assertThat(list(worker, "?limit=1&offset=1"))
                .extracting(WorkSessionView::id)
                .containsExactly(first);
        assertThat(list(boss, "?worker_id=W")).hasSize(2);
        assertThat(ask(worker, "GET", "/api/v1/sessions?worker_id=BOSS", "")).isEqualTo(403);
        assertThat(ask(worker, "GET", "/api/v1/sessions?limit=0", "")).isEqualTo(400);
    }

    private List<WorkSessionView> list(String who, String query) throws Exception {
        byte[] body = server.as(who, "GET", "/api/v1/sessions" + query, new byte[0]).body();
        return List.of(WireJson.read(body, WorkSessionView[].class));
    }

    @Test
    void SOP_4_session_004_only_the_owner_completes_manually() throws Exception {
        String id = view(startRun(worker)).id();

        assertThat(post(boss, "/" + id + "/complete", nothing()).statusCode()).isEqualTo(403);
        WorkSessionView done = view(post(worker, "/" + id + "/complete", nothing()));
        assertThat(done.status()).isEqualTo("completed");
        assertThat(done.completedAt()).isNotNull();
        assertThat(
                        post(worker, "/" + id + "/checks", checked("gap", Map.of("mm", "2")))
                                .statusCode())
                .isEqualTo(409);
        WorkSessionView overridden =
                view(post(boss, "/" + id + "/override", checked("gap", Map.of("mm", "2"))));
        assertThat(overridden.checks()).singleElement().matches(WorkSessionView.Check::override);
    }

    @Test
    void SOP_5_session_005_a_locked_session_is_409_by_every_address_and_audited() throws Exception {
        String id = completed();
        assertThat(post(worker, "/" + id + "/approve", nothing()).statusCode()).isEqualTo(403);
        WorkSessionView approved = view(post(boss, "/" + id + "/approve", because("looked at")));
        assertThat(approved.locked()).isTrue();

        List<String> tries =
                List.of("checks", "pause", "resume", "complete", "cancel", "override", "approve");
        for (String what : tries) {
            RunRequest request = checked("gap", Map.of("mm", "3"));
            String who = List.of("override", "approve").contains(what) ? boss : worker;
            HttpResponse<byte[]> response = post(who, "/" + id + "/" + what, request);
            assertThat(response.statusCode()).as(what).isEqualTo(409);
            Problem problem = TestServer.problem(response);
            assertThat(problem.code()).isEqualTo("session_locked");
            assertThat(problem.sessions()).containsExactly(id);
        }
        WorkSessionView after = view(server.as(boss, "GET", "/api/v1/sessions/" + id, new byte[0]));
        assertThat(after).isEqualTo(approved);
        List<AuditView> audit = audit(id);
        assertThat(audit)
                .filteredOn(line -> line.action().equals("refused"))
                .extracting(line -> line.by() + " " + line.reason())
                .containsExactly(
                        "W check",
                        "W pause",
                        "W resume",
                        "W complete",
                        "W cancel",
                        "BOSS override",
                        "BOSS approve");
        assertThat(list(boss, "?status=approved")).hasSize(1);
        assertThat(list(boss, "?status=unapproved")).isEmpty();
    }

    @Test
    void SOP_5_nobody_approves_or_overrides_what_they_have_not_seen() throws Exception {
        String id = completed();
        WorkSessionView seen = view(server.as(boss, "GET", "/api/v1/sessions/" + id, new byte[0]));
        assertThat(seen.sop()).contains("\"key\":\"gap\"");
        view(post(boss, "/" + id + "/override", checked("gap", Map.of("mm", "3"))));
        RunRequest late = new RunRequest(null, null, null, null, "fine", null, seen.version());

        HttpResponse<byte[]> response = post(boss, "/" + id + "/approve", late);

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(TestServer.problem(response).code()).isEqualTo("stale");
        assertThat(OfficeClient.refusals(response).getFirst().text())
                .startsWith("SEW-STRAP was changed by ")
                .contains("Steps overridden: was 0, is 1.");
        int now = view(server.as(boss, "GET", "/api/v1/sessions/" + id, new byte[0])).version();
        RunRequest again = new RunRequest(null, null, null, null, "fine", null, now);
        assertThat(view(post(boss, "/" + id + "/approve", again)).locked()).isTrue();
        HttpResponse<byte[]> locked = post(boss, "/" + id + "/approve", late);
        assertThat(TestServer.problem(locked).code()).isEqualTo("session_locked");
    }

    @Test
    void SOP_5_nobody_cancels_what_they_have_not_seen() throws Exception {
        String id = view(startRun(worker)).id();
        int seen = view(server.as(boss, "GET", "/api/v1/sessions/" + id, new byte[0])).version();
        view(post(worker, "/" + id + "/pause", because("lunch")));
        RunRequest late = new RunRequest(null, null, null, null, "left", null, seen);

        HttpResponse<byte[]> response = post(boss, "/" + id + "/cancel", late);

        assertThat(TestServer.problem(response).code()).isEqualTo("stale");
        assertThat(OfficeClient.refusals(response).getFirst().text())
                .contains("Pauses: was 0, is 1.");
        WorkSessionView now = view(server.as(boss, "GET", "/api/v1/sessions/" + id, new byte[0]));
        assertThat(now.status()).isEqualTo("paused");
        RunRequest again = new RunRequest(null, null, null, null, "left", null, now.version());
        assertThat(view(post(boss, "/" + id + "/cancel", again)).status()).isEqualTo("cancelled");
    }

    @Test
    void SOP_1_a_draft_is_not_written_over_one_that_was_not_seen() throws Exception {
        String next = SOP.replace("\"version\":1", "\"version\":2");
        assertThat(ask(planner, "POST", "/api/v1/sops?revision=1", next)).isEqualTo(409);
        assertThat(ask(planner, "POST", "/api/v1/sops?revision=2", next)).isEqualTo(200);
        assertThat(ask(planner, "POST", "/api/v1/sops/SEW-STRAP/confirm?revision=2", ""))
                .isEqualTo(409);
        assertThat(ask(planner, "DELETE", "/api/v1/sops/SEW-STRAP?revision=2", "")).isEqualTo(409);
        assertThat(ask(planner, "POST", "/api/v1/sops/SEW-STRAP/confirm?revision=3", ""))
                .isEqualTo(200);
    }

    @Test
    void SOP_5_the_desk_takes_back_no_check_of_an_approved_session() throws Exception {
        String id = completed();
        WorkSessionView approved = view(post(boss, "/" + id + "/approve", because("looked at")));
        String check = Objects.requireNonNull(approved.checks()).getFirst().id();

        byte[] request = WireJson.write(new CorrectRequest(check, null, "not so"));
        HttpResponse<byte[]> response = server.as(boss, "POST", "/api/v1/desk/correct", request);

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(TestServer.problem(response).code()).isEqualTo("session_locked");
        WorkSessionView after = view(server.as(boss, "GET", "/api/v1/sessions/" + id, new byte[0]));
        assertThat(after).isEqualTo(approved);
        assertThat(audit(id).getLast())
                .matches(line -> line.action().equals("refused"))
                .matches(line -> (line.by() + " " + line.reason()).equals("BOSS void"));
    }

    private List<AuditView> audit(String id) throws Exception {
        byte[] body =
                server.as(boss, "GET", "/api/v1/sessions/" + id + "/audit", new byte[0]).body();
        return List.of(WireJson.read(body, AuditView[].class));
    }

    @Test
    void SOP_5_the_audit_says_who_when_why_old_and_new_and_is_exported() throws Exception {
        String id = completed();
        view(post(boss, "/" + id + "/override", checked("gap", Map.of("mm", "=2+1"))));

        AuditView line = audit(id).getLast();
        assertThat(line.by()).isEqualTo("BOSS");
        assertThat(line.reason()).isEqualTo("measured again");
        assertThat(line.oldAnswers()).containsEntry("mm", "2");
        assertThat(line.newAnswers()).containsEntry("mm", "=2+1");
        String path = "/api/v1/sessions/" + id + "/audit?format=csv";
        String csv = new String(server.as(boss, "GET", path, new byte[0]).body(), UTF_8);
        assertThat(csv.lines()).hasSize(5);
        assertThat(csv).contains("\"overridden\",\"gap\",\"measured again\",\"mm=2\",\"mm==2+1\"");
        assertThat(ask(worker, "GET", "/api/v1/sessions/" + id + "/audit", "")).isEqualTo(403);
    }

    @Test
    void SOP_6_session_006_an_sop_with_open_sessions_is_400_and_they_are_listed() throws Exception {
        String id = view(startRun(worker)).id();

        HttpResponse<byte[]> response =
                server.as(planner, "DELETE", "/api/v1/sops/SEW-STRAP", new byte[0]);
        assertThat(response.statusCode()).isEqualTo(400);
        Problem problem = TestServer.problem(response);
        assertThat(problem.sessions()).containsExactly(id);
        assertThat(problem.detail()).contains(id, "Complete or cancel");
        view(post(worker, "/" + id + "/cancel", because("wrong bag")));
        assertThat(ask(planner, "DELETE", "/api/v1/sops/SEW-STRAP", "")).isEqualTo(200);
        assertThat(ask(planner, "GET", "/api/v1/sops/SEW-STRAP", "")).isEqualTo(404);
        assertThat(ask(planner, "POST", "/api/v1/sops", SOP)).isEqualTo(404);
        assertThat(startRun(worker).statusCode()).isEqualTo(422);
    }

    @Test
    void SOP_7_session_007_sessions_and_checks_survive_the_server() throws Exception {
        String id = completed();
        WorkSessionView before =
                view(server.as(worker, "GET", "/api/v1/sessions/" + id, new byte[0]));

        server.restart();
        worker = signedIn("W", Role.OPERATOR);

        assertThat(view(server.as(worker, "GET", "/api/v1/sessions/" + id, new byte[0])))
                .isEqualTo(before);
    }

    @Test
    void SOP_8_session_008_pause_keeps_the_step() throws Exception {
        String id = view(startRun(worker)).id();
        post(worker, "/" + id + "/checks", checked("gap", Map.of("mm", "2")));

        WorkSessionView paused = view(post(worker, "/" + id + "/pause", because("material")));
        assertThat(paused.status()).isEqualTo("paused");
        assertThat(paused.pausedAt()).isNotNull();
        assertThat(paused.currentStepId()).isEqualTo("look");
        assertThat(post(worker, "/" + id + "/checks", checked("look", Map.of())).statusCode())
                .isEqualTo(409);
        assertThat(view(post(worker, "/" + id + "/resume", nothing())).status())
                .isEqualTo("in_progress");
    }

    @Test
    void SOP_9_session_009_a_second_start_is_409_with_the_open_session() throws Exception {
        String id = view(startRun(worker)).id();

        HttpResponse<byte[]> response = startRun(worker);
        assertThat(response.statusCode()).isEqualTo(409);
        Problem problem = TestServer.problem(response);
        assertThat(problem.code()).isEqualTo("session_open");
        assertThat(problem.sessions()).containsExactly(id);
        assertThat(problem.detail()).contains("complete or cancel");
    }

    @Test
    void SOP_1_a_confirmed_version_is_not_written_over() throws Exception {
        assertThat(ask(planner, "POST", "/api/v1/sops", SOP)).isEqualTo(409);
        String next = SOP.replace("\"version\":1", "\"version\":2");
        assertThat(ask(planner, "POST", "/api/v1/sops", next)).isEqualTo(200);
        assertThat(ask(worker, "POST", "/api/v1/sops", next)).isEqualTo(403);
        assertThat(ask(planner, "POST", "/api/v1/sops", "{\"code\":1}")).isEqualTo(400);
        String empty = "{\"code\":\"E\",\"version\":1,\"titles\":{},\"tasks\":[]}";
        assertThat(ask(planner, "POST", "/api/v1/sops", empty)).isEqualTo(200);
        HttpResponse<byte[]> response =
                server.as(planner, "POST", "/api/v1/sops/E/confirm", new byte[0]);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(TestServer.problem(response).detail())
                .contains("Title required", "At least one step required");
        String endless =
                """
                {"code":"L","version":1,"titles":{"en":"L"},"operations":[],
                 "tasks":[{"titles":{},"steps":[{"key":"a","texts":{"en":"%s"}}]}]}
                """
                        .formatted("on and ".repeat(100));
        assertThat(ask(planner, "POST", "/api/v1/sops", endless)).isEqualTo(200);
        assertThat(
                        TestServer.problem(
                                        server.as(
                                                planner,
                                                "POST",
                                                "/api/v1/sops/L/confirm",
                                                new byte[0]))
                                .detail())
                .contains("Step a", "two steps");
        byte[] all = server.as(worker, "GET", "/api/v1/sops", new byte[0]).body();
        assertThat(new String(all, UTF_8)).contains("\"draft\":{", "\"confirmed\":{");
    }
}
