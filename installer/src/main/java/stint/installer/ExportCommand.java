package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.station.core.StationCore;
import stint.sync.CarriedFile;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint export}: a bench's unsent events, as a file for a stick. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write what this bench recorded and the server is not known to have into a signed file,"
                    + " for a bench without a network. Carry it to the server and import it there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint export --code BENCH-7 /media/stick         writes BENCH-7.stint there",
            "  server$ stint import /media/stick/BENCH-7.stint",
            "  stint import --code BENCH-7 /media/stick/BENCH-7.receipts",
            "",
            "End the bench's program first: one process owns its journal. The same file twice does"
                    + " no harm."
        })
final class ExportCommand implements Callable<Integer> {

    /** How a file of events ends. */
    static final String SUFFIX = ".stint";

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "FILE", description = "The file to write, or the directory for it.")
    private Path to = Path.of(".");

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "The bench's code (stint.station.code).")
    private @Nullable String code;

    ExportCommand() {}

    @Override
    public Integer call() throws Exception {
        Map<String, @Nullable Object> options = new HashMap<>();
        options.put("stint.station.code", code);
        Settings settings = common.settings(spec.commandLine().getErr(), options);
        String bench = settings.station().code();
        Path file = Files.isDirectory(to) ? to.resolve(bench + SUFFIX) : to;
        PrintWriter out = spec.commandLine().getOut();
        try (StationCore core = Carrying.bench(settings)) {
            CarriedFile.Card card = Carrying.done(core.exportTo(file));
            if (card.events() == 0) {
                out.printf("The server has all that %s recorded. %s is empty.%n", bench, file);
            } else {
                out.printf(
                        "%d events of %s are in %s. At the server: stint import %s%n",
                        card.events(), bench, file, file.getFileName());
            }
        }
        return 0;
    }
}
