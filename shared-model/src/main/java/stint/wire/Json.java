package stint.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The one JSON factory, with the limits that hold for everything read from outside, and small
 * reading steps.
 */
final class Json {

    /**
     * Depth and lengths far above anything we write, far below what could hurt. Buffers are of all
     * threads together: each of hundreds that wait would keep 16 kB of its own.
     */
    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(32)
                                    .maxStringLength(64 * 1024)
                                    .maxNameLength(256)
                                    .maxNumberLength(32)
                                    .build())
                    .build();

    private static final String WHOLE_NUMBER = "a whole number";

    private Json() {}

    static void expect(@Nullable JsonToken token, JsonToken wanted, String otherwise) {
        if (token != wanted) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** That the value the parser stands on is one of a kind; what to say is made when it is not. */
    private static void value(JsonParser json, JsonToken wanted, String kind) throws IOException {
        if (json.currentToken() != wanted) {
            String name = json.currentName();
            throw new IllegalArgumentException(
                    (name == null ? "an entry" : name) + " must be " + kind);
        }
    }

    /** The text of a string value the parser stands on. */
    static String text(JsonParser json) throws IOException {
        value(json, JsonToken.VALUE_STRING, "a text");
        return json.getText();
    }

    /** The whole number the parser stands on. */
    static long number(JsonParser json) throws IOException {
        value(json, JsonToken.VALUE_NUMBER_INT, WHOLE_NUMBER);
        return json.getLongValue();
    }

    /** The same within the range of an int. */
    static int smallNumber(JsonParser json) throws IOException {
        value(json, JsonToken.VALUE_NUMBER_INT, WHOLE_NUMBER);
        return json.getIntValue();
    }

    /** The texts of an array the parser stands on, into a list. */
    static void texts(JsonParser json, List<String> into) throws IOException {
        value(json, JsonToken.START_ARRAY, "an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            into.add(text(json));
        }
    }

    /** The texts of an object the parser stands on, by their names, into a map. */
    static void texts(JsonParser json, Map<String, String> into) throws IOException {
        value(json, JsonToken.START_OBJECT, "an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            into.put(name, text(json));
        }
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
