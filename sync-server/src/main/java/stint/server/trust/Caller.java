package stint.server.trust;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.plan.Role;
import stint.domain.plan.StationUse;

/** Who a request comes from, as far as that was proven. */
public sealed interface Caller {

    /**
     * Anybody.
     *
     * @param local whether from this machine or the local network
     * @param says the station it claims to be; worth something only where enrolment is not required
     */
    record Anyone(boolean local, @Nullable StationCode says) implements Caller {}

    /**
     * A station that signed the request.
     *
     * @param trusted whether with the key that holds; else with one that held once
     */
    record Station(StationCode code, StationUse use, boolean trusted) implements Caller {}

    /** A person who is signed in. */
    record Person(OperatorCode code, Role role) implements Caller {}

    /**
     * Somebody who can read the files of the server's user: whoever can do that is an
     * administrator.
     *
     * @param user the name they gave
     */
    record Console(String user) implements Caller {}

    /** Who, for the audit. */
    default String name() {
        return switch (this) {
            case Anyone anyone -> "anyone";
            case Station station -> station.code().value();
            case Person person -> person.code().value();
            case Console console -> "console:" + console.user();
        };
    }
}
