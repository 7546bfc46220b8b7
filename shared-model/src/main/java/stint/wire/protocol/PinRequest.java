package stint.wire.protocol;

import java.util.Objects;

/**
 * Sets a person's PIN.
 *
 * @param pin digits as typed
 */
public record PinRequest(String pin) {

    /** Refuses what is missing. */
    public PinRequest {
        Objects.requireNonNull(pin, "pin is missing");
    }

    /** Not the PIN: this text may reach a log. */
    @Override
    public String toString() {
        return "PinRequest";
    }
}
