package stint.wire.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;

import java.io.IOException;

/** Takes a part of a message as the JSON it is, for a reader of its own. Stateless; any thread. */
final class RawJson extends JsonDeserializer<String> {

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return context.readTree(json).toString();
    }
}
