package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.domain.event.TrustFact;
import stint.domain.plan.StationUse;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Writes and reads the facts of trust; all their fields are texts. */
final class TrustFields {

    private static final String OFFERED = "enrolment_offered";
    private static final String ENROLLED = "station_enrolled";
    private static final String REVOKED = "station_revoked";
    private static final String JUDGED = "held_apart_judged";
    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";

    private TrustFields() {}

    static String type(TrustFact fact) {
        return switch (fact) {
            case TrustFact.EnrolmentOffered f -> OFFERED;
            case TrustFact.StationEnrolled f -> ENROLLED;
            case TrustFact.StationRevoked f -> REVOKED;
            case TrustFact.HeldApartJudged f -> JUDGED;
        };
    }

    static boolean known(String type) {
        return switch (type) {
            case OFFERED, ENROLLED, REVOKED, JUDGED -> true;
            default -> false;
        };
    }

    static void write(JsonGenerator json, TrustFact fact) throws IOException {
        switch (fact) {
            case TrustFact.EnrolmentOffered offered -> {
                json.writeStringField("station", offered.station().value());
                json.writeStringField("use", word(offered.use()));
                json.writeStringField("mac", offered.codeMac());
                json.writeStringField("until", offered.until().toString());
            }
            case TrustFact.StationEnrolled enrolled -> {
                json.writeStringField("station", enrolled.station().value());
                json.writeStringField("use", word(enrolled.use()));
                json.writeStringField("key", enrolled.key());
                json.writeStringField("offer", enrolled.offer().toString());
            }
            case TrustFact.StationRevoked revoked -> {
                json.writeStringField("station", revoked.station().value());
                json.writeStringField("reason", revoked.reason());
            }
            case TrustFact.HeldApartJudged judged -> {
                json.writeStringField("first", judged.first().toString());
                json.writeStringField("last", judged.last().toString());
                json.writeStringField("hash", judged.hash());
                json.writeStringField("verdict", judged.accepted() ? ACCEPTED : REFUSED);
                json.writeStringField("reason", judged.reason());
            }
        }
        json.writeStringField("by", fact.by());
    }

    /**
     * The fact of that type, or null when there is none.
     *
     * @param required gives a text, or refuses
     */
    static @Nullable TrustFact fact(String type, UnaryOperator<String> required) {
        return switch (type) {
            case OFFERED ->
                    new TrustFact.EnrolmentOffered(
                            station(required),
                            use(required),
                            required.apply("mac"),
                            instant(required.apply("until")),
                            required.apply("by"));
            case ENROLLED ->
                    new TrustFact.StationEnrolled(
                            station(required),
                            use(required),
                            required.apply("key"),
                            EventId.parse(required.apply("offer")),
                            required.apply("by"));
            case REVOKED ->
                    new TrustFact.StationRevoked(
                            station(required), required.apply("reason"), required.apply("by"));
            case JUDGED ->
                    new TrustFact.HeldApartJudged(
                            EventId.parse(required.apply("first")),
                            EventId.parse(required.apply("last")),
                            required.apply("hash"),
                            verdict(required.apply("verdict")),
                            required.apply("reason"),
                            required.apply("by"));
            default -> null;
        };
    }

    private static boolean verdict(String word) {
        return switch (word) {
            case ACCEPTED -> true;
            case REFUSED -> false;
            default -> throw new IllegalArgumentException("\"" + word + "\" is no verdict");
        };
    }

    private static StationCode station(UnaryOperator<String> required) {
        return new StationCode(required.apply("station"));
    }

    private static StationUse use(UnaryOperator<String> required) {
        return FactFields.word(StationUse.class, required.apply("use"));
    }

    private static String word(StationUse use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("until is no time: \"" + text + "\"", e);
        }
    }
}
