package stint.credential;

import stint.domain.event.StationCode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What stands in a header of ours as {@code name=value,name=value}. */
final class HeaderFields {

    private final Map<String, String> fields = new HashMap<>();

    HeaderFields(String text) {
        for (String field : text.split(",", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals).strip(), field.substring(equals + 1).strip());
            }
        }
    }

    /**
     * A field's value.
     *
     * @throws IllegalArgumentException when it is not there
     */
    String get(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** Whose it is; a code may hold what must be escaped. */
    StationCode station() {
        return new StationCode(URLDecoder.decode(get("station"), StandardCharsets.UTF_8));
    }
}
