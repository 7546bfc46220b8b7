package stint.installer.scenario;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A value of a JSON file that knows its path and line, so that every complaint can name the place.
 *
 * @param file the file's name, for messages
 * @param path where in the file, as {@code steps[3].qty}; {@code $} for the whole
 */
record Node(String file, String path, ConfigValue value) {

    /** A function that may complain about the value it reads. */
    interface Reader<T> {

        T read(Node node) throws ScenarioException;
    }

    ScenarioException problem(String problem) {
        return new ScenarioException(file, value.origin().lineNumber(), path, problem);
    }

    /**
     * Complains about keys that are not among the known ones: a misspelt key must not be ignored.
     */
    Node only(Set<String> known) throws ScenarioException {
        for (String key : new TreeSet<>(object().keySet())) {
            if (!known.contains(key)) {
                throw problem(
                        "unknown key \""
                                + key
                                + "\"; known are "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    Set<String> keys() throws ScenarioException {
        return new TreeSet<>(object().keySet());
    }

    Node get(String key) throws ScenarioException {
        Node found = find(key);
        if (found == null) {
            throw problem("\"" + key + "\" is missing");
        }
        return found;
    }

    @Nullable Node find(String key) throws ScenarioException {
        ConfigValue found = object().get(key);
        if (found == null || found.valueType() == ConfigValueType.NULL) {
            return null;
        }
        return new Node(file, path.equals("$") ? key : path + "." + key, found);
    }

    <T> @Nullable T find(String key, Reader<T> reader) throws ScenarioException {
        Node found = find(key);
        return found == null ? null : reader.read(found);
    }

    List<Node> items() throws ScenarioException {
        if (!(value instanceof ConfigList list)) {
            throw problem("must be a list");
        }
        List<Node> items = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            items.add(new Node(file, path + "[" + index + "]", list.get(index)));
        }
        return items;
    }

    /** The items of the list under the key; none where the key is absent. */
    List<Node> items(String key) throws ScenarioException {
        Node found = find(key);
        return found == null ? List.of() : found.items();
    }

    <T> List<T> list(String key, Reader<T> reader) throws ScenarioException {
        List<T> all = new ArrayList<>();
        for (Node item : items(key)) {
            all.add(reader.read(item));
        }
        return all;
    }

    String text() throws ScenarioException {
        if (value.valueType() != ConfigValueType.STRING) {
            throw problem("must be a text");
        }
        return (String) value.unwrapped();
    }

    long wholeNumber() throws ScenarioException {
        double number = number();
        if (number != Math.rint(number) || Math.abs(number) > 1e15) {
            throw problem("must be a whole number");
        }
        return (long) number;
    }

    double number() throws ScenarioException {
        if (value.valueType() != ConfigValueType.NUMBER) {
            throw problem("must be a number");
        }
        return ((Number) value.unwrapped()).doubleValue();
    }

    /**
     * Reads the text by a function whose {@link IllegalArgumentException} says what is wrong with
     * it.
     */
    <T> T parsed(java.util.function.Function<String, T> parse) throws ScenarioException {
        String text = text();
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    private ConfigObject object() throws ScenarioException {
        if (value instanceof ConfigObject object) {
            return object;
        }
        throw problem("must be an object");
    }
}
