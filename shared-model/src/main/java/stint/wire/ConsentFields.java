package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;

import java.io.IOException;

/** Writes and reads whose names customers may read (TR-1). */
final class ConsentFields {

    static final String CONSENTED = "consent_given";
    static final String WITHDRAWN = "consent_withdrawn";

    private ConsentFields() {}

    static boolean known(String type) {
        return switch (type) {
            case CONSENTED, WITHDRAWN -> true;
            default -> false;
        };
    }

    static void write(JsonGenerator json, PlanFact.PublicNameConsented given) throws IOException {
        json.writeStringField("operator", given.operator().value());
        json.writeStringField("publicName", given.publicName());
        json.writeStringField("by", given.by());
    }

    static void write(JsonGenerator json, PlanFact.PublicNameWithdrawn withdrawn)
            throws IOException {
        json.writeStringField("operator", withdrawn.operator().value());
        json.writeStringField("by", withdrawn.by());
    }

    /** The fact of that type, or null when there is none. */
    static @Nullable PlanFact fact(String type, FactFields fields) {
        return switch (type) {
            case CONSENTED ->
                    new PlanFact.PublicNameConsented(
                            new OperatorCode(fields.required("operator")),
                            fields.required("publicName"),
                            fields.required("by"));
            case WITHDRAWN ->
                    new PlanFact.PublicNameWithdrawn(
                            new OperatorCode(fields.required("operator")), fields.required("by"));
            default -> null;
        };
    }
}
