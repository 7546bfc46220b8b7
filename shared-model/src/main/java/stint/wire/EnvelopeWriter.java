package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import stint.domain.event.Event;
import stint.domain.event.TimeReading;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Writes what every event has around its fact. The order of the fields is part of the format. */
final class EnvelopeWriter {

    private EnvelopeWriter() {}

    static void write(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("station", event.id().station().value());
        json.writeNumberField("epoch", event.id().epoch());
        json.writeNumberField("seq", event.id().sequence());
        json.writeNumberField("v", EventCodec.SCHEMA_VERSION);
        json.writeStringField("type", FactWriter.type(event.fact()));
        json.writeStringField("site", event.site());
        if (event.operator() != null) {
            json.writeStringField("operator", event.operator().value());
        }
        json.writeArrayFieldStart("hlc");
        json.writeNumber(event.hlc().millis());
        json.writeNumber(event.hlc().counter());
        json.writeEndArray();
        json.writeFieldName("clock");
        clock(json, event.clock());
        number(json, "seen", event.seen());
        number(json, "command", event.command());
        json.writeObjectFieldStart("payload");
        FactWriter.writeFields(json, event.fact());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The value of a field that holds what clocks said. */
    static void clock(JsonGenerator json, TimeReading clock) throws IOException {
        json.writeStartObject();
        json.writeNumberField("wall", clock.wall().toEpochMilli());
        number(json, "nanos", nanosWithinMilli(clock.wall()));
        number(json, "zone", clock.zoneOffsetMinutes());
        number(json, "boot", clock.boot());
        number(json, "mono", clock.monotonicMillis());
        number(json, "offset", clock.offsetMillis());
        number(json, "error", clock.errorMillis());
        json.writeEndObject();
    }

    /** Nothing a clock said is lost, fine as it may be. */
    private static long nanosWithinMilli(Instant wall) {
        return Duration.between(Instant.ofEpochMilli(wall.toEpochMilli()), wall).toNanos();
    }

    private static void number(JsonGenerator json, String name, long number) throws IOException {
        if (number != 0) {
            json.writeNumberField(name, number);
        }
    }
}
