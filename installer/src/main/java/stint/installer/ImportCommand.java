package stint.installer;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;
import stint.station.core.StationCore;
import stint.sync.CarriedFile;
import stint.wire.WireJson;
import stint.wire.protocol.PushReply;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint import}: events at the server, receipts at the bench. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Take in what came on a stick. At the server: a bench's events, by the rules of a push;"
                    + " the receipts are written beside the file. At the bench: those receipts."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  server$ stint import /media/stick/BENCH-7.stint",
            "  bench$  stint import --code BENCH-7 /media/stick/BENCH-7.receipts",
            "",
            "Run it at the server as the server's user, while the server runs. The same file twice"
                    + " changes",
            "nothing. What a revoked bench signed is kept apart (stint apart)."
        })
final class ImportCommand implements Callable<Integer> {

    private static final String RECEIPTS = ".receipts";

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "FILE", description = "The file, as it was exported.")
    private Path file = Path.of("");

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "At a bench: its code (stint.station.code).")
    private @Nullable String code;

    ImportCommand() {}

    @Override
    public Integer call() throws Exception {
        Map<String, @Nullable Object> options = new HashMap<>();
        options.put("stint.station.code", code);
        Settings settings = common.settings(spec.commandLine().getErr(), options);
        try {
            if (CarriedFile.looksLike(file)) {
                events(settings);
            } else {
                receipts(settings);
            }
        } catch (NoSuchFileException e) {
            throw new Complaints.Plain(2, "there is no file " + file + ".");
        } catch (ServerClient.RefusedException e) {
            throw new Complaints.Plain(1, "the server refuses: " + e.getMessage() + ".");
        } catch (CarriedFile.DamagedException e) {
            throw new Complaints.Plain(1, e.getMessage() + ".");
        }
        return 0;
    }

    private void events(Settings settings) throws Exception {
        // A damaged file is found before any of it is sent.
        CarriedFile.read(file, (word, body) -> {});
        List<PushReply> replies = new ArrayList<>();
        CarriedFile.Card card;
        try (ServerClient console = Consoles.open(settings)) {
            card =
                    CarriedFile.<IOException>read(
                            file, (word, body) -> replies.add(console.carried(word, body)));
        }
        PrintWriter out = spec.commandLine().getOut();
        List<PushReply> signed = replies.stream().filter(reply -> reply.receipt() != null).toList();
        if (replies.isEmpty()) {
            out.printf("Nothing of %s was unsent.%n", card.station());
        } else if (signed.isEmpty()) {
            out.printf(
                    "%s is trusted no more: its %d events wait apart, for \"stint apart %s\".%n",
                    card.station(), card.events(), card.station());
        } else {
            Path receipts = receiptsFile();
            Files.write(receipts, signed.stream().map(ImportCommand::line).toList(), UTF_8);
            out.printf(
                    "The server has all %d events of %s. Its receipts are in %s; at the bench:"
                            + " stint import %s%n",
                    card.events(), card.station(), receipts, receipts.getFileName());
        }
    }

    private Path receiptsFile() {
        String name = file.getFileName().toString();
        String base =
                name.endsWith(ExportCommand.SUFFIX)
                        ? name.substring(0, name.length() - ExportCommand.SUFFIX.length())
                        : name;
        return file.resolveSibling(base + RECEIPTS);
    }

    private static String line(PushReply reply) {
        return new String(WireJson.write(reply), UTF_8);
    }

    private void receipts(Settings settings) throws ConfigProblem, Complaints.Plain {
        try (StationCore core = Carrying.bench(settings)) {
            long unsent = Carrying.done(core.takeReceipts(file));
            spec.commandLine()
                    .getOut()
                    .println(
                            unsent == 0
                                    ? "The server has all that this bench recorded."
                                    : unsent + " events of this bench are still unsent.");
        }
    }
}
