package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Role;
import stint.domain.work.Floor;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.trust.Caller;
import stint.server.trust.Enrolments;
import stint.wire.protocol.ConsentRequest;

import java.util.List;

/** Whether customers may read somebody's name: said and unsaid by that person (TR-1). */
final class ConsentRoutes {

    private final Writes writes;

    ConsentRoutes(Writes writes) {
        this.writes = writes;
    }

    void register(RoutesConfig routes) {
        Route.CONSENT.serve(routes, this::consent);
        Route.WITHDRAW.serve(routes, this::withdraw);
    }

    private void consent(Context context) {
        OperatorCode operator = own(context);
        String name = writes.message(context, ConsentRequest.class).publicName().strip();
        record(context, operator, given(operator, name, Gate.caller(context).name()));
    }

    private static PlanFact given(OperatorCode operator, String name, String by) {
        try {
            return new PlanFact.PublicNameConsented(operator, name, by);
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    private void withdraw(Context context) {
        OperatorCode operator = own(context);
        String by = Gate.caller(context).name();
        record(context, operator, new PlanFact.PublicNameWithdrawn(operator, by));
    }

    /** The person meant: oneself, or anybody for an administrator who has it on paper. */
    private static OperatorCode own(Context context) {
        OperatorCode operator = Params.operator(context.pathParam("operator"));
        if (Gate.caller(context) instanceof Caller.Person person
                && person.role() != Role.ADMIN
                && !person.code().equals(operator)) {
            throw FaultException.of(
                    Fault.NOT_ALLOWED, "whose name is public, only they themselves say");
        }
        return operator;
    }

    private void record(Context context, OperatorCode operator, PlanFact fact) {
        Answers.recorded(
                context,
                writes.record(
                        Enrolments.operator(Gate.caller(context)),
                        (floor, now) -> List.of(known(floor, operator, fact))));
    }

    private static PlanFact known(Floor floor, OperatorCode operator, PlanFact fact) {
        if (floor.operator(operator).isEmpty()) {
            throw FaultException.of(Fault.NOT_FOUND, "there is no " + operator);
        }
        return fact;
    }
}
