package stint.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Job;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.RoutingGraph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A routing as a file that people keep, send and edit: the members that the server takes over HTTP,
 * and the code. Reading names all that is wrong, each with its place. Stateless; any thread.
 */
public final class RoutingJson {

    private static final ObjectReader TREE =
            JsonMapper.builder(Json.FACTORY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build()
                    .reader();

    private static final Set<String> MEMBERS = Set.of("code", "name", "operations", "edges");
    private static final Set<String> OF_OPERATION =
            Set.of("sequence", "name", "mode", "stationType", "skill", "minutes");

    private final List<Fault> faults = new ArrayList<>();

    private RoutingJson() {}

    /** What a file holds. */
    public sealed interface Found {

        /** A routing; a draft may still lack what publishing asks for. */
        record Routing(RoutingGraph graph) implements Found {}

        /** None: all that is wrong, in the order of the file. */
        record Wrong(List<Fault> faults) implements Found {

            /** Copies the list. */
            public Wrong {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Something wrong with a file.
     *
     * @param place where: {@code operations[2].mode}, or line and column as {@code 3:17}; empty for
     *     the whole
     * @param kind what
     * @param value what stands there, or may stand there; empty where that says nothing
     */
    public record Fault(String place, Kind kind, String value) {}

    /** What can be wrong. */
    public enum Kind {
        /** It is no JSON. */
        NO_JSON,
        /** A member is missing. */
        MISSING,
        /** There is no such member. */
        UNKNOWN,
        /** It must be an object. */
        NO_OBJECT,
        /** It must be a list. */
        NO_LIST,
        /** It must be a text. */
        NO_TEXT,
        /** It must be a whole number. */
        NO_NUMBER,
        /** It must be two numbers: the first before the second. */
        NO_PAIR,
        /** It must be {@code piece} or {@code batch}. */
        NO_MODE,
        /** There are more than {@link RoutingGraph#OPERATIONS_MAX}. */
        TOO_MANY
    }

    /** Reads a routing, or says all that is wrong. */
    public static Found read(byte[] bytes) {
        JsonNode root;
        try {
            root = TREE.readTree(bytes);
        } catch (JacksonException e) {
            return new Found.Wrong(List.of(new Fault(place(e), Kind.NO_JSON, "")));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
        RoutingJson file = new RoutingJson();
        RoutingGraph graph = file.graph(root);
        return file.faults.isEmpty() ? new Found.Routing(graph) : new Found.Wrong(file.faults);
    }

    private static String place(JacksonException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    }

    private void wrong(String place, Kind kind, String value) {
        faults.add(new Fault(place, kind, value));
    }

    private RoutingGraph graph(JsonNode root) {
        List<Operation> operations = new ArrayList<>();
        List<Job.Edge> edges = new ArrayList<>();
        if (!root.isObject()) {
            wrong("", Kind.NO_OBJECT, "");
            return new RoutingGraph("", "", operations, edges);
        }
        known(root, "", MEMBERS);
        String code = required(root, "code").strip();
        if (code.isEmpty() && root.path("code").isTextual()) {
            wrong("code", Kind.MISSING, "");
        }
        String name = required(root, "name").strip();
        JsonNode listed = list(root, "operations");
        if (listed.size() > RoutingGraph.OPERATIONS_MAX) {
            wrong("operations", Kind.TOO_MANY, String.valueOf(listed.size()));
            return new RoutingGraph(code, name, operations, edges);
        }
        for (int at = 0; at < listed.size(); at++) {
            operations.add(operation(listed.get(at), "operations[" + at + "]"));
        }
        JsonNode arrows = list(root, "edges");
        for (int at = 0; at < arrows.size(); at++) {
            JsonNode pair = arrows.get(at);
            if (pair.size() == 2 && pair.path(0).isInt() && pair.path(1).isInt()) {
                edges.add(new Job.Edge(pair.get(0).intValue(), pair.get(1).intValue()));
            } else {
                wrong("edges[" + at + "]", Kind.NO_PAIR, brief(pair));
            }
        }
        return new RoutingGraph(code, name, operations, edges);
    }

    private Operation operation(JsonNode node, String place) {
        if (!node.isObject()) {
            wrong(place, Kind.NO_OBJECT, brief(node));
            return new Operation(0, "", null, null, null, 0);
        }
        known(node, place + ".", OF_OPERATION);
        if (!node.has("sequence")) {
            wrong(place + ".sequence", Kind.MISSING, "");
        }
        String name = text(node, "name", place);
        return new Operation(
                number(node, "sequence", place),
                name == null ? "" : name,
                mode(node, place),
                text(node, "stationType", place),
                text(node, "skill", place),
                number(node, "minutes", place));
    }

    private void known(JsonNode node, String before, Set<String> members) {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!members.contains(name)) {
                        wrong(before + name, Kind.UNKNOWN, "");
                    }
                });
    }

    private String required(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode()) {
            wrong(member, Kind.MISSING, "");
        } else if (!value.isTextual()) {
            wrong(member, Kind.NO_TEXT, brief(value));
        }
        return value.isTextual() ? value.textValue() : "";
    }

    private JsonNode list(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode()) {
            wrong(member, Kind.MISSING, "");
        } else if (!value.isArray()) {
            wrong(member, Kind.NO_LIST, brief(value));
        }
        return value.isArray() ? value : node.path("");
    }

    /** A text that may be absent; an empty one is none. */
    private @Nullable String text(JsonNode node, String member, String place) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            wrong(place + "." + member, Kind.NO_TEXT, brief(value));
            return null;
        }
        String text = value.textValue().strip();
        return text.isEmpty() ? null : text;
    }

    private int number(JsonNode node, String member, String place) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isInt()) {
            return value.asInt();
        }
        wrong(place + "." + member, Kind.NO_NUMBER, brief(value));
        return 0;
    }

    private @Nullable ProcessMode mode(JsonNode node, String place) {
        String word = text(node, "mode", place);
        if (word == null) {
            return null;
        }
        for (ProcessMode mode : ProcessMode.values()) {
            if (FactWriter.word(mode).equals(word.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        wrong(place + ".mode", Kind.NO_MODE, word);
        return null;
    }

    /** As much of it as a message has room for. */
    private static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    /** The routing as JSON in UTF-8, in lines that people can read and edit. */
    public static byte[] write(RoutingGraph graph) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
                JsonGenerator json =
                        Json.FACTORY
                                .createGenerator(bytes)
                                .setPrettyPrinter(new DefaultPrettyPrinter())) {
            json.writeStartObject();
            json.writeStringField("code", graph.code());
            json.writeStringField("name", graph.name());
            json.writeArrayFieldStart("operations");
            for (Operation operation : graph.operations()) {
                write(json, operation);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (Job.Edge edge : graph.edges()) {
                json.writeArray(new int[] {edge.before(), edge.after()}, 0, 2);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a routing can't be written", e);
        }
    }

    private static void write(JsonGenerator json, Operation operation) throws IOException {
        json.writeStartObject();
        json.writeNumberField("sequence", operation.sequence());
        json.writeStringField("name", operation.name());
        ProcessMode mode = operation.mode();
        FactWriter.text(json, "mode", mode == null ? null : FactWriter.word(mode));
        FactWriter.text(json, "stationType", operation.stationType());
        FactWriter.text(json, "skill", operation.skill());
        json.writeNumberField("minutes", operation.minutes());
        json.writeEndObject();
    }
}
