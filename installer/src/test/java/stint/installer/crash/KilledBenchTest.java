package stint.installer.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.installer.ServerClient;
import stint.server.SyncServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Two benches are killed with {@code kill -9} in the middle of bursts of completes, a hundred times
 * together ({@code -Dkills=N}); every tenth time their H2 store is deleted as well. Everything the
 * screen confirmed is on the server afterwards, once (SY-3, EV-1).
 */
class KilledBenchTest {

    private static final int KILLS = Integer.getInteger("kills", 100);
    private static final long SEED = Long.getLong("seed", 20_251_030L);
    private static final int TAPS_MAX = 40;
    private static final int STORE_DELETED_EVERY = 10;

    @TempDir Path directory;

    private CrashSite site;

    @Test
    void SY_3_what_was_confirmed_before_a_kill_is_on_the_server_once() throws Exception {
        site = new CrashSite(directory);
        try (SyncServer server = site.start(0);
                ServerClient client = new ServerClient(server.uri())) {
            client.plan(CrashSite.plan());
            CompletableFuture<List<EventId>> first = killAll("BENCH-1", "A", server.uri());
            CompletableFuture<List<EventId>> second = killAll("BENCH-2", "B", server.uri());
            List<EventId> confirmed = new ArrayList<>(first.join());
            confirmed.addAll(second.join());
            site.drain("BENCH-1", server.uri());
            site.drain("BENCH-2", server.uri());

            List<Event> completes = CrashSite.completes(client);
            Set<EventId> stored = new HashSet<>();
            completes.forEach(event -> assertThat(stored.add(event.id())).isTrue());
            assertThat(confirmed).hasSizeGreaterThan(KILLS).doesNotHaveDuplicates();
            assertThat(stored).as("seed %d", SEED).containsAll(confirmed);
            assertThat(server.picture().floor().task(CrashSite.TASK).orElseThrow().good())
                    .isEqualTo(completes.size());
        }
    }

    /** Half of the kills, one after the other; the two benches side by side. */
    private CompletableFuture<List<EventId>> killAll(String bench, String operator, URI server) {
        Random random = new Random(SEED + bench.hashCode());
        return CompletableFuture.supplyAsync(() -> {
            List<EventId> confirmed = new ArrayList<>();
            for (int kill = 1; kill <= KILLS / 2; kill++) {
                confirmed.addAll(
                        BenchProcess.runAndKill(
                                site.bench(bench),
                                bench,
                                operator,
                                server,
                                TappingBench.STEADY,
                                1 + random.nextInt(TAPS_MAX)));
                if (kill % STORE_DELETED_EVERY == 0) {
                    deleteStore(bench);
                }
            }
            return confirmed;
        });
    }

    private void deleteStore(String bench) {
        try {
            CrashSite.delete(site.bench(bench).resolve("store"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
