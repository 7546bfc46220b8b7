package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.credential.SigningKey;
import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;
import stint.server.ServerConfig.Database;
import stint.server.SyncServer;
import stint.server.backup.BackupDamagedException;
import stint.server.backup.BackupFile;
import stint.server.store.PostgresStore;
import stint.server.store.Restoring;
import stint.server.store.ServerStore;
import stint.server.store.SiteStore;
import stint.server.store.StoreException;
import stint.server.store.Verification;
import stint.wire.protocol.VerifyView;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint verify}: whether what is kept is what was written (SY-4). */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Read everything that is kept and hold it against itself: positions without a gap, each"
                    + " station's events in order, every hash made again from the exact bytes, as"
                    + " many rows as events. A server that runs is asked and goes on meanwhile;"
                    + " otherwise its store is opened. With a file: that backup."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint verify             this machine's server",
            "  stint verify FILE        a backup",
            "",
            "Exit codes: 0 all is as it was written; 1 something is not."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "What stint backup wrote.")
    private @Nullable Path file;

    VerifyCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        if (file != null) {
            return backup(Consoles.file(file), settings.data().resolve("server"));
        }
        try (ServerClient console = ServerClient.console(settings.data().resolve("server"))) {
            VerifyView view = console.verify();
            return say(
                    view.events(),
                    view.histories(),
                    view.wrong(),
                    view.found().stream()
                            .map(found -> new Verification.Finding(found.position(), found.what()))
                            .toList());
        } catch (ServerClient.RefusedException e) {
            throw e;
        } catch (ConnectException | NoSuchFileException e) {
            return stopped(settings);
        }
    }

    private int backup(Path backup, Path server) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            BackupFile.Summary whole = BackupFile.check(backup);
            out.printf(
                    Locale.ROOT,
                    "Whole: %,d events of %s in %,d histories, as they were at %s.%n",
                    whole.header().position(),
                    whole.header().site(),
                    whole.end().histories().size(),
                    Consoles.time(whole.header().takenAtMs()));
            Path key = SyncServer.keys(server).resolve("server.key");
            if (Files.isReadable(key) && !whole.isOf(SigningKey.read(key).verifying())) {
                out.println("It was signed by another server than this machine's.");
                return 1;
            }
            return 0;
        } catch (BackupDamagedException e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private int stopped(Settings settings) throws ConfigProblem, Complaints.Plain {
        try (SiteStore store = open(settings)) {
            Verification.Result result = store.verify(store.last(), () -> {});
            return say(result.events(), result.histories(), result.wrong(), result.found());
        } catch (StoreException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Complaints.Plain(1, e.getMessage() + ": " + cause.getMessage());
        }
    }

    private static SiteStore open(Settings settings) throws ConfigProblem, Complaints.Plain {
        Path directory = settings.data().resolve("server");
        Database database = Consoles.database(settings);
        if (database != null) {
            return PostgresStore.open(database, () -> {});
        }
        if (!Restoring.holdsStore(directory)) {
            throw new Complaints.Plain(1, directory + " holds no store.");
        }
        return ServerStore.open(directory);
    }

    private int say(
            long events, long histories, long wrong, Iterable<Verification.Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(found ->
                out.println(
                        (found.position() == 0 ? "" : "position " + found.position() + ": ")
                                + found.what()));
        out.printf(
                Locale.ROOT,
                "%s: %,d events in %,d histories%s.%n",
                wrong == 0 ? "All is as it was written" : "NOT as it was written",
                events,
                histories,
                wrong == 0 ? "" : ", " + wrong + " things wrong");
        return wrong == 0 ? 0 : 1;
    }
}
