package stint.installer.simulate;

import stint.domain.work.Decision.Refusal;
import stint.domain.work.FloorView;
import stint.domain.work.TaskState;
import stint.installer.ServerClient;
import stint.installer.scenario.Expectation;
import stint.installer.scenario.Scenario;
import stint.installer.scenario.Step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a scenario on the real parts: a core per station with its own directory and store, the
 * sync-server over HTTP on loopback, the fold. Only the clocks are simulated. One run, one thread.
 */
public final class Simulation {

    private final Scenario scenario;
    private final Floor floor;
    private final Came shape;
    private final Comparison comparison;
    private final Observer observer;
    private final BenchSteps benchSteps;
    private final List<String> differences = new ArrayList<>();

    private Simulation(Scenario scenario, Floor floor) {
        this.scenario = scenario;
        this.floor = floor;
        this.shape = new Came(scenario.time(), scenario.jobs().size() <= 1);
        this.comparison = new Comparison(scenario.time());
        this.observer = new Observer(floor.client());
        this.benchSteps = new BenchSteps(floor, this::differs);
    }

    /**
     * Runs a scenario.
     *
     * @param directory where its stores are made; must be empty or not exist
     * @throws IOException when the server or a disk fails, which is no difference but a failure
     */
    public static Result run(Scenario scenario, Path directory) throws IOException {
        long begun = System.nanoTime();
        try (Floor floor = Floor.open(scenario, directory)) {
            Simulation simulation = new Simulation(scenario, floor);
            Map<String, Object> came = simulation.play();
            return new Result(
                    scenario,
                    came,
                    simulation.differences,
                    (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private Map<String, Object> play() throws IOException {
        for (Step step : scenario.steps()) {
            floor.pass(step.head().at());
            take(step);
            differences.addAll(named(step, floor.sync()));
        }
        return end();
    }

    /** After the last step all come together, except those who were last told to stay away. */
    private Map<String, Object> end() throws IOException {
        floor.centre().start();
        for (Bench bench : floor.benches()) {
            if (!bench.running()) {
                bench.start();
            }
        }
        differences.addAll(floor.sync());
        Map<String, Object> came = atServer();
        Expectation expect = scenario.expect();
        if (expect != null) {
            differences.addAll(comparison.of(expect.tree(), came));
            if (Boolean.TRUE.equals(expect.tree().get("converged"))) {
                differences.addAll(apart(observer.floor()));
            }
        }
        return came;
    }

    private void take(Step step) throws IOException {
        switch (step) {
            case Step.AtStation atStation -> benchSteps.take(atStation);
            case Step.Cancel cancel -> cancel(cancel);
            case Step.Link link -> floor.bench(link.station()).online(link.online());
            case Step.Crash crash -> crash(crash);
            case Step.Reboot reboot -> floor.bench(reboot.station()).start();
            case Step.ClockJump jump -> floor.bench(jump.station()).machine().jump(jump.by());
            case Step.Server server -> server(server);
            case Step.Check check -> check(check);
        }
    }

    private void cancel(Step.Cancel cancel) throws IOException {
        Refusal expected = cancel.head().refused();
        if (!floor.centre().running()) {
            differs(cancel, "the server is stopped");
            return;
        }
        try {
            floor.client().cancel(cancel.task(), cancel.operator(), "cancelled");
            if (expected != null) {
                differs(cancel, "expected the refusal " + expected + ", and it was recorded");
            }
        } catch (ServerClient.RefusedException e) {
            if (expected == null || !e.code().equalsIgnoreCase(expected.name())) {
                differs(cancel, "the server refused it: " + e.getMessage());
            }
        }
    }

    private void crash(Step.Crash crash) throws IOException {
        Bench bench = floor.bench(crash.station());
        if (!benchSteps.isDown(crash, bench)) {
            bench.crash();
        }
    }

    private void server(Step.Server step) throws IOException {
        Centre centre = floor.centre();
        switch (step.action()) {
            case STOP -> centre.close();
            case START -> centre.start();
            case BACKUP -> centre.backup();
            case RESTORE -> centre.restore();
        }
    }

    private void check(Step.Check check) throws IOException {
        Map<String, Object> came;
        if (check.station() == null) {
            if (!floor.centre().running()) {
                differs(check, "the server is stopped and can't be asked");
                return;
            }
            // Benches that are online were heard all the time that has passed.
            differences.addAll(named(check, floor.sync()));
            came = atServer();
        } else {
            Bench bench = floor.bench(check.station());
            if (benchSteps.isDown(check, bench)) {
                return;
            }
            came = shape.out(bench.floor(), floor.time().instant());
        }
        came.put("converged", !floor.centre().running() || apart(observer.floor()).isEmpty());
        differences.addAll(named(check, comparison.of(check.expect().tree(), came)));
    }

    private Map<String, Object> atServer() throws IOException {
        FloorView view = observer.floor();
        differences.addAll(observer.doubts(view));
        Map<String, Object> came = shape.out(view, floor.time().instant());
        came.put("exceptions", observer.exceptions(view, shape, benchSteps.recorded()));
        came.put("events", observer.events(benchSteps.recorded()));
        came.put("epochs", observer.epochs());
        shape.addUnheard(came, observer.unheard(), view);
        came.put("converged", apart(view).isEmpty());
        return came;
    }

    /** Where a station's state of a task it holds is not the server's. */
    private List<String> apart(FloorView server) {
        List<String> apart = new ArrayList<>();
        for (Bench bench : floor.benches()) {
            if (!bench.running()) {
                continue;
            }
            for (TaskState task : bench.floor().tasks()) {
                TaskState there = server.task(task.id()).orElse(null);
                if (!task.equals(there)) {
                    apart.add(
                            "converged: %s holds another state of %s than the server (good %d, there %s)"
                                    .formatted(
                                            bench.code(),
                                            task.id(),
                                            task.good(),
                                            there == null ? "nothing" : there.good()));
                }
            }
        }
        return apart;
    }

    private void differs(Step step, String what) {
        differences.addAll(named(step, List.of(what)));
    }

    private static List<String> named(Step step, List<String> what) {
        return what.stream()
                .map(one -> step.head().place() + " " + step.head().word() + ": " + one)
                .toList();
    }
}
