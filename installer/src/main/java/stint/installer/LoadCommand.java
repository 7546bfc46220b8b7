package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.installer.load.Load;
import stint.installer.load.LoadOrder;
import stint.installer.load.LoadReport;
import stint.server.ServerConfig.Database;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint load}: a floor that was offline comes back at once. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Let many benches record while the server is away, send everything at once, and measure"
                    + " until one reader has all of it. The same events are stored with nothing"
                    + " around them in the same run, as rows and as bytes, to compare."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint load                                 20 benches, 5,000 events each",
            "  stint load --streams 500                   while 500 hold live streams",
            "  stint load --database jdbc:postgresql://localhost/empty",
            "  stint load --server http://server:7070     a server that runs, not one of its own",
            "",
            "A server that runs keeps the jobs, people and stations LOAD… that this makes."
        })
final class LoadCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Load this server instead of one of its own.")
    private @Nullable URI server;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Its own server keeps the events there: jdbc:postgresql://…, empty.")
    private @Nullable String database;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            defaultValue = "stint",
            description =
                    "Who may make tables there (${DEFAULT-VALUE}); the password is in the variable"
                            + " PGPASSWORD.")
    private String databaseUser = "";

    @Option(
            names = "--benches",
            paramLabel = "N",
            defaultValue = "20",
            description = "Benches (${DEFAULT-VALUE}).")
    private int benches;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Events of each bench (${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--streams",
            paramLabel = "N",
            defaultValue = "0",
            description = "Live streams that others hold meanwhile (${DEFAULT-VALUE}).")
    private int streams;

    LoadCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        LoadOrder order;
        try {
            order = new LoadOrder(benches, events, streams);
        } catch (IllegalArgumentException e) {
            throw new Complaints.Plain(2, String.valueOf(e.getMessage()));
        }
        String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
        LoadReport report = Load.measure(order, server, database(), settings.site(), run, true);
        PrintWriter out = spec.commandLine().getOut();
        report.print(out);
        out.flush();
        return 0;
    }

    private @Nullable Database database() throws Complaints.Plain {
        if (database == null) {
            return null;
        }
        if (server != null || !database.startsWith("jdbc:postgresql:")) {
            throw new Complaints.Plain(
                    2, "--database is for a server of its own, as jdbc:postgresql://HOST/NAME.");
        }
        String password = System.getenv("PGPASSWORD");
        return new Database(database, databaseUser, password == null ? "" : password);
    }
}
