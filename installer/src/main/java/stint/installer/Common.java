package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What every role takes on the command line. */
final class Common {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Read this configuration file.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep data and logs there (stint.data).")
    private @Nullable Path data;

    @Option(names = "--site", paramLabel = "CODE", description = "The site's code (stint.site).")
    private @Nullable String site;

    /** The settings that hold, with the command line's on top; a misspelt variable is spoken of. */
    Settings settings(PrintWriter err, Map<String, ? extends @Nullable Object> options)
            throws ConfigProblem {
        Map<String, Object> overrides = new HashMap<>();
        options.forEach((key, value) -> put(overrides, key, value));
        put(overrides, "stint.data", data == null ? null : data.toString());
        put(overrides, "stint.site", site);
        Settings settings = Settings.load(config, System.getenv(), overrides);
        for (String strange : settings.strangeVariables()) {
            err.println("stint: warning: the variable " + strange + " means nothing to Stint.");
        }
        return settings;
    }

    private static void put(Map<String, Object> all, String key, @Nullable Object value) {
        if (value != null) {
            all.put(key, value);
        }
    }
}
