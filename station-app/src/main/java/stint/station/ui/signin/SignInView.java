package stint.station.ui.signin;

import org.jspecify.annotations.Nullable;

import stint.station.ui.bench.Problem;

/**
 * What the form for a credential shows. Immutable.
 *
 * @param code the worker code as typed, scanned or tapped; empty for none
 * @param name whose code that is; empty while it is nobody's
 * @param pinDigits how many digits of the PIN are typed
 * @param typing where typing goes
 * @param ready whether there is enough to try
 * @param busy whether the PIN is being checked
 * @param problem why it did not work; absent when nothing is wrong
 */
public record SignInView(
        String code,
        String name,
        int pinDigits,
        Field typing,
        boolean ready,
        boolean busy,
        @Nullable Problem problem) {

    /** The two things there are to type. */
    public enum Field {
        /** The worker code. */
        CODE,
        /** The PIN. */
        PIN
    }
}
