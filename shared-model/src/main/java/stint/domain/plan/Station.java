package stint.domain.plan;

import stint.domain.event.StationCode;

/**
 * A bench PC or machine.
 *
 * @param code as printed on the bench
 * @param secondStart what a second start does here
 */
public record Station(StationCode code, SecondStartPolicy secondStart) {}
