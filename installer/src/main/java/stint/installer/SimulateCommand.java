package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.installer.scenario.OwnScenarios;
import stint.installer.scenario.Scenario;
import stint.installer.scenario.ScenarioException;
import stint.installer.scenario.ScenarioReader;
import stint.installer.simulate.Directories;
import stint.installer.simulate.Result;
import stint.installer.simulate.Simulation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code stint simulate}: a floor's day from a file, on the real parts, in seconds. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Play a floor's day from a scenario file on the real parts: a bench core and store per"
                    + " station, the sync-server over HTTP, the fold. Only the clock is simulated."
                    + " Prints what came out, and each difference from what the file expects."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint simulate day.json              one scenario",
            "  stint simulate --quiet scenarios/    all in a directory, verdicts only",
            "  stint simulate --own                 those that come with Stint",
            "",
            "Exit codes: 0 all holds, 1 something differs, 2 a file can't be read."
        })
final class SimulateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Scenario files, or directories of them.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--own", description = "Play the scenarios that come with Stint.")
    private boolean own;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print verdicts and differences only.")
    private boolean quiet;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Leave the stores of stations and server there.")
    private @Nullable Path keep;

    SimulateCommand() {}

    @Override
    public Integer call() throws IOException, ScenarioException {
        LogFile.quietConsole();
        Map<String, Scenario> scenarios = scenarios();
        PrintWriter out = spec.commandLine().getOut();
        int differing = 0;
        for (Map.Entry<String, Scenario> entry : scenarios.entrySet()) {
            Result result = run(entry.getKey(), entry.getValue());
            print(out, entry.getKey(), result);
            differing += result.holds() ? 0 : 1;
        }
        if (scenarios.size() > 1) {
            out.printf("%d scenarios, %d differ%n", scenarios.size(), differing);
        }
        return differing == 0 ? 0 : 1;
    }

    /**
     * All are read before the first is played: a mistake in the last must not cost the time of the
     * others.
     */
    private Map<String, Scenario> scenarios() throws IOException, ScenarioException {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        for (Path file : files) {
            for (Path one : Files.isDirectory(file) ? jsonFiles(file) : List.of(file)) {
                scenarios.put(one.toString(), ScenarioReader.read(one));
            }
        }
        if (own) {
            OwnScenarios.names().forEach(name -> scenarios.put(name, OwnScenarios.read(name)));
        }
        if (scenarios.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name a scenario file, or --own for those that come with Stint.");
        }
        return scenarios;
    }

    private static List<Path> jsonFiles(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private Result run(String name, Scenario scenario) throws IOException {
        if (keep != null) {
            String stem = Path.of(name).getFileName().toString().replace(".json", "");
            Path kept = keep.resolve(stem);
            Directories.delete(kept);
            return Simulation.run(scenario, kept);
        }
        Path directory = Files.createTempDirectory("stint-simulate-");
        try {
            return Simulation.run(scenario, directory);
        } finally {
            Directories.delete(directory);
        }
    }

    private void print(PrintWriter out, String name, Result result) {
        out.printf(
                "%s  %s (%s, %d steps, %.1f s)%n",
                result.holds() ? "holds  " : "DIFFERS",
                result.scenario().name(),
                name,
                result.scenario().steps().size(),
                result.millis() / 1000.0);
        if (!quiet) {
            out.println(result.json());
        }
        result.differences().forEach(difference -> out.println("  - " + difference));
    }
}
