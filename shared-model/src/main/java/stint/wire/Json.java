package stint.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The one JSON factory, with the limits that hold for everything read from outside, and small
 * reading steps.
 */
final class Json {

    /** Depth and lengths far above anything we write, far below what could hurt. */
    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(32)
                                    .maxStringLength(64 * 1024)
                                    .maxNameLength(256)
                                    .maxNumberLength(32)
                                    .build())
                    .build();

    private Json() {}

    static void expect(@Nullable JsonToken token, JsonToken wanted, String otherwise) {
        if (token != wanted) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The text of a string value the parser stands on. */
    static String text(JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_STRING, name(json) + " must be a text");
        return json.getText();
    }

    /** The whole number the parser stands on. */
    static long number(JsonParser json) throws IOException {
        expect(
                json.currentToken(),
                JsonToken.VALUE_NUMBER_INT,
                name(json) + " must be a whole number");
        return json.getLongValue();
    }

    /** The same within the range of an int. */
    static int smallNumber(JsonParser json) throws IOException {
        expect(
                json.currentToken(),
                JsonToken.VALUE_NUMBER_INT,
                name(json) + " must be a whole number");
        return json.getIntValue();
    }

    /** The texts of an array the parser stands on, into a list. */
    static void texts(JsonParser json, List<String> into) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY, name(json) + " must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            into.add(text(json));
        }
    }

    /** The texts of an object the parser stands on, by their names, into a map. */
    static void texts(JsonParser json, Map<String, String> into) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT, name(json) + " must be an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            into.put(name, text(json));
        }
    }

    private static String name(JsonParser json) throws IOException {
        String name = json.currentName();
        return name == null ? "an entry" : name;
    }

    /** What is wrong, without the library's own decoration. */
    static String reason(Exception e) {
        String message =
                e instanceof JsonProcessingException json
                        ? json.getOriginalMessage()
                        : e.getMessage();
        return message == null ? "unreadable" : message;
    }
}
