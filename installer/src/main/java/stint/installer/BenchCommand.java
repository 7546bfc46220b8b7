package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.bench.Figures;

import java.util.concurrent.Callable;

/** {@code stint bench}: what an operator waits for, in figures. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure on this machine what an operator waits for: the start, a tap until it is safe"
                    + " on disk, until it is on the screen, until it is on the board. Each stands"
                    + " beside the least that this machine takes for the same, measured in the same"
                    + " run."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint bench           about a minute",
            "  stint bench --quick   a few seconds, for a first look"
        })
final class BenchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--quick", description = "A tenth of the repetitions.")
    private boolean quick;

    BenchCommand() {}

    @Override
    public Integer call() throws Exception {
        Figures.measure(quick, spec.commandLine().getOut());
        return 0;
    }
}
