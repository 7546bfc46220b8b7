package stint.installer.config;

import com.typesafe.config.Config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The configuration that holds, checked as it is asked for. The keys are documented in {@code
 * reference.conf}.
 */
public final class Settings {

    private static final List<String> LANGUAGES = List.of("en", "th", "he", "ru");

    private static final int DPI_MAX = 600;

    private final Config config;
    private final List<String> keys;
    private final List<String> strangeVariables;

    private Settings(Config config, List<String> keys, List<String> strangeVariables) {
        this.config = config;
        this.keys = keys;
        this.strangeVariables = strangeVariables;
    }

    /** Of the server. */
    public record Server(
            String host,
            int port,
            Duration sessionIdle,
            boolean enrolment,
            boolean openBoard,
            int pinDigits,
            @Nullable Path certificate,
            @Nullable Path key,
            boolean insecure,
            @Nullable Database database,
            Pages pages) {}

    /**
     * What the server's pages and labels say of the site.
     *
     * @param address where customers find it; absent for wherever a label is asked for
     * @param zone the site's
     * @param shifts when shifts begin, at least one
     */
    public record Pages(@Nullable URI address, ZoneId zone, List<LocalTime> shifts) {

        /** Copies the list. */
        public Pages {
            shifts = List.copyOf(shifts);
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param url as {@code jdbc:postgresql://host/name}
     */
    public record Database(String url, String user, String password) {}

    /**
     * Of a bench.
     *
     * @param dpi pixels per inch of its panel; 0 for what the panel says
     * @param badgeOnly whether a badge alone lets an operator in
     */
    public record Bench(
            String code,
            URI server,
            String language,
            boolean fullScreen,
            int dpi,
            boolean badgeOnly) {}

    /**
     * Of a board.
     *
     * @param light whether dark on light
     * @param line the line to show; empty for all
     * @param area the part of the floor to show; empty for all
     * @param job what the ticket or name of the jobs to show holds; empty for all
     */
    public record Board(
            URI server,
            String language,
            boolean fullScreen,
            int pageSeconds,
            boolean light,
            String line,
            String area,
            String job) {}

    /**
     * Of a desk.
     *
     * @param language until somebody signs in
     * @param light whether dark on light
     */
    public record Desk(URI server, String language, boolean light) {}

    /** Of the demo. */
    public record Demo(int port, int seconds, Path pictures) {}

    /**
     * Reads the configuration.
     *
     * @param file the file named on the command line, if one was
     * @param environment the process's environment
     * @param overrides what the command line says, by key
     * @throws ConfigProblem when a file or key is wrong, naming the place
     */
    public static Settings load(
            @Nullable Path file, Map<String, String> environment, Map<String, Object> overrides)
            throws ConfigProblem {
        Sources sources = new Sources();
        return new Settings(
                sources.merged(file, environment, overrides),
                List.copyOf(sources.keys()),
                sources.strangeVariables(environment));
    }

    /** The file that is both the defaults and their documentation. */
    public static String reference() {
        return Sources.referenceText();
    }

    /** {@code STINT_…} variables that mean nothing: most likely misspelt. */
    public List<String> strangeVariables() {
        return strangeVariables;
    }

    /** What holds, a line per key, with where it comes from. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String key : keys) {
            var value = config.getValue(key);
            boolean byDefault = value.origin().description().startsWith("the default");
            boolean secret = key.endsWith("Password") && !byDefault;
            lines.add(
                    "%-28s = %-34s # %s"
                            .formatted(
                                    key,
                                    secret ? "(not shown)" : value.render(),
                                    byDefault ? "default" : Setting.place(value)));
        }
        return lines;
    }

    /** The site's code. */
    public String site() throws ConfigProblem {
        return setting("stint.site").code();
    }

    /** The directory of all data. */
    public Path data() throws ConfigProblem {
        return Path.of(setting("stint.data").text()).toAbsolutePath().normalize();
    }

    /**
     * Of the log file.
     *
     * @param level the least that is written
     * @param json whether a line is a JSON object, for programs, instead of a sentence
     */
    public record Log(String level, boolean json) {}

    /** How the log file is written. */
    public Log log() throws ConfigProblem {
        return new Log(
                setting("stint.logLevel").oneOf(List.of("ERROR", "WARN", "INFO", "DEBUG")),
                setting("stint.logFormat").oneOf(List.of("text", "json")).equals("json"));
    }

    /** The server's part. */
    public Server server() throws ConfigProblem {
        return new Server(
                setting("stint.server.host").text(),
                setting("stint.server.port").whole(0, 65_535),
                Duration.ofDays(setting("stint.server.sessionIdleDays").whole(1, 365)),
                setting("stint.server.enrolment")
                        .oneOf(List.of("required", "open"))
                        .equals("required"),
                setting("stint.server.openBoard").flag(),
                setting("stint.server.pinDigits").whole(4, 12),
                file("stint.server.certificate"),
                file("stint.server.key"),
                setting("stint.server.insecure").flag(),
                database(),
                new Pages(
                        setting("stint.server.publicAddress").httpOrNone(),
                        setting("stint.server.zone").zone(),
                        setting("stint.server.shifts").times()));
    }

    /** Where a server keeps the events; absent for its own directory. */
    public @Nullable Database database() throws ConfigProblem {
        String url = setting("stint.server.database").postgres();
        return url.isEmpty()
                ? null
                : new Database(
                        url,
                        setting("stint.server.databaseUser").text(),
                        setting("stint.server.databasePassword").text());
    }

    private @Nullable Path file(String key) throws ConfigProblem {
        String text = setting(key).text();
        return text.isEmpty() ? null : Path.of(text).toAbsolutePath().normalize();
    }

    /** Certificates that are trusted besides the system's; absent for none. */
    public @Nullable Path trust() throws ConfigProblem {
        return file("stint.trust");
    }

    /** A bench's part. */
    public Bench station() throws ConfigProblem {
        return new Bench(
                setting("stint.station.code").code(),
                setting("stint.station.server").http(),
                setting("stint.station.language").oneOf(LANGUAGES),
                setting("stint.station.fullScreen").flag(),
                setting("stint.station.dpi").whole(0, DPI_MAX),
                setting("stint.station.badgeOnly").flag());
    }

    /** A board's part. */
    public Board board() throws ConfigProblem {
        return new Board(
                setting("stint.board.server").http(),
                setting("stint.board.language").oneOf(LANGUAGES),
                setting("stint.board.fullScreen").flag(),
                setting("stint.board.pageSeconds").whole(3, 600),
                setting("stint.board.theme").oneOf(List.of("dark", "light")).equals("light"),
                setting("stint.board.line").text(),
                setting("stint.board.area").text(),
                setting("stint.board.job").text());
    }

    /** A desk's part. */
    public Desk desk() throws ConfigProblem {
        return new Desk(
                setting("stint.desk.server").http(),
                setting("stint.desk.language").oneOf(LANGUAGES),
                setting("stint.desk.theme").oneOf(List.of("dark", "light")).equals("light"));
    }

    /** The demo's part. */
    public Demo demo() throws ConfigProblem {
        return new Demo(
                setting("stint.demo.port").whole(0, 65_535),
                setting("stint.demo.seconds").whole(5, 3600),
                Path.of(setting("stint.demo.pictures").text()).toAbsolutePath().normalize());
    }

    private Setting setting(String key) {
        return new Setting(key, config.getValue(key));
    }
}
