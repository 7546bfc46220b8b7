package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;

import stint.domain.event.Event;
import stint.domain.event.Fact;
import stint.domain.event.PlanFact;
import stint.wire.UnreadableEventException.Kind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns an event into the bytes that are journaled, sent, stored and hashed, and back. The bytes
 * are compact JSON in UTF-8 on one line, with a fixed order of fields; what is absent or zero is
 * left out. Stateless; any thread.
 */
public final class EventCodec {

    /** The version of the events this release writes, and the newest it can read. */
    public static final int SCHEMA_VERSION = 1;

    /** The largest body of one event (bytes). */
    public static final int BODY_BYTES_MAX = 1 << 20;

    private EventCodec() {}

    /** The event's bytes. */
    public static byte[] encode(Event event) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(320);
                JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            EnvelopeWriter.write(json, event);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("event " + event.id() + " can't be written", e);
        }
    }

    /**
     * The event that the bytes hold. Fields this release doesn't know are skipped.
     *
     * @throws UnreadableEventException when they are no event, of an unknown type, or of a newer
     *     version
     */
    public static Event decode(byte[] body) throws UnreadableEventException {
        EnvelopeReader envelope = new EnvelopeReader();
        if (body.length > BODY_BYTES_MAX) {
            throw new UnreadableEventException(
                    Kind.MALFORMED,
                    null,
                    "an event has at most " + BODY_BYTES_MAX + " bytes",
                    null);
        }
        try (JsonParser json = Json.FACTORY.createParser(body)) {
            return envelope.read(json);
        } catch (IOException | IllegalArgumentException e) {
            throw envelope.unreadable(Kind.MALFORMED, Json.reason(e), e);
        }
    }

    /** The type word of a fact on the wire and in the log. */
    public static String type(Fact fact) {
        return FactWriter.type(fact);
    }

    /**
     * Plan facts as the planner's interface takes them: an array of objects, each with its {@code
     * type}.
     */
    public static byte[] encodePlan(List<? extends PlanFact> facts) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
                JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartArray();
            for (PlanFact fact : facts) {
                json.writeStartObject();
                json.writeStringField("type", FactWriter.type(fact));
                FactWriter.writeFields(json, fact);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the plan can't be written", e);
        }
    }

    /**
     * Reads what {@link #encodePlan} writes.
     *
     * @throws UnreadableEventException naming the place, when it is not that
     */
    public static List<PlanFact> decodePlan(byte[] bytes) throws UnreadableEventException {
        List<PlanFact> facts = new ArrayList<>();
        try (JsonParser json = Json.FACTORY.createParser(bytes)) {
            Json.expect(json.nextToken(), JsonToken.START_ARRAY, "a plan is an array");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                FactFields fields = new FactFields();
                fields.read(json);
                if (!(fields.fact(fields.type()) instanceof PlanFact plan)) {
                    throw new UnreadableEventException(
                            Kind.UNKNOWN_TYPE,
                            null,
                            place(facts) + "\"" + fields.type() + "\" is no plan fact",
                            null);
                }
                facts.add(plan);
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("something follows the plan");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableEventException(
                    Kind.MALFORMED, null, place(facts) + Json.reason(e), e);
        }
        return facts;
    }

    private static String place(List<PlanFact> before) {
        return "entry " + (before.size() + 1) + ": ";
    }
}
