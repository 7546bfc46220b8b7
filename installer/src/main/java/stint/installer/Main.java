package stint.installer;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** The command {@code stint}: one launcher for the station, the server and the tools. */
@Command(
        name = "stint",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "An offline-first shop-floor terminal and the server it syncs with.")
public final class Main implements Callable<Integer> {

    @Spec private CommandSpec spec;

    Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    /** Called without a subcommand: says what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.USAGE;
    }
}
