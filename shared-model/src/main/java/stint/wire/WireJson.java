package stint.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes and reads the messages of {@code stint.wire.protocol}: records to JSON and back, times in
 * ISO 8601, what is absent left out, unknown fields skipped. Events have their own codec. Any
 * thread.
 */
public final class WireJson {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(Json.FACTORY)
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private static final ConcurrentHashMap<Class<?>, ObjectReader> READERS =
            new ConcurrentHashMap<>();

    private WireJson() {}

    /** The message as JSON in UTF-8 on one line. */
    public static byte[] write(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a message can't be written", e);
        }
    }

    /**
     * Reads a message.
     *
     * @throws MalformedMessageException when the bytes are not that message
     */
    public static <T> T read(byte[] bytes, Class<T> type) throws MalformedMessageException {
        try {
            T message = READERS.computeIfAbsent(type, MAPPER::readerFor).readValue(bytes);
            if (message == null) {
                throw new MalformedMessageException("nothing there", null);
            }
            return message;
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedMessageException(Json.reason(e), e);
        }
    }
}
