package stint.domain.plan;

import stint.domain.event.OperatorCode;

/**
 * What of a task one operator is to do: the next so many of its job's pieces, in the order of their
 * serials; a task's shares follow one another (DP-5).
 *
 * @param operator who
 * @param pieces how many, from 1
 */
public record Share(OperatorCode operator, int pieces) {}
