package stint.wire.protocol;

import java.util.Objects;

/**
 * A person agrees that customers may read a name of theirs (TR-1).
 *
 * @param publicName the name
 */
public record ConsentRequest(String publicName) {

    /** Refuses what is missing. */
    public ConsentRequest {
        Objects.requireNonNull(publicName, "publicName is missing");
    }
}
