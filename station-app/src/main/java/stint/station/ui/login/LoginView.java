package stint.station.ui.login;

import org.jspecify.annotations.Nullable;

import stint.station.ui.bench.Problem;

import java.util.List;

/**
 * What the login screen shows. Immutable.
 *
 * @param people the names to tap on this page, those who worked here last first
 * @param page which page of them, from 0
 * @param pages how many there are, at least 1
 * @param code the worker code as typed, scanned or tapped; empty for none
 * @param name whose code that is; empty while it is nobody's
 * @param pinDigits how many digits of the PIN are typed
 * @param typing where typing goes
 * @param ready whether there is enough to try
 * @param busy whether the PIN is being checked
 * @param problem why it did not work; absent when nothing is wrong
 */
public record LoginView(
        List<Person> people,
        int page,
        int pages,
        String code,
        String name,
        int pinDigits,
        Field typing,
        boolean ready,
        boolean busy,
        @Nullable Problem problem) {

    /** Copies the list. */
    public LoginView {
        people = List.copyOf(people);
    }

    /**
     * A name to tap.
     *
     * @param chosen whether it is the one whose PIN is asked for
     */
    public record Person(String code, String name, boolean chosen) {}

    /** The two things there are to type. */
    public enum Field {
        /** The worker code. */
        CODE,
        /** The PIN. */
        PIN
    }
}
