package stint.server.trust;

import stint.domain.plan.Role;
import stint.domain.plan.StationUse;

import java.util.EnumSet;
import java.util.Set;

/** A kind of caller, as the table of routes names it. */
public enum Who {
    /** Whoever. */
    ANYONE,
    /** Whoever is in the local network, where the site lets the board be read there. */
    LOCAL,
    /** An enrolled board. */
    BOARD,
    /** An enrolled bench. */
    BENCH,
    /** A bench that is trusted no more: it may hand in what it has, to be judged. */
    VOIDED_BENCH,
    /** A person who works at benches. */
    OPERATOR,
    /** A supervisor. */
    SUPERVISOR,
    /** A planner. */
    PLANNER,
    /** An administrator, signed in or at the server's own console. */
    ADMIN;

    /** What a caller is. */
    public static Set<Who> of(Caller caller) {
        return switch (caller) {
            case Caller.Anyone anyone ->
                    anyone.local() ? EnumSet.of(LOCAL) : EnumSet.noneOf(Who.class);
            case Caller.Station station -> EnumSet.of(of(station));
            case Caller.Person person -> EnumSet.of(of(person.role()));
            case Caller.Console console -> EnumSet.of(ADMIN);
        };
    }

    private static Who of(Caller.Station station) {
        boolean bench = station.use() == StationUse.BENCH;
        return station.trusted() && !bench ? BOARD : station.trusted() ? BENCH : VOIDED_BENCH;
    }

    private static Who of(Role role) {
        return switch (role) {
            case OPERATOR -> OPERATOR;
            case SUPERVISOR -> SUPERVISOR;
            case PLANNER -> PLANNER;
            case ADMIN -> ADMIN;
        };
    }
}
