package stint.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.wire.UnreadableEventException.Kind;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The bytes of events: what is written comes back, and what is foreign is told apart. */
class EventCodecTest {

    private static Event event(Fact fact) {
        return new Event(
                new EventId(new StationCode("BENCH-1"), 3, 42),
                "BKK",
                new OperatorCode("A"),
                new Hlc(1_761_786_000_000L, 1),
                new TimeReading(Instant.ofEpochMilli(1_761_786_000_123L), 420, 5, 77, -3, 9),
                12,
                8,
                fact);
    }

    private static String json(Fact fact) {
        return new String(EventCodec.encode(event(fact)), UTF_8);
    }

    private static UnreadableEventException unreadable(String body) {
        return catchThrowableOfType(
                UnreadableEventException.class, () -> EventCodec.decode(body.getBytes(UTF_8)));
    }

    @Test
    void the_samples_hold_every_fact_there_is() {
        Set<Class<?>> facts = new LinkedHashSet<>();
        leaves(Fact.class, facts);
        assertThat(
                        SampleFacts.all().keySet().stream()
                                .map(Object::getClass)
                                .collect(Collectors.toSet()))
                .as("a fact without a sample is a fact whose bytes nobody has looked at")
                .isEqualTo(facts);
    }

    private static void leaves(Class<?> type, Set<Class<?>> into) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                leaves(permitted, into);
            }
        } else {
            into.add(type);
        }
    }

    @Test
    void EV_2_every_fact_comes_back_as_it_was() throws UnreadableEventException {
        for (Fact fact : SampleFacts.all().keySet()) {
            byte[] body = EventCodec.encode(event(fact));
            assertThat(EventCodec.decode(body)).isEqualTo(event(fact));
            assertThat(FactFields.known(EventCodec.type(fact))).isTrue();
        }
    }

    @Test
    void EV_2_the_bytes_of_every_fact_are_fixed() {
        for (Map.Entry<Fact, String> sample : SampleFacts.all().entrySet()) {
            String type = EventCodec.type(sample.getKey());
            assertThat(json(sample.getKey()))
                    .isEqualTo(
                            """
                            {"station":"BENCH-1","epoch":3,"seq":42,"v":1,"type":"%s","site":"BKK","operator":"A",\
                            "hlc":[1761786000000,1],\
                            "clock":{"wall":1761786000123,"zone":420,"boot":5,"mono":77,"offset":-3,"error":9},\
                            "seen":12,"command":8,"payload":%s}\
                            """
                                    .formatted(type, sample.getValue()));
        }
    }

    @Test
    void EV_2_random_events_come_back_on_one_line_and_byte_for_byte()
            throws UnreadableEventException {
        long seed = ThreadLocalRandom.current().nextLong();
        RandomEvents events = new RandomEvents(seed);
        for (int round = 0; round < 5_000; round++) {
            Event event = events.next();
            byte[] body = EventCodec.encode(event);
            Event back = EventCodec.decode(body);
            assertThat(back).as("seed %d round %d", seed, round).isEqualTo(event);
            assertThat(EventCodec.encode(back)).isEqualTo(body);
            assertThat(body).doesNotContain('\n');
        }
    }

    @Test
    void EX_1_mangled_bytes_are_refused_or_read_and_nothing_else() {
        long seed = ThreadLocalRandom.current().nextLong();
        RandomEvents events = new RandomEvents(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] body = EventCodec.encode(events.next());
            for (int count = 1 + events.below(3); count > 0; count--) {
                body[events.below(body.length)] = (byte) events.below(256);
            }
            try {
                EventCodec.decode(body);
            } catch (UnreadableEventException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + " round " + round + ": " + new String(body, UTF_8), e);
            }
        }
    }

    @Test
    void EX_1_an_unknown_type_in_our_version_is_named() {
        String body =
                json(SampleFacts.all().keySet().iterator().next())
                        .replace("\"type\":\"start\"", "\"type\":\"teleport\"");
        UnreadableEventException e = unreadable(body);
        assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_TYPE);
        assertThat(e).hasMessageContaining("teleport");
        assertThat(e.id()).contains(new EventId(new StationCode("BENCH-1"), 3, 42));
    }

    @Test
    void EX_1_an_event_of_a_newer_release_gives_its_identity_whatever_else_it_holds()
            throws Exception {
        String body =
                """
                {"station":"BENCH-1","epoch":3,"seq":42,"v":2,"type":7,"hlc":"later","payload":[{"task":1}]}\
                """;
        assertThat(unreadable(body).kind()).isEqualTo(Kind.NEWER_VERSION);
        StoredEvent stored = StoredEvent.read(body.getBytes(UTF_8));
        assertThat(stored.id()).isEqualTo(new EventId(new StationCode("BENCH-1"), 3, 42));
        assertThat(stored.event()).isEmpty();
    }

    @Test
    void SY_2_fields_of_a_newer_release_are_skipped() throws UnreadableEventException {
        for (Fact fact : SampleFacts.all().keySet()) {
            String more =
                    json(fact)
                            .replace(
                                    "\"payload\":{",
                                    "\"more\":{\"a\":[1,{}]},\"payload\":{\"colour\":[\"red\"],")
                            .replace(",}", "}");
            assertThat(EventCodec.decode(more.getBytes(UTF_8))).isEqualTo(event(fact));
        }
    }

    @Test
    void EX_1_what_is_no_event_is_malformed() {
        String good =
                """
                {"station":"B","epoch":1,"seq":1,"v":1,"type":"complete","site":"S","hlc":[1,0],"clock":{"wall":1},\
                "payload":{"task":"JT/1","qty":1}}\
                """;
        assertThat(unreadable(good)).isNull();
        for (String bad :
                List.of(
                        "",
                        "null",
                        "[]",
                        "{",
                        good + "{}",
                        good.substring(0, good.length() - 1),
                        good.replace("\"qty\":1", "\"qty\":0"),
                        good.replace("\"qty\":1", "\"qty\":-1"),
                        good.replace("\"qty\":1", "\"qty\":1000000000"),
                        good.replace("\"qty\":1", "\"qty\":99999999999"),
                        good.replace("\"qty\":1", "\"qty\":\"two\""),
                        good.replace("\"qty\":1", "\"qty\":1.5"),
                        good.replace("\"qty\":1", "\"qty\":2,\"serials\":[\"SN1\"]"),
                        good.replace("JT/1", "JT"),
                        good.replace("\"seq\":1", "\"seq\":0"),
                        good.replace("\"epoch\":1", "\"epoch\":-1"),
                        good.replace("\"station\":\"B\"", "\"station\":\"no such\""),
                        good.replace("\"hlc\":[1,0]", "\"hlc\":[1]"),
                        good.replace("\"site\":\"S\",", ""),
                        good.replace("\"payload\"", "\"payloads\""),
                        good.replace("{\"wall\":1}", "{\"wall\":" + "[".repeat(5_000)))) {
            assertThat(unreadable(bad)).as(bad).isNotNull();
            assertThat(unreadable(bad).kind()).as(bad).isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void a_plan_is_an_array_of_facts_that_name_their_type() throws UnreadableEventException {
        List<PlanFact> plan =
                SampleFacts.all().keySet().stream()
                        .filter(PlanFact.class::isInstance)
                        .map(PlanFact.class::cast)
                        .toList();
        byte[] bytes = EventCodec.encodePlan(plan);
        assertThat(new String(bytes, UTF_8))
                .startsWith("[{\"type\":\"operator_registered\",\"code\":\"A\"");
        assertThat(EventCodec.decodePlan(bytes)).isEqualTo(plan);
        assertThat(
                        catchThrowableOfType(
                                UnreadableEventException.class,
                                () ->
                                        EventCodec.decodePlan(
                                                "[{\"type\":\"end_shift\"}]".getBytes(UTF_8))))
                .hasMessageContaining("end_shift");
        assertThat(
                        catchThrowableOfType(
                                UnreadableEventException.class,
                                () ->
                                        EventCodec.decodePlan(
                                                "[{\"type\":\"station_registered\"}]"
                                                        .getBytes(UTF_8))))
                .hasMessageContaining("entry 1: code is missing");
    }
}
