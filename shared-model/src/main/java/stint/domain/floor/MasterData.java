package stint.domain.floor;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SopFact;
import stint.domain.event.StationCode;
import stint.domain.event.TrustFact;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;

import java.util.ArrayList;
import java.util.List;

/** What the office made known: of each thing the newest version. Used by one thread. */
final class MasterData {

    private final Register<OperatorCode, Operator> operators = new Register<>();
    private final Register<StationCode, Station> stations = new Register<>();
    private final Register<String, Reason> reasons = new Register<>();
    private final Register<String, Job> jobs = new Register<>(Register.OFFICE_LAST);
    private final Register<OperatorCode, Consent> consents = new Register<>();
    private final TrustBook trust = new TrustBook();
    private final PlanBook planned = new PlanBook();

    /**
     * Takes a fact; returns whether it is the newest of its kind and name, and so holds. Who a
     * person is, what they may do and what customers may read of them is the office's to say: no
     * bench makes itself a supervisor.
     */
    boolean put(Event event, PlanFact fact) {
        return switch (fact) {
            case PlanFact.OperatorRegistered registered ->
                    event.station().equals(StationCode.SERVER)
                            && put(event, registered.registered());
            case PlanFact.StationRegistered registered -> {
                planned.registered(event, registered.station());
                yield stations.put(registered.station().code(), registered.station(), event);
            }
            case PlanFact.ReasonDefined defined -> {
                planned.defined(event, defined.reason());
                yield reasons.put(defined.reason().code(), defined.reason(), event);
            }
            case PlanFact.PublicNameConsented given ->
                    event.station().equals(StationCode.SERVER)
                            && consents.put(
                                    given.operator(), new Consent(given.publicName()), event);
            case PlanFact.PublicNameWithdrawn withdrawn ->
                    event.station().equals(StationCode.SERVER)
                            && consents.put(withdrawn.operator(), new Consent(null), event);
            case PlanFact.JobReleased released -> {
                planned.released(event, released.job());
                yield jobs.put(released.job().ticket(), released.job(), event);
            }
            case PlanFact.TaskCancelled cancelled -> true;
            case PlanFact.OfOffice office ->
                    event.station().equals(StationCode.SERVER) && planned.put(event, office);
            case SopFact said -> true; // Kept where its versions are.
            case TrustFact trusting -> trust.put(event, trusting);
        };
    }

    private boolean put(Event event, Operator operator) {
        planned.registered(event, operator);
        return operators.put(operator.code(), operator, event);
    }

    Register<OperatorCode, Operator> operators() {
        return operators;
    }

    Register<StationCode, Station> stations() {
        return stations;
    }

    Register<String, Reason> reasons() {
        return reasons;
    }

    Register<String, Job> jobs() {
        return jobs;
    }

    Register<OperatorCode, Consent> consents() {
        return consents;
    }

    TrustBook trust() {
        return trust;
    }

    PlanBook planned() {
        return planned;
    }

    /** The events that hold. */
    List<Event> events() {
        List<Event> events = new ArrayList<>(operators.events());
        events.addAll(stations.events());
        events.addAll(reasons.events());
        events.addAll(consents.events());
        events.addAll(jobs.events());
        events.addAll(trust.events());
        events.addAll(planned.events());
        return events;
    }
}
