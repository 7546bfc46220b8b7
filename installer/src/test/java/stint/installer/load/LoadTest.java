package stint.installer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.event.StationCode;
import stint.installer.ServerClient;
import stint.server.ServerConfig;
import stint.server.SyncServer;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LoadTest {

    private static final LoadOrder SMALL = new LoadOrder(3, 60, 4);

    @TempDir private Path directory;

    @Test
    void SY_2_everything_the_benches_recorded_is_on_the_server_and_measured() throws Exception {
        ServerConfig config =
                new ServerConfig(
                        "SITE",
                        "127.0.0.1",
                        0,
                        directory,
                        new SystemClocks(),
                        ServerConfig.Access.OPEN);
        try (SyncServer server = SyncServer.start(config);
                ServerClient client = new ServerClient(server.uri())) {
            LoadReport first = Load.measure(SMALL, server.uri(), null, "SITE", "A", false);
            LoadReport second = Load.measure(SMALL, server.uri(), null, "SITE", "B", false);

            for (String run : new String[] {"A", "B"}) {
                LoadPlan plan = new LoadPlan(run);
                for (int bench = 1; bench <= SMALL.benches(); bench++) {
                    StationCode station = plan.station(bench);
                    assertThat(
                                    client.feed(0).events().stream()
                                            .filter(event -> event.station().equals(station)))
                            .hasSize(SMALL.events());
                }
            }
            assertThat(first.brokenStreams()).isZero();
            assertThat(second.times().converged()).isPositive();
            assertThat(second.sentBytes()).isBetween(SMALL.total(), second.floors().bytes());
        }
    }

    @Test
    void theReportNamesEachFigureAndItsFloor() throws Exception {
        LoadReport report = Load.measure(SMALL, null, null, "SITE", "A", false);
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text, true));
        assertThat(text.toString())
                .contains("floor: rows by JDBC", "converged", "bytes an event", "the board");
        assertThat(report.cpu()).isPositive();
    }

    @Test
    void withNothingToDoThereIsNothingToMeasure() {
        assertThatThrownBy(() -> new LoadOrder(0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
