package stint.domain.event;

/** What happened, without who, where and when; those are the event's. */
public sealed interface Fact
        permits WorkFact, PlanFact, StationFact, RunFact, Correction, SessionRule, Acknowledged {}
