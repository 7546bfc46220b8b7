package stint.installer;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.station.sync.Enrolling;
import stint.station.sync.Identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint join}: enrols this machine. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = {
            "Enrol this machine as a bench, or as a board, by the code that \"stint enrol\" printed"
                    + " at the server. It makes a key that never leaves this machine."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint join K7QM-3XPA --server https://stint.lan:7070",
            "  stint join K7QM-3XPA --board",
            "",
            "The key is in DATA/station-CODE/identity (DATA/board/identity), for this user alone.",
            "Start the bench as the same user."
        })
final class JoinCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(
            paramLabel = "CODE",
            description = "The code, as printed at the server; asked for when left out.",
            arity = "0..1")
    private @Nullable String code;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server (stint.station.server, stint.board.server).")
    private @Nullable String server;

    @Option(names = "--board", description = "This machine shows the board.")
    private boolean board;

    JoinCommand() {}

    @Override
    public Integer call() throws Exception {
        Map<String, @Nullable Object> options = new HashMap<>();
        options.put(board ? "stint.board.server" : "stint.station.server", server);
        Settings settings = common.settings(spec.commandLine().getErr(), options);
        URI uri = board ? settings.board().server() : settings.station().server();
        Identity identity = enrolled(uri, code == null ? asked() : code, settings.trust());
        String role = board ? "board" : "station-" + identity.station();
        Path data = settings.data().resolve(role);
        identity.write(data);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("This machine is %s of %s.%n", identity.station(), identity.site());
        String configured = settings.station().code();
        if (!board && !configured.equals(identity.station().value())) {
            out.printf(
                    "Its configuration says %s: start it with --code %s, or correct"
                            + " stint.station.code.%n",
                    configured, identity.station());
        }
        return 0;
    }

    private Identity enrolled(URI uri, String typed, @Nullable Path trust) throws Complaints.Plain {
        try {
            return Enrolling.enrol(uri, typed, trust);
        } catch (Enrolling.RefusedException e) {
            throw new Complaints.Plain(1, "the server refuses: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new Complaints.Plain(
                    1, uri + " can't be reached: " + e.getMessage() + ". The code still serves.");
        }
    }

    /** Typed here it stands in no list of processes and in no shell's history. */
    private String asked() throws Complaints.Plain, IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print("Code: ");
        out.flush();
        String typed = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        if (typed == null) {
            throw new Complaints.Plain(2, "name the code that \"stint enrol\" printed.");
        }
        return typed;
    }
}
