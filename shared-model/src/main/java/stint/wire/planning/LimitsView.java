package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * What the site asks of jobs and orders (DP-2).
 *
 * @param atelierMax the most pieces of an atelier job
 * @param oemMin the fewest pieces of an OEM order
 * @param oemLeadDays days from its making to its due date
 * @param version the version that holds; absent for the usual ones
 */
public record LimitsView(int atelierMax, int oemMin, int oemLeadDays, @Nullable String version) {}
