package stint.installer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** The command {@code stint}: one launcher for the station, the server and the tools. */
@Command(
        name = "stint",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServerCommand.class,
            StationCommand.class,
            BoardCommand.class,
            DeskCommand.class,
            CertificateCommand.class,
            EnrolCommand.class,
            JoinCommand.class,
            StationsCommand.class,
            RevokeCommand.class,
            ApartCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            PersonCommand.class,
            PinCommand.class,
            AuditCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            DemoCommand.class,
            SimulateCommand.class,
            PrepareCommand.class,
            BenchCommand.class,
            LoadCommand.class,
            PagesCommand.class,
            PlanFiguresCommand.class,
            ConfigCommand.class,
            CommandLine.HelpCommand.class
        },
        description = {
            "An offline-first terminal for shop floors: benches that never wait for a network, a"
                    + " small server that reconciles them, and a board on the wall.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint demo                       see it all on this machine",
            "  stint server --host 0.0.0.0      run the site's server",
            "  stint station --code BENCH-7     run a bench",
            "  stint board                      run the board on a wall monitor",
            "  stint desk                       plan jobs and orders, set right what went wrong",
            "  stint help station               what one of them takes",
            "",
            "Exit codes: 0 all well; 1 failed, or a scenario differs; 2 a wrong command line,",
            "configuration or file; 3 no screen to show a window on; 130 or 143 ended from"
                    + " outside.",
            "",
            "Environment: STINT_CONFIG names the configuration file; every key of it is a variable"
                    + " too",
            "(stint config --default); STINT_JAVA chooses a JVM and STINT_OPTS its options."
        })
public final class Main implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Spec private CommandSpec spec;

    Main() {}

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LOG.error("{} failed", thread.getName(), failure));
        System.exit(commandLine().execute(args));
    }

    /** The command line as it is run, for tests that run it in their own process. */
    static CommandLine commandLine() {
        var line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(new Complaints());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        return line;
    }

    /** Called without a subcommand: says what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.USAGE;
    }
}
