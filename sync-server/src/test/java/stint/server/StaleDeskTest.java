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
import stint.wire.protocol.CancelRequest;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.TaskView;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;

/** What two supervisors set right at the same time (EX-2, OS-7). */
class StaleDeskTest {

    private static final String LOOK = "desk/exceptions/acknowledge";

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
