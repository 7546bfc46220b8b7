package stint.installer.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts together what holds: command line over environment over file over the defaults. */
final class Sources {

    private static final String REFERENCE = "reference.conf";
    private static final Path[] USUAL = {Path.of("stint.conf"), Path.of("/etc/stint/stint.conf")};

    /** Variables that the launcher script reads; they are no keys. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("STINT_CONFIG", "STINT_JAVA", "STINT_OPTS", "STINT_HOME", "STINT_EXE");

    private final Config reference =
            ConfigFactory.parseString(
                            referenceText(),
                            ConfigParseOptions.defaults().setOriginDescription("the default"))
                    .resolveWith(ConfigFactory.systemProperties());
    private final Set<String> keys = keysOf(reference);

    /** The file with every key, its default and its meaning. */
    static String referenceText() {
        try (InputStream in = Sources.class.getResourceAsStream(REFERENCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + REFERENCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> keys() {
        return keys;
    }

    Config merged(
            @Nullable Path named, Map<String, String> environment, Map<String, Object> overrides)
            throws ConfigProblem {
        Path file = file(named, environment);
        Config fromFile = file == null ? ConfigFactory.empty() : parsed(file);
        for (String key : keysOf(fromFile)) {
            if (!keys.contains(key)) {
                throw unknown(key, fromFile.getValue(key));
            }
        }
        try {
            return commandLine(overrides)
                    .withFallback(environment(environment))
                    .withFallback(fromFile)
                    .withFallback(reference)
                    .withFallback(ConfigFactory.systemProperties())
                    .resolve();
        } catch (ConfigException e) {
            throw new ConfigProblem(e.getMessage() + ".");
        }
    }

    /** The keys of {@code STINT_…} variables that mean none. */
    List<String> strangeVariables(Map<String, String> environment) {
        Set<String> known = new TreeSet<>(OF_THE_LAUNCHER);
        keys.forEach(key -> known.add(variable(key)));
        List<String> strange = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("STINT_") && !known.contains(name)) {
                strange.add(name);
            }
        }
        return strange;
    }

    /**
     * The environment variable of a key: {@code stint.server.port} is {@code STINT_SERVER_PORT}.
     */
    static String variable(String key) {
        return key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static @Nullable Path file(@Nullable Path named, Map<String, String> environment)
            throws ConfigProblem {
        String variable = environment.get("STINT_CONFIG");
        Path wanted = named != null ? named : variable != null ? Path.of(variable) : null;
        if (wanted != null && !Files.isReadable(wanted)) {
            throw new ConfigProblem(
                    wanted
                            + ": there is no such readable file. Correct "
                            + (named != null ? "--config" : "STINT_CONFIG")
                            + ", or leave it out to use the defaults.");
        }
        if (wanted != null) {
            return wanted;
        }
        for (Path usual : USUAL) {
            if (Files.isReadable(usual)) {
                return usual;
            }
        }
        return null;
    }

    private static Config parsed(Path file) throws ConfigProblem {
        try {
            return ConfigFactory.parseString(
                    Files.readString(file),
                    ConfigParseOptions.defaults().setOriginDescription(file.toString()));
        } catch (IOException e) {
            throw new ConfigProblem(file + ": can't be read (" + e.getMessage() + ").");
        } catch (ConfigException e) {
            throw new ConfigProblem(e.getMessage() + ".");
        }
    }

    private Config environment(Map<String, String> environment) {
        Map<String, ConfigValue> values = new TreeMap<>();
        for (String key : keys) {
            String variable = variable(key);
            String value = environment.get(variable);
            if (value != null) {
                values.put(
                        key,
                        ConfigValueFactory.fromAnyRef(value, "environment variable " + variable));
            }
        }
        return config(values);
    }

    private static Config commandLine(Map<String, Object> overrides) {
        Map<String, ConfigValue> values = new TreeMap<>();
        overrides.forEach((key, value) ->
                values.put(key, ConfigValueFactory.fromAnyRef(value, "the command line")));
        return config(values);
    }

    private static Config config(Map<String, ConfigValue> values) {
        Config config = ConfigFactory.empty();
        for (Map.Entry<String, ConfigValue> entry : values.entrySet()) {
            config = config.withValue(entry.getKey(), entry.getValue());
        }
        return config;
    }

    private ConfigProblem unknown(String key, ConfigValue value) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String known : keys) {
            int distance = Math.min(distance(key, known), distance("stint." + key, known));
            if (distance < least) {
                least = distance;
                nearest = known;
            }
        }
        String hint = least <= 4 ? " Did you mean " + nearest + "?" : "";
        return new ConfigProblem(
                Setting.place(value)
                        + ": unknown key "
                        + key
                        + "."
                        + hint
                        + " \"stint config --default\" shows every key.");
    }

    /** Levenshtein's distance: how many letters to change to make one text the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int change = from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1;
                int best = Math.min(diagonal + change, 1 + Math.min(row[column], row[column - 1]));
                diagonal = row[column];
                row[column] = best;
            }
        }
        return row[to.length()];
    }

    private static Set<String> keysOf(Config config) {
        Set<String> keys = new TreeSet<>();
        config.entrySet().forEach(entry -> keys.add(entry.getKey()));
        return keys;
    }
}
