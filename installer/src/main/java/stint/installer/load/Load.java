package stint.installer.load;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.domain.plan.StationUse;
import stint.installer.ServerClient;
import stint.installer.bench.Sample;
import stint.installer.simulate.Directories;
import stint.server.FastCryptography;
import stint.server.GiveWay;
import stint.server.ServerConfig.Database;
import stint.station.sync.Link;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Benches that recorded while the server was away come back all at once, while one reader must have
 * everything and others watch (SYNC "Peers, same work"). Beside it, in the same run, what the
 * machine takes for storing the same events with nothing around.
 */
public final class Load {

    private static final Duration READER_PAUSE = Duration.ofMillis(5);

    private final LoadOrder order;
    private final Path directory;
    private final LoadPlan plan;
    private final String site;
    private final Traffic traffic = new Traffic();
    private final @Nullable URI running;
    private final @Nullable Database database;
    private final boolean alone;

    private Load(
            LoadOrder order,
            Path directory,
            String site,
            String run,
            @Nullable URI running,
            @Nullable Database database,
            boolean alone) {
        this.order = order;
        this.directory = directory;
        this.site = site;
        this.running = running;
        this.database = database;
        this.alone = alone;
        plan = new LoadPlan(run);
    }

    /**
     * Measures.
     *
     * @param running the server to load; absent for one of its own, in a process of its own
     * @param database where a server of its own keeps the events, and where the floor of rows is
     *     measured; absent for H2
     * @param site the server's site
     * @param run letters and digits that no run on the same server had
     * @param alone whether this process does nothing else: then all of it gives way to the server,
     *     for good, but the caller's thread
     */
    public static LoadReport measure(
            LoadOrder order,
            @Nullable URI running,
            @Nullable Database database,
            String site,
            String run,
            boolean alone)
            throws IOException, InterruptedException {
        FastCryptography.prefer(); // What benches hash is not what is measured here.
        Path directory = Files.createTempDirectory("stint-load-");
        try {
            Load load = new Load(order, directory, site, run, running, database, alone);
            if (running != null) {
                try (ServerClient office = new ServerClient(running)) {
                    return load.on(running, null, office);
                }
            }
            try (ServerUnderLoad server =
                            ServerUnderLoad.start(directory.resolve("server"), database);
                    ServerClient office = server.console()) {
                return load.on(server.uri(), server, office);
            }
        } finally {
            Directories.delete(directory);
        }
    }

    private LoadReport on(URI server, @Nullable ServerUnderLoad own, ServerClient office)
            throws IOException, InterruptedException {
        office.plan(plan.facts(order.benches()));
        List<LoadBench> benches = new ArrayList<>();
        try (ExecutorService threads = benchThreads();
                BoardAsker board = BoardAsker.of(server);
                LoadBench reader = bench(new StationCode("LOAD-" + plan.run() + "-R"), office);
                Watchers watchers = new Watchers(server)) {
            try {
                watchers.watch(order.streams()); // While the benches are away, as on a floor.
                offline(office, benches, threads);
                reader.fetch();
                if (alone) { // What collects the benches' garbage is on other machines too.
                    GiveWay.others(GiveWay.ALWAYS);
                }
                Duration cpuBefore = own == null ? Duration.ZERO : own.cpu();
                LoadReport.Times times = together(benches, reader, board, threads);
                if (own != null) {
                    own.settle();
                }
                return new LoadReport(
                        order,
                        times,
                        traffic.sent(),
                        watchers.broken(),
                        own == null ? Duration.ZERO : own.cpu().minus(cpuBefore),
                        own == null ? OptionalLong.empty() : own.memoryPeak(),
                        floors(benches));
            } finally {
                benches.forEach(LoadBench::close);
            }
        }
    }

    /** They stand for other machines, and take nothing from the server on this one. */
    private static ExecutorService benchThreads() {
        return Executors.newCachedThreadPool(
                GiveWay.threads(Thread.ofPlatform().factory(), GiveWay.ALWAYS));
    }

    /** A server of our own has its benches enrolled; one that runs must be open to them. */
    private LoadBench bench(StationCode code, ServerClient office) throws IOException {
        Path data = directory.resolve(code.value());
        Link link =
                running == null
                        ? office.enrol(code, StationUse.BENCH, data)
                        : new Link(running, null);
        return new LoadBench(code, site, data, link, traffic);
    }

    /** Each bench learns the plan, then records by itself. */
    private void offline(ServerClient office, List<LoadBench> benches, ExecutorService threads)
            throws IOException, InterruptedException {
        List<Callable<Void>> taps = new ArrayList<>();
        for (int number = 1; number <= order.benches(); number++) {
            int who = number;
            LoadBench bench = bench(plan.station(number), office);
            benches.add(bench);
            taps.add(() -> {
                bench.fetch();
                for (int tap = 0; tap < order.events(); tap++) {
                    bench.tap(plan.tap(who, tap));
                }
                return null;
            });
        }
        for (Future<Void> tapped : threads.invokeAll(taps)) {
            result(tapped);
        }
    }

    private LoadReport.Times together(
            List<LoadBench> benches, LoadBench reader, BoardAsker board, ExecutorService threads)
            throws IOException, InterruptedException {
        long wanted = reader.position() + order.total();
        board.begin();
        long begun = System.nanoTime();
        Future<Long> read =
                threads.submit(() -> {
                    while (reader.position() < wanted) {
                        reader.fetch();
                        LockSupport.parkNanos(READER_PAUSE.toNanos());
                    }
                    return System.nanoTime() - begun;
                });
        List<Callable<List<Long>>> sends = new ArrayList<>();
        benches.forEach(bench -> sends.add(bench::send));
        List<Long> batches = new ArrayList<>();
        for (Future<List<Long>> sent : threads.invokeAll(sends)) {
            batches.addAll(result(sent));
        }
        long pushed = System.nanoTime() - begun;
        long converged = result(read);
        return new LoadReport.Times(
                Duration.ofNanos(pushed),
                Duration.ofNanos(converged),
                Sample.ofNanos(batches),
                board.end());
    }

    private LoadReport.Floors floors(List<LoadBench> benches) throws IOException {
        List<List<byte[]>> bodies = new ArrayList<>();
        long bytes = 0;
        for (LoadBench bench : benches) {
            List<byte[]> own = bench.bodies(order.events());
            bodies.add(own);
            bytes += own.stream().mapToLong(body -> body.length).sum();
        }
        return new LoadReport.Floors(
                bytes,
                Duration.ofNanos(LoadFloors.jdbc(directory, database, bodies)),
                Duration.ofNanos(LoadFloors.append(directory, bodies)));
    }

    private static <T> T result(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException("the load can't be measured: " + e.getCause(), e);
        }
    }
}
