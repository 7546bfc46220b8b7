package stint.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.TimeReading;
import stint.wire.UnreadableEventException.Kind;

import java.io.IOException;
import java.time.Instant;

/**
 * Reads one event; used once. Remembers what it has read, for the report when the rest is
 * unreadable.
 */
final class EnvelopeReader {

    private @Nullable String station;
    private int epoch;
    private long sequence;
    private int version;
    private @Nullable String type;
    private @Nullable String site;
    private @Nullable OperatorCode operator;
    private @Nullable Hlc hlc;
    private @Nullable TimeReading clock;
    private long seen;
    private long command;
    private @Nullable FactFields payload;

    Event read(JsonParser json) throws IOException, UnreadableEventException {
        Json.expect(json.nextToken(), JsonToken.START_OBJECT, "an event is an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field(name, json);
        }
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("something follows the event");
        }
        EventId id = id();
        if (id == null) {
            throw new IllegalArgumentException("an event needs station, epoch and seq");
        }
        if (version > EventCodec.SCHEMA_VERSION) {
            throw unreadable(Kind.NEWER_VERSION, "written in version " + version, null);
        }
        if (version < 1
                || type == null
                || site == null
                || hlc == null
                || clock == null
                || payload == null) {
            throw new IllegalArgumentException(
                    "an event needs v, type, site, hlc, clock and payload");
        }
        Fact fact = payload.fact(type);
        if (fact == null) {
            throw unreadable(Kind.UNKNOWN_TYPE, "unknown type \"" + type + "\"", null);
        }
        return new Event(id, site, operator, hlc, clock, seen, command, fact);
    }

    private void field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "station" -> station = Json.text(json);
            case "epoch" -> epoch = Json.smallNumber(json);
            case "seq" -> sequence = Json.number(json);
            case "v" -> version = Json.smallNumber(json);
            default -> {
                if (version > EventCodec.SCHEMA_VERSION) {
                    json.skipChildren(); // Another release may mean something else by the same
                    // name.
                } else {
                    knownField(name, json);
                }
            }
        }
    }

    private void knownField(String name, JsonParser json) throws IOException {
        switch (name) {
            case "type" -> type = Json.text(json);
            case "site" -> site = Repeated.word(Json.text(json));
            case "operator" -> operator = Repeated.operator(Json.text(json));
            case "hlc" -> hlc = hlc(json);
            case "clock" -> clock = clock(json);
            case "seen" -> seen = Json.number(json);
            case "command" -> command = Json.number(json);
            case "payload" -> {
                payload = new FactFields();
                if (type == null || FactFields.known(type)) {
                    payload.read(json);
                } else {
                    json.skipChildren();
                }
            }
            default -> json.skipChildren();
        }
    }

    private static Hlc hlc(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_ARRAY, "hlc must be an array");
        json.nextToken();
        long millis = Json.number(json);
        json.nextToken();
        int counter = Json.smallNumber(json);
        Json.expect(json.nextToken(), JsonToken.END_ARRAY, "hlc must have two numbers");
        return new Hlc(millis, counter);
    }

    static TimeReading clock(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_OBJECT, "clock must be an object");
        long wall = 0;
        long nanos = 0;
        int zone = 0;
        long boot = 0;
        long monotonic = 0;
        long offset = 0;
        long error = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "wall" -> wall = Json.number(json);
                case "nanos" -> nanos = Json.number(json);
                case "zone" -> zone = Json.smallNumber(json);
                case "boot" -> boot = Json.number(json);
                case "mono" -> monotonic = Json.number(json);
                case "offset" -> offset = Json.number(json);
                case "error" -> error = Json.number(json);
                default -> json.skipChildren();
            }
        }
        Instant instant = Instant.ofEpochMilli(wall).plusNanos(nanos);
        return new TimeReading(instant, zone, boot, monotonic, offset, error);
    }

    private @Nullable EventId id() {
        return station == null ? null : new EventId(Repeated.station(station), epoch, sequence);
    }

    /** The report, with the identity if that much was read. */
    UnreadableEventException unreadable(Kind kind, String message, @Nullable Throwable cause) {
        EventId id = null;
        try {
            id = id();
        } catch (IllegalArgumentException e) {
            message = message + " (and " + e.getMessage() + ")";
        }
        return new UnreadableEventException(kind, id, message, cause);
    }
}
