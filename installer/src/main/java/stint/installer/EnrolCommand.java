package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.domain.event.StationCode;
import stint.domain.plan.StationUse;
import stint.installer.config.Settings;
import stint.wire.protocol.OfferReply;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint enrol}: lets a station enrol. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Let a bench or a board enrol at this machine's server: prints a code that serves once,"
                    + " within ten minutes. Type it at the station, with \"stint join\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint enrol BENCH-7            a bench, new or replaced",
            "  stint enrol --board WALL-1     a board that is not in the local network",
            "",
            "Run it as the user the server runs as: who may read the server's files may enrol."
        })
final class EnrolCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "CODE", description = "The station's code, as printed on it.")
    private String station = "";

    @Option(names = "--board", description = "It shows the board, and may do nothing else.")
    private boolean board;

    EnrolCommand() {}

    @Override
    public Integer call() throws Exception {
        StationCode code = Consoles.station(station);
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        try (ServerClient console = Consoles.open(settings)) {
            OfferReply offer = console.offer(code, board ? StationUse.BOARD : StationUse.BENCH);
            PrintWriter out = spec.commandLine().getOut();
            out.printf("Code for %s: %s%n", code, offer.code());
            out.printf(
                    "It serves once, until %s. At the station: stint join %s%s --server URL%n",
                    Consoles.time(offer.until()), offer.code(), board ? " --board" : "");
        }
        return 0;
    }
}
