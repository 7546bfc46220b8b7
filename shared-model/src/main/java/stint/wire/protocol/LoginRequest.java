package stint.wire.protocol;

import java.util.Objects;

/**
 * A person signs in.
 *
 * @param operator the worker code
 * @param pin digits as typed
 */
public record LoginRequest(String operator, String pin) {

    /** Refuses what is missing. */
    public LoginRequest {
        Objects.requireNonNull(operator, "operator is missing");
        Objects.requireNonNull(pin, "pin is missing");
    }

    /** Not the PIN: this text may reach a log. */
    @Override
    public String toString() {
        return "LoginRequest[" + operator + "]";
    }
}
