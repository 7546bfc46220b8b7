package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * What the site asks of jobs and orders (DP-2).
 *
 * @param atelierMax the most pieces of an atelier job
 * @param oemMin the fewest pieces of an OEM order
 * @param oemLeadDays days from its making to its due date
 * @param seen the version that whoever asks had before them; empty where they saw that there was
 *     none yet, absent for whatever is there
 */
public record LimitsRequest(int atelierMax, int oemMin, int oemLeadDays, @Nullable String seen) {}
