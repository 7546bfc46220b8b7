package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.clock.SystemClocks;
import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;
import stint.server.FastCryptography;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.server.board.Shifts;

import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint server}: the site's sync-server. */
@Command(
        name = "server",
        mixinStandardHelpOptions = true,
        description = "Run the site's sync-server: benches push to it, boards follow it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint server                             for this machine alone",
            "  stint server --host 0.0.0.0 --port 443   for the network, with a certificate",
            "",
            "It runs until it is ended (Ctrl-C, SIGTERM). Its store is DATA/server, its log"
                    + " DATA/server/logs."
        })
final class ServerCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Listen there (stint.server.host).")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen there; 0 takes a free one (stint.server.port).")
    private @Nullable Integer port;

    ServerCommand() {}

    @Override
    public Integer call() throws ConfigProblem, Complaints.Plain {
        FastCryptography.prefer();
        Map<String, @Nullable Object> options = new HashMap<>();
        options.put("stint.server.host", host);
        options.put("stint.server.port", port);
        Settings settings = common.settings(spec.commandLine().getErr(), options);
        Settings.Server server = settings.server();
        Path directory = settings.data().resolve("server");
        LogFile.open(directory, "server", settings.log());

        ServerConfig.Database database = Consoles.database(settings);
        SyncServer running = start(settings.site(), server, directory, database);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Stint server of %s: %s%n", settings.site(), running.uri());
        out.println(
                server.enrolment()
                        ? "Stations enrol first: stint enrol CODE."
                        : "OPEN: whoever reaches this server may do everything"
                                + " (stint.server.enrolment).");
        if (database != null) {
            out.printf("Events: %s as %s.%n", database.url(), database.user());
        }
        out.printf("Data: %s. Ctrl-C ends it.%n", directory);
        new Stay().thenClose(running);
        return 0;
    }

    /** Passwords and people's work don't cross a network in the open by oversight. */
    private static ServerConfig.@Nullable Tls tls(Settings.Server server) throws Complaints.Plain {
        Path certificate = server.certificate();
        Path key = server.key();
        if (certificate != null && key != null) {
            return new ServerConfig.Tls(certificate, key);
        }
        boolean loopback = List.of("127.0.0.1", "localhost", "::1").contains(server.host());
        if (!loopback && !server.insecure()) {
            throw new Complaints.Plain(
                    2,
                    "at "
                            + server.host()
                            + " this server would speak plain http to the network. Set"
                            + " stint.server.certificate and stint.server.key (\"stint"
                            + " certificate\" makes them), or stint.server.insecure = true.");
        }
        return null;
    }

    private static ServerConfig.Pages pages(Settings.Pages pages) {
        return new ServerConfig.Pages(pages.address(), pages.zone(), new Shifts(pages.shifts()));
    }

    private static SyncServer start(
            String site,
            Settings.Server server,
            Path directory,
            ServerConfig.@Nullable Database database)
            throws Complaints.Plain {
        try {
            return SyncServer.start(
                    new ServerConfig(
                            site,
                            server.host(),
                            server.port(),
                            directory,
                            new SystemClocks(server.pages().zone()),
                            new ServerConfig.Access(
                                    server.enrolment(),
                                    server.openBoard(),
                                    server.pinDigits(),
                                    tls(server)),
                            ServerConfig.Limits.usual(),
                            server.sessionIdle(),
                            database,
                            pages(server.pages())));
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new Complaints.Plain(
                            1,
                            "can't listen at %s:%d (%s). Is a server running there already? Choose another with --port."
                                    .formatted(server.host(), server.port(), cause.getMessage()));
                }
            }
            throw e;
        }
    }
}
