package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.wire.protocol.ApartView;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint apart}: what waits for a judgement. */
@Command(
        name = "apart",
        mixinStandardHelpOptions = true,
        description = {
            "Show what stations sent after they were revoked, or judge it. Without a station it"
                    + " shows what waits."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint apart",
            "  stint apart BENCH-7 --accept --reason \"recorded before the theft\"",
            "  stint apart BENCH-7 --refuse --reason \"not hers\""
        })
final class ApartCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "Judge what waits of this one.")
    private @Nullable String station;

    @Option(names = "--accept", description = "It counts, as if it had come in time.")
    private boolean accept;

    @Option(names = "--refuse", description = "It stays apart, as evidence.")
    private boolean refuse;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it stays in the log.")
    private @Nullable String reason;

    ApartCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        try (ServerClient console = Consoles.open(settings)) {
            PrintWriter out = spec.commandLine().getOut();
            if (station == null) {
                for (ApartView waiting : console.apart()) {
                    out.printf(
                            "%s: %s to %s%n", waiting.station(), waiting.first(), waiting.last());
                }
                return 0;
            }
            if (accept == refuse || reason == null) {
                throw new Complaints.Plain(2, "say --accept or --refuse, and --reason.");
            }
            console.judge(Consoles.station(station), accept, reason);
            out.println(accept ? "It counts now." : "It stays apart.");
        }
        return 0;
    }
}
