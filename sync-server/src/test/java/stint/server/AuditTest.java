package stint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import stint.wire.protocol.ActsView;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;

import java.nio.file.Path;
import java.util.List;

/** The site's audit: who decided what, in whose name, and no secret. */
class AuditTest {

    private static final String PIN = "274951";
    private static final String SOP =
            """
            {"code":"SEW-STRAP","version":1,"titles":{"en":"Sew the strap"},
             "operations":["Cut"],"tasks":[{"titles":{"en":"Seam"},"steps":[
              {"key":"look","texts":{"en":"Look at the seam"}}]}]}
            """;

    @TempDir private Path directory;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks()).plan();
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
        byte[] reply = server.post("/api/v1/login", "application/json", login).body();
        return LoginReply.SCHEME + " " + WireJson.read(reply, LoginReply.class).token();
    }

    private String did(String who, String path, String body) throws Exception {
        byte[] reply = server.as(who, "POST", "/api/v1/" + path, body.getBytes(UTF_8)).body();
        return new String(reply, UTF_8);
    }

    private ActsView audit(String who) throws Exception {
        byte[] acts = server.as(who, "GET", "/api/v1/audit?after=0", new byte[0]).body();
        return WireJson.read(acts, ActsView.class);
    }

    @Test
    void EV_5_the_audit_says_who_consented_wrote_how_work_is_done_and_approved_it()
            throws Exception {
        String planner = signedIn("PLAN", Role.PLANNER);
        String worker = signedIn("W", Role.OPERATOR);
        String boss = signedIn("BOSS", Role.SUPERVISOR);
        did(worker, "people/W/consent", "{\"publicName\":\"Wan\"}");
        did(worker, "people/W/consent/withdraw", "{}");
        did(planner, "sops", SOP);
        did(planner, "sops/SEW-STRAP/confirm", "");
        String run = did(worker, "sessions", "{\"sop_id\":\"SEW-STRAP\"}");
        String id = run.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        did(worker, "sessions/" + id + "/checks", "{\"step_id\":\"look\",\"answers\":{}}");
        did(boss, "sessions/" + id + "/approve", "{\"reason\":\"looked at\"}");
        did(worker, "sessions/" + id + "/cancel", "{\"reason\":\"too late\"}");

        ActsView told = audit(boss);
        assertThat(told.to()).isEqualTo(told.last());
        assertThat(told.acts())
                .extracting(ActsView.Act::by, ActsView.Act::what, ActsView.Act::about)
                .containsSubsequence(
                        tuple("W", "public_name_consented", "W"),
                        tuple("W", "public_name_withdrawn", "W"),
                        tuple("PLAN", "sop_drafted", "SEW-STRAP"),
                        tuple("PLAN", "sop_confirmed", "SEW-STRAP"),
                        tuple("BOSS", "run_approved", id),
                        tuple("W", "change_refused", id));
        assertThat(told.toString()).doesNotContain("sealed1:", "argon2");
    }

    @Test
    void SY_4_the_audit_is_for_supervisors_and_administrators() throws Exception {
        for (Role role : Role.values()) {
            String who = signedIn("P-" + role, role);
            boolean may = role == Role.SUPERVISOR || role == Role.ADMIN;
            assertThat(server.as(who, "GET", "/api/v1/audit", new byte[0]).statusCode())
                    .as("%s", role)
                    .isEqualTo(may ? 200 : 403);
        }
    }
}
