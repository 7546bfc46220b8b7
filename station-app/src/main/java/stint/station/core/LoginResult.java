package stint.station.core;

import stint.domain.plan.Operator;

import java.time.Duration;

/** Whether somebody may work here. */
public sealed interface LoginResult {

    /** Code and PIN are right. */
    record LoggedIn(Operator operator) implements LoginResult {}

    /**
     * Not logged in.
     *
     * @param reason why
     * @param delay for how long this operator's further tries at this bench are rejected unseen
     */
    record Rejected(Reason reason, Duration delay) implements LoginResult {}

    /** Why somebody is not logged in. */
    enum Reason {
        /** Code or PIN is wrong; which of them is not said. */
        WRONG,
        /** Too soon after a wrong PIN: not even looked at. */
        WAIT,
        /** The bench is closing, or its disk fails. */
        UNAVAILABLE
    }
}
