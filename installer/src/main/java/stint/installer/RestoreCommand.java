package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.journal.JournalLockedException;
import stint.server.ServerConfig.Database;
import stint.server.backup.BackupDamagedException;
import stint.server.backup.BackupFile;
import stint.server.store.Restoring;
import stint.sync.Entry;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** {@code stint restore}: fills a server's store from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Fill the store of a server that does not run from a backup. The file is checked first;"
                    + " all of it is there at the end, or nothing. When the server starts again,"
                    + " benches and boards notice by themselves, and benches send again what was"
                    + " recorded since the backup."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint restore FILE            on a new machine, or into an empty database",
            "  stint restore FILE --aside    what is there is moved to DATA/server/aside-…",
            "",
            "Where the events go is in the configuration (stint.server.database): a backup of"
                    + " either kind fills",
            "either. Nothing that is there is overwritten."
        })
final class RestoreCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "FILE", description = "What stint backup wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--aside",
            description = "Move what is there aside; not for a database, where you name another.")
    private boolean aside;

    RestoreCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        Path directory = settings.data().resolve("server");
        Database database = Consoles.database(settings);
        try {
            BackupFile.Summary whole = BackupFile.check(Consoles.file(file));
            fill(directory, database);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "Restored %,d events of %s, as they were at %s, into %s.%n",
                    whole.header().position(),
                    whole.header().site(),
                    Consoles.time(whole.header().takenAtMs()),
                    database == null ? directory : database);
            out.println("Start the server; benches send again what they recorded since.");
            if (!Files.exists(directory.resolve("keys"))) {
                out.println(
                        "Copy the server's keys to "
                                + directory.resolve("keys")
                                + " first: without them every station enrols anew.");
            }
            return 0;
        } catch (BackupDamagedException | Restoring.NotEmptyException e) {
            throw new Complaints.Plain(1, e.getMessage() + "; nothing was changed.");
        } catch (JournalLockedException e) {
            throw new Complaints.Plain(
                    1, "a server runs on " + directory + "; stop it first. Nothing was changed.");
        }
    }

    private void fill(Path directory, @Nullable Database database) throws Exception {
        if (database != null) {
            Restoring.intoDatabase(database, this::read);
            return;
        }
        if (aside && Restoring.holdsStore(directory)) {
            String name = "aside-" + System.currentTimeMillis();
            Restoring.putAside(directory, name);
            spec.commandLine().getOut().println("What was there is in " + directory.resolve(name));
        }
        Restoring.intoDirectory(directory, this::read);
    }

    private void read(Consumer<Entry> events, BiConsumer<String, byte[]> pictures)
            throws IOException {
        BackupFile.Summary _ =
                BackupFile.read(
                        file,
                        events,
                        picture -> pictures.accept(picture.name(), picture.contents()));
    }
}
