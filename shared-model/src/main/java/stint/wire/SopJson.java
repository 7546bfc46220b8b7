package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An SOP as JSON: the same in events and over HTTP. Stateless; any thread. */
public final class SopJson {

    private SopJson() {}

    /** What a reader does at a field; false when it is none of its own. */
    @FunctionalInterface
    private interface Field {
        boolean take(String name) throws IOException;
    }

    /**
     * Reads an SOP.
     *
     * @throws MalformedMessageException when the bytes are none
     */
    public static Sop read(byte[] bytes) throws MalformedMessageException {
        try (JsonParser json = Json.FACTORY.createParser(bytes)) {
            json.nextToken();
            Sop sop = read(json);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("something follows the SOP");
            }
            return sop;
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedMessageException(Json.reason(e), e);
        }
    }

    /** The SOP as JSON in UTF-8. */
    public static byte[] write(Sop sop) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
                JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            write(json, sop);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an SOP can't be written", e);
        }
    }

    static void write(JsonGenerator json, Sop sop) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", sop.code());
        json.writeNumberField("version", sop.version());
        FactWriter.texts(json, "titles", sop.titles());
        FactWriter.texts(json, "operations", sop.operations());
        json.writeArrayFieldStart("tasks");
        for (Sop.Part task : sop.tasks()) {
            json.writeStartObject();
            FactWriter.texts(json, "titles", task.titles());
            json.writeArrayFieldStart("steps");
            for (Step step : task.steps()) {
                write(json, step);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", step.key());
        FactWriter.texts(json, "texts", step.texts());
        FactWriter.text(json, "picture", step.picture());
        if (!step.items().isEmpty()) {
            json.writeArrayFieldStart("items");
            for (StepItem item : step.items()) {
                write(json, item);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, StepItem item) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", item.key());
        FactWriter.texts(json, "labels", item.labels());
        json.writeStringField("ask", FactWriter.word(item.ask()));
        flag(json, "required", item.required());
        flag(json, "safety", item.safety());
        FactWriter.text(json, "min", plain(item.min()));
        FactWriter.text(json, "max", plain(item.max()));
        FactWriter.text(json, "unit", item.unit());
        FactWriter.text(json, "expected", item.expected());
        if (!item.remedy().isEmpty()) {
            FactWriter.texts(json, "remedy", item.remedy());
        }
        json.writeEndObject();
    }

    private static void flag(JsonGenerator json, String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** Reads the SOP whose object the parser stands on. */
    static Sop read(JsonParser json) throws IOException {
        Texts texts = new Texts();
        int[] version = new int[1];
        Map<String, String> titles = new HashMap<>();
        List<String> operations = new ArrayList<>();
        List<Sop.Part> tasks = new ArrayList<>();
        object(
                json,
                "an SOP",
                name -> {
                    switch (name) {
                        case "version" -> version[0] = Json.smallNumber(json);
                        case "titles" -> Json.texts(json, titles);
                        case "operations" -> Json.texts(json, operations);
                        case "tasks" -> array(json, "tasks", () -> tasks.add(task(json)));
                        default -> {
                            return texts.take(name, json);
                        }
                    }
                    return true;
                });
        return new Sop(texts.required("code"), version[0], titles, operations, tasks);
    }

    private static Sop.Part task(JsonParser json) throws IOException {
        Map<String, String> titles = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        object(
                json,
                "a task",
                name -> {
                    switch (name) {
                        case "titles" -> Json.texts(json, titles);
                        case "steps" -> array(json, "steps", () -> steps.add(step(json)));
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
        return new Sop.Part(titles, steps);
    }

    private static Step step(JsonParser json) throws IOException {
        Texts texts = new Texts();
        Map<String, String> words = new HashMap<>();
        List<StepItem> items = new ArrayList<>();
        object(
                json,
                "a step",
                name -> {
                    switch (name) {
                        case "texts" -> Json.texts(json, words);
                        case "items" -> array(json, "items", () -> items.add(item(json)));
                        default -> {
                            return texts.take(name, json);
                        }
                    }
                    return true;
                });
        return new Step(texts.required("key"), words, texts.get("picture"), items);
    }

    private static StepItem item(JsonParser json) throws IOException {
        Texts texts = new Texts();
        Map<String, String> labels = new HashMap<>();
        Map<String, String> remedy = new HashMap<>();
        boolean[] flags = new boolean[2];
        object(
                json,
                "an item",
                name -> {
                    switch (name) {
                        case "labels" -> Json.texts(json, labels);
                        case "remedy" -> Json.texts(json, remedy);
                        case "required" -> flags[0] = flag(json);
                        case "safety" -> flags[1] = flag(json);
                        default -> {
                            return texts.take(name, json);
                        }
                    }
                    return true;
                });
        return new StepItem(
                texts.required("key"),
                labels,
                FactFields.word(StepItem.Ask.class, texts.required("ask")),
                flags[0],
                flags[1],
                number(texts.get("min")),
                number(texts.get("max")),
                texts.get("unit"),
                texts.get("expected"),
                remedy);
    }

    private static boolean flag(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_TRUE
                && json.currentToken() != JsonToken.VALUE_FALSE) {
            throw new IllegalArgumentException(json.currentName() + " must be true or false");
        }
        return json.getBooleanValue();
    }

    /** As a text, so that no reader rounds it. */
    private static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")) {
            throw new IllegalArgumentException("a limit is a number such as 1.5: \"" + text + "\"");
        }
        return new BigDecimal(text);
    }

    private static void object(JsonParser json, String what, Field field) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_OBJECT, what + " must be an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!field.take(name)) {
                json.skipChildren();
            }
        }
    }

    /** Reads one entry of an array. */
    @FunctionalInterface
    private interface Entry {
        boolean read() throws IOException;
    }

    private static void array(JsonParser json, String what, Entry entry) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_ARRAY, what + " must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            entry.read();
        }
    }

    /** The plain texts of an object. */
    private static final class Texts {

        private final Map<String, String> values = new HashMap<>();

        boolean take(String name, JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return false;
            }
            values.put(name, json.getText());
            return true;
        }

        @Nullable String get(String name) {
            return values.get(name);
        }

        String required(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException(name + " is missing");
            }
            return value;
        }
    }
}
