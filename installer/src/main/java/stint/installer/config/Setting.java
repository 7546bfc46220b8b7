package stint.installer.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** One value of the configuration that knows where it was set, so that a complaint can say so. */
record Setting(String key, ConfigValue value) {

    /** Where a value was set: {@code stint.conf:12}, {@code environment variable STINT_SITE}. */
    static String place(ConfigValue value) {
        ConfigOrigin origin = value.origin();
        String description = origin.description();
        int line = origin.lineNumber();
        // The library appends ": 12"; editors and people know file:12.
        return line < 0 ? description : description.replaceAll(": \\d+$", "") + ":" + line;
    }

    String text() throws ConfigProblem {
        if (value.valueType() == ConfigValueType.OBJECT
                || value.valueType() == ConfigValueType.LIST) {
            throw problem("a text");
        }
        return String.valueOf(value.unwrapped()).strip();
    }

    String code() throws ConfigProblem {
        String text = text();
        if (!text.matches("[\\p{L}\\p{M}\\p{N}_.@-]{1,40}")) {
            throw problem("1 to 40 letters, digits or - _ . @");
        }
        return text;
    }

    int whole(int min, int max) throws ConfigProblem {
        try {
            int number = Integer.parseInt(text());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw problem("a whole number from " + min + " to " + max);
        }
        throw problem("a whole number from " + min + " to " + max);
    }

    boolean flag() throws ConfigProblem {
        return switch (text()) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw problem("true or false");
        };
    }

    String oneOf(List<String> choices) throws ConfigProblem {
        String text = text();
        if (!choices.contains(text)) {
            throw problem("one of " + String.join(", ", choices));
        }
        return text;
    }

    URI http() throws ConfigProblem {
        String wanted = "an address such as http://stint.lan:7070";
        try {
            URI uri = URI.create(text());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw problem(wanted);
        }
        throw problem(wanted);
    }

    /** A web address, or nothing. */
    @Nullable URI httpOrNone() throws ConfigProblem {
        return text().isEmpty() ? null : http();
    }

    /** A time zone; this machine's where none is named. */
    ZoneId zone() throws ConfigProblem {
        String text = text();
        try {
            return text.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw problem("empty, or a time zone such as Asia/Bangkok");
        }
    }

    /** Times of day, at least one. */
    List<LocalTime> times() throws ConfigProblem {
        try {
            return Arrays.stream(text().split("[,\\s]+", -1)).map(LocalTime::parse).toList();
        } catch (DateTimeException e) {
            throw problem("times of day such as \"06:00, 14:00, 22:00\"");
        }
    }

    /** A database's address, or empty for none. */
    String postgres() throws ConfigProblem {
        String text = text();
        boolean secret = text.contains("password=") || text.contains("@");
        if (!text.isEmpty() && (!text.startsWith("jdbc:postgresql:") || secret)) {
            throw problem("empty, or as jdbc:postgresql://host:5432/stint with no password in it");
        }
        return text;
    }

    private ConfigProblem problem(String wanted) {
        String rendered = value.valueType() == ConfigValueType.OBJECT ? "{…}" : value.render();
        return new ConfigProblem(
                place(value)
                        + ": "
                        + key
                        + " must be "
                        + wanted
                        + ", not "
                        + rendered
                        + ". Correct it there; \"stint config --default\" explains every key.");
    }
}
