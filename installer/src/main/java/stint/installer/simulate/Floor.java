package stint.installer.simulate;

import stint.domain.event.StationCode;
import stint.domain.plan.Station;
import stint.installer.ServerClient;
import stint.installer.scenario.Scenario;
import stint.station.core.SyncReport;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A simulated floor: the time, the server, the benches, and what is between them. One thread. */
final class Floor implements AutoCloseable {

    private static final String SITE = "simulated";
    private static final int SYNC_ROUNDS_MAX = 8;

    private final SimulatedTime time;
    private final Centre centre;
    private final ServerClient client;
    private final Map<StationCode, Bench> benches = new LinkedHashMap<>();

    private Floor(SimulatedTime time, Centre centre, ServerClient client) {
        this.time = time;
        this.centre = centre;
        this.client = client;
    }

    /** A floor at dawn: all started, planned and synced. */
    static Floor open(Scenario scenario, Path directory) throws IOException {
        SimulatedTime time = new SimulatedTime(scenario.time().dawn());
        long boot = 1;
        Centre centre =
                new Centre(
                        SITE,
                        directory.resolve("server"),
                        new Machine(time, scenario.time().zone(), boot));
        centre.start();
        Floor floor = new Floor(time, centre, new ServerClient(centre.uri()));
        try {
            floor.client.plan(Plan.of(scenario, operator -> operator));
            for (Station station : scenario.stations()) {
                boot++;
                Path own = directory.resolve(station.code().value());
                Machine machine = new Machine(time, scenario.time().zone(), boot);
                Bench bench = new Bench(station, SITE, own, centre.uri(), machine);
                floor.benches.put(station.code(), bench);
                bench.start();
            }
            List<String> problems = floor.sync();
            if (!problems.isEmpty()) {
                throw new IOException("the plan did not reach the benches: " + problems);
            }
            return floor;
        } catch (IOException | RuntimeException e) {
            floor.close();
            throw e;
        }
    }

    SimulatedTime time() {
        return time;
    }

    /** Lets time pass, and the server see what that alone brings about (EV-1). */
    void pass(Instant to) {
        time.pass(to);
        centre.look();
    }

    Centre centre() {
        return centre;
    }

    ServerClient client() {
        return client;
    }

    Iterable<Bench> benches() {
        return benches.values();
    }

    Bench bench(StationCode code) {
        return Objects.requireNonNull(benches.get(code), code.value());
    }

    /**
     * Lets all that hear each other hear all there is.
     *
     * @return what can't be synced and why; nothing while the server is stopped, which is no fault
     *     of a bench
     */
    List<String> sync() {
        List<String> problems = new ArrayList<>();
        for (int round = 0; round < SYNC_ROUNDS_MAX; round++) {
            problems.clear();
            boolean quiet = true;
            for (Bench bench : benches.values()) {
                if (bench.running() && bench.online()) {
                    SyncReport report = bench.sync();
                    quiet &= report.complete() && report.pushed() == 0 && report.pulled() == 0;
                    if (!report.complete()) {
                        problems.add(bench.code() + " does not sync: " + report.problem());
                    }
                }
            }
            if (!centre.running()) {
                return List.of();
            }
            if (quiet) {
                return List.of();
            }
        }
        return problems.isEmpty() ? List.of("the benches do not come to rest") : problems;
    }

    @Override
    public void close() {
        benches.values().forEach(Bench::close);
        centre.close();
        client.close();
    }
}
