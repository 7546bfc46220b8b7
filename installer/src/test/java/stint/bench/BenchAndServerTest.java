package stint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.station.core.StationCore;
import stint.station.core.SyncReport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BenchAndServerTest {

    private static final String BENCH = "BENCH-1";

    @TempDir Path directory;

    private Site site;

    @BeforeEach
    void start() throws Exception {
        site = new Site(directory);
        site.plan();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void SY_1_with_the_server_gone_unsent_grows_and_drains_with_no_new_tap() throws Exception {
        try (StationCore bench = site.bench(BENCH, true)) {
            Site.until(bench, any -> bench.state().floor().task(Site.TASK).isPresent()).join();
            Site.tap(bench);
            Site.until(bench, any -> bench.state().sync().unsent() == 0).join();
            site.stopServer();
            List<EventId> away = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                away.add(Site.tap(bench));
            }
            assertThat(bench.state().sync().unsent()).isEqualTo(50);
            assertThat(bench.state().sync().unsentSince()).isNotNull();
            Site.until(bench, any -> !bench.state().sync().connected()).join();
            site.restartServer();
            Site.until(bench, any -> bench.state().sync().unsent() == 0).join();
            assertThat(site.held(BENCH)).hasSize(51).containsAll(away);
        }
    }

    @Test
    void SY_1_a_bench_that_starts_with_the_server_gone_knows_what_it_knew() throws Exception {
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.sync(bench);
            Site.tap(bench);
            assertThat(Site.sync(bench).complete()).isTrue();
            Site.tap(bench);
        }
        site.stopServer();
        Site.delete(site.benchDirectory(BENCH).resolve("store"));
        try (StationCore bench = site.bench(BENCH, false)) {
            assertThat(bench.state().floor().task(Site.TASK).orElseThrow().good()).isEqualTo(2);
            assertThat(bench.state().sync().unsent()).isEqualTo(1);
            assertThat(Site.sync(bench).complete()).isFalse();
            EventId next = Site.tap(bench);
            assertThat(next.epoch()).isEqualTo(1);
            assertThat(next.sequence()).isEqualTo(3);
        }
    }

    @Test
    void SY_3_a_server_that_lost_everything_is_sent_everything_again() throws Exception {
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.sync(bench);
            for (int i = 0; i < 30; i++) {
                Site.tap(bench);
            }
            Site.sync(bench);
            site.replaceServer();
            Site.sync(bench);
            Site.tap(bench);
            SyncReport report = Site.sync(bench);
            assertThat(report.problem()).isNull();
            assertThat(site.held(BENCH)).hasSize(31).doesNotHaveDuplicates();
            site.replaceServer();
            Site.sync(bench);
            assertThat(Site.sync(bench).problem()).isNull();
            assertThat(site.held(BENCH)).hasSize(31);
        }
    }

    @Test
    void SY_3_what_the_office_planned_after_the_last_backup_comes_back_from_a_bench()
            throws Exception {
        Path backup = directory.resolve("backup");
        site.backUpServer(backup);
        OperatorCode late = new OperatorCode("LATE");
        site.register(late);
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.sync(bench);
            site.restoreServer(backup);
            assertThat(site.knows(late)).isFalse();
            assertThat(Site.sync(bench).problem()).isNull();
            assertThat(site.knows(late)).isTrue();
        }
        site.replaceServer();
        assertThat(site.knows(Site.OPERATOR)).isFalse();
        try (StationCore bench = site.bench(BENCH, false)) {
            assertThat(Site.sync(bench).problem()).isNull();
            assertThat(site.knows(Site.OPERATOR)).isTrue();
            assertThat(site.knows(late)).isTrue();
        }
    }

    @Test
    void EV_2_a_restored_disk_begins_a_new_epoch_once_it_hears_of_its_future() throws Exception {
        Path backup = directory.resolve("backup");
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.sync(bench);
            Site.tap(bench);
            Site.sync(bench);
        }
        Site.copy(site.benchDirectory(BENCH), backup);
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.tap(bench);
            Site.tap(bench);
            Site.sync(bench);
        }
        restore(backup);
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.sync(bench);
            assertThat(Site.tap(bench).epoch()).isEqualTo(2);
            assertThat(Site.sync(bench).problem()).isNull();
            assertThat(bench.state().floor().task(Site.TASK).orElseThrow().good()).isEqualTo(4);
        }
        assertThat(site.good()).isEqualTo(4);
    }

    @Test
    void EV_2_a_restored_disk_that_wrote_before_it_heard_is_a_fork_that_blocks_nothing()
            throws Exception {
        Path backup = directory.resolve("backup");
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.sync(bench);
            Site.tap(bench);
            Site.sync(bench);
        }
        Site.copy(site.benchDirectory(BENCH), backup);
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.tap(bench);
            Site.sync(bench);
        }
        restore(backup);
        try (StationCore bench = site.bench(BENCH, false)) {
            Site.tap(bench); // A number that the server has another event for.
            Site.sync(bench);
            EventId later = Site.tap(bench);
            assertThat(later.epoch()).isEqualTo(2);
            assertThat(Site.sync(bench).problem()).isNull();
            assertThat(site.held(BENCH)).hasSize(3).contains(later);
        }
    }

    private void restore(Path backup) throws IOException {
        Site.delete(site.benchDirectory(BENCH));
        Site.copy(backup, site.benchDirectory(BENCH));
    }
}
