package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.domain.event.StationCode;
import stint.installer.config.Settings;

import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint revoke}: trusts a station no more. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = {
            "Trust a station no more, from now on: it learns nothing more of the floor, and what it"
                    + " still sends is kept apart until a person judges it (\"stint apart\")."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint revoke BENCH-7 --reason \"stolen from the car\"",
            "",
            "To replace a bench's PC no revocation is needed: \"stint enrol BENCH-7\" and join on"
                    + " the new one."
        })
final class RevokeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "CODE", description = "The station's code.")
    private String station = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; it stays in the log.")
    private String reason = "";

    RevokeCommand() {}

    @Override
    public Integer call() throws Exception {
        StationCode code = Consoles.station(station);
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        try (ServerClient console = Consoles.open(settings)) {
            console.revoke(code, reason);
            spec.commandLine().getOut().printf("%s is trusted no more.%n", code);
        }
        return 0;
    }
}
