package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.wire.protocol.StationView;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint stations}: how far each is trusted. */
@Command(
        name = "stations",
        mixinStandardHelpOptions = true,
        description = "Show which stations this machine's server trusts, and which no more.")
final class StationsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    StationsCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        try (ServerClient console = Consoles.open(settings)) {
            PrintWriter out = spec.commandLine().getOut();
            for (StationView station : console.stations()) {
                String reason = station.reason() == null ? "" : "  " + station.reason();
                out.printf(
                        "%-20s %-6s %-9s since %s%s%n",
                        station.station(),
                        station.use(),
                        station.status(),
                        Consoles.time(station.since()),
                        reason);
            }
        }
        return 0;
    }
}
