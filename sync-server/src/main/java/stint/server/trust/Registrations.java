package stint.server.trust;

import org.jspecify.annotations.Nullable;

import stint.credential.Pepper;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.work.Floor;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.util.List;

/**
 * What the office may say of people, and how their PINs' hashes are kept. Stateless; any thread.
 */
public final class Registrations {

    private final boolean guarded;
    private final Pepper pepper;

    /**
     * @param guarded whether callers are proven; where they are not, hashes stay as they came,
     *     since no bench has the pepper
     */
    public Registrations(boolean guarded, Pepper pepper) {
        this.guarded = guarded;
        this.pepper = pepper;
    }

    /**
     * A plan as it is written to the log. Run by the writer: it decides by who people are then.
     * Somebody who is registered anew without a PIN keeps the one they have: a new name or role
     * locks nobody out.
     *
     * @throws FaultException when the caller may not make somebody what they would be
     */
    public List<PlanFact> written(Floor floor, List<PlanFact> facts, Caller by) {
        return facts.stream().map(fact -> written(floor, fact, by)).toList();
    }

    private PlanFact written(Floor floor, PlanFact fact, Caller by) {
        if (!(fact instanceof PlanFact.OperatorRegistered(Operator operator))) {
            return fact;
        }
        @Nullable String kept = floor.operator(operator.code()).map(Operator::pinHash).orElse(null);
        if (!guarded) {
            return with(operator, operator.pinHash() == null ? kept : operator.pinHash());
        }
        Role before = floor.operator(operator.code()).map(Operator::role).orElse(Role.OPERATOR);
        boolean plain = operator.role() == Role.OPERATOR && before == Role.OPERATOR;
        if (!plain && by instanceof Caller.Person person && person.role() != Role.ADMIN) {
            throw FaultException.of(
                    Fault.NOT_ALLOWED,
                    "only an administrator says who is more than an operator: " + operator.code());
        }
        String hash = operator.pinHash();
        if (hash != null && by instanceof Caller.Person person && person.role() != Role.ADMIN) {
            throw FaultException.of(
                    Fault.NOT_ALLOWED,
                    "only an administrator gives another a PIN: register "
                            + operator.code()
                            + " without one");
        }
        return with(operator, hash == null ? kept : pepper.seal(hash));
    }

    private static PlanFact with(Operator operator, @Nullable String pinHash) {
        return new PlanFact.OperatorRegistered(operator.with(pinHash));
    }
}
