package stint.wire.protocol;

import java.util.Objects;

/**
 * A station asks to be trusted (SY-4).
 *
 * @param code the single-use code a person typed
 * @param key the public key it made
 * @param signature of {@link #proof} with that key: it has the other half
 */
public record EnrolRequest(String code, String key, String signature) {

    /** Refuses what is missing. */
    public EnrolRequest {
        Objects.requireNonNull(code, "code is missing");
        Objects.requireNonNull(key, "key is missing");
        Objects.requireNonNull(signature, "signature is missing");
    }

    /** What is signed. */
    public static String proof(String code, String key) {
        return "stint-enrol-1\n" + code + "\n" + key;
    }

    /** Not the code: this text may reach a log. */
    @Override
    public String toString() {
        return "EnrolRequest[" + key + "]";
    }
}
