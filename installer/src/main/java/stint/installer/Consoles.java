package stint.installer;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;
import stint.server.ServerConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the administrator's commands have in common. */
final class Consoles {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Consoles() {}

    /** The server that runs on this machine, as its administrator. */
    static ServerClient open(Settings settings) throws ConfigProblem, Complaints.Plain {
        Path directory = settings.data().resolve("server");
        try {
            return ServerClient.console(directory);
        } catch (IOException e) {
            throw new Complaints.Plain(
                    1,
                    "no server runs on "
                            + directory
                            + ", or you may not read its files. Run this on the server's machine,"
                            + " as the server's user, with the server's configuration.");
        }
    }

    static StationCode station(String text) throws Complaints.Plain {
        try {
            return new StationCode(text);
        } catch (IllegalArgumentException e) {
            throw new Complaints.Plain(2, String.valueOf(e.getMessage()) + ".");
        }
    }

    /** Where the server's events are; absent for its own directory. */
    static ServerConfig.@Nullable Database database(Settings settings) throws ConfigProblem {
        Settings.Database named = settings.database();
        return named == null
                ? null
                : new ServerConfig.Database(named.url(), named.user(), named.password());
    }

    /** A file that is there. */
    static Path file(Path named) throws Complaints.Plain {
        if (!Files.isReadable(named) || Files.isDirectory(named)) {
            throw new Complaints.Plain(2, named + " is no file that can be read.");
        }
        return named;
    }

    /** Milliseconds since 1970, as a person on this machine reads them. */
    static String time(long millis) {
        return time(Instant.ofEpochMilli(millis));
    }

    /** A worker code, as DOMAIN spells it. */
    static OperatorCode person(String text) throws Complaints.Plain {
        try {
            return new OperatorCode(text);
        } catch (IllegalArgumentException e) {
            throw new Complaints.Plain(2, String.valueOf(e.getMessage()) + ".");
        }
    }

    /** As a person on this machine reads it. */
    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
