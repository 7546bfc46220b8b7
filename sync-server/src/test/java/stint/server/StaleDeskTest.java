package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.plan.Role;
import stint.wire.planning.AcknowledgeRequest;
import stint.wire.planning.CorrectRequest;
import stint.wire.planning.OperationView;
import stint.wire.planning.RecordedView;
import stint.wire.planning.RoutingRequest;
import stint.wire.planning.RoutingView;
import stint.wire.protocol.CancelRequest;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.TaskView;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What two supervisors set right at the same time (EX-2, OS-7). */
class StaleDeskTest {

    private static final String LOOK = "desk/exceptions/acknowledge";
    private static final String FIX = "desk/correct";

    @TempDir private Path directory;

    private TestServer server;
    private OfficeClient supervisor;

    @BeforeEach
    void open() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks());
        new WebFloor(server).day();
        supervisor = OfficeClient.of(server, "S", Role.SUPERVISOR);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ExceptionView first() throws Exception {
        return supervisor.get("exceptions", ExceptionView[].class)[0];
    }

    @Test
    void EX_2_an_acknowledgement_made_on_another_version_is_refused_with_what_changed()
            throws Exception {
        ExceptionView seen = first();
        String key = String.valueOf(seen.key());
        supervisor.done(LOOK, new AcknowledgeRequest(key, "mine", seen.version()));

        HttpResponse<byte[]> late =
                supervisor.post(LOOK, new AcknowledgeRequest(key, "too late", seen.version()));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(OfficeClient.refusals(late).getFirst().text())
                .startsWith(key + " was changed by Khun S on ")
                .endsWith("Acknowledged: was nothing, is Khun S: mine.");
        assertThat(first().acknowledged().note()).isEqualTo("mine");
        supervisor.done(LOOK, new AcknowledgeRequest(key, "once more", first().version()));
        assertThat(first().acknowledged().note()).isEqualTo("once more");
    }

    private RecordedView recorded(String event) throws Exception {
        return supervisor.get("desk/events/" + event, RecordedView.class);
    }

    @Test
    void EV_5_a_correction_made_on_another_version_is_refused_with_what_changed() throws Exception {
        String event = first().claims().getLast();
        RecordedView seen = recorded(event);
        supervisor.done(FIX, new CorrectRequest(event, 119, "recounted", seen.version()));

        HttpResponse<byte[]> late =
                supervisor.post(FIX, new CorrectRequest(event, 110, "too late", seen.version()));
        HttpResponse<byte[]> lateVoid =
                supervisor.post(FIX, new CorrectRequest(event, null, "too late", seen.version()));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(lateVoid.statusCode()).isEqualTo(409);
        assertThat(OfficeClient.refusals(late).getFirst().text())
                .startsWith(event + " was changed by Khun S on ")
                .endsWith("Quantity: was " + seen.quantity() + ", is 119.");
        RecordedView now = recorded(event);
        assertThat(now)
                .extracting(RecordedView::quantity, RecordedView::voided)
                .containsExactly(119, false);

        supervisor.done(FIX, new CorrectRequest(event, null, "not ours", now.version()));
        assertThat(recorded(event).voided()).isTrue();
        assertThat(supervisor.refused(FIX, new CorrectRequest(event, 5, "late", now.version())))
                .singleElement()
                .asString()
                .endsWith("Status: was recorded, is taken back.");
    }

    @Test
    void EV_5_of_an_event_that_is_not_there_nothing_is_said() throws Exception {
        assertThat(
                        supervisor
                                .send(
                                        "GET",
                                        "desk/events/BENCH-9.1.1",
                                        "application/json",
                                        new byte[0])
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void DP_2_the_first_save_of_a_new_code_overwrites_nothing_that_came_meanwhile()
            throws Exception {
        OfficeClient planner = OfficeClient.of(server, "P", Role.PLANNER);
        OperationView cut = new OperationView(1, "Cut", "piece", "cutting", null, 2);
        planner.done("routings/NEW", new RoutingRequest("Mine", List.of(cut), List.of(), ""));

        assertThat(
                        OfficeClient.of(server, "P2", Role.PLANNER)
                                .refused(
                                        "routings/NEW",
                                        new RoutingRequest("Theirs", List.of(), List.of(), "")))
                .singleElement()
                .asString()
                .startsWith("NEW was changed by Khun P on ")
                .contains("Name: was nothing, is Mine.", "Operations: was nothing, is 1 Cut.");
        assertThat(planner.get("routings/NEW", RoutingView.class).draft().name()).isEqualTo("Mine");
        planner.done("routings/NEW", new RoutingRequest("ERP", List.of(), List.of(), null));
    }

    @Test
    void OS_7_a_task_is_not_cancelled_on_another_version_than_there_is() throws Exception {
        TaskView task =
                Arrays.stream(supervisor.get("tasks", TaskView[].class))
                        .filter(any -> !any.cancelled())
                        .findFirst()
                        .orElseThrow();
        String path = "tasks/" + task.task() + "/cancel";

        HttpResponse<byte[]> stale =
                supervisor.post(path, new CancelRequest("S", "no", "PENDING/99/"));

        assertThat(stale.statusCode()).as(() -> new String(stale.body(), UTF_8)).isEqualTo(409);
        assertThat(OfficeClient.refusals(stale).getFirst().text())
                .contains("Work sessions: was 99");
        assertThat(supervisor.post(path, new CancelRequest("S", "no", task.version())).statusCode())
                .isEqualTo(200);
        assertThat(supervisor.get("tasks/" + task.task(), TaskView.class).cancelled()).isTrue();
    }
}
