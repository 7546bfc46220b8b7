package stint.domain.plan;

/**
 * What a site asks of jobs and orders; a line manager sets it (DP-1, DP-2).
 *
 * @param atelierQuantityMax the most pieces of an atelier job
 * @param oemQuantityMin the fewest pieces of an OEM order
 * @param oemLeadDays an OEM order is due so many days from its making, or later
 */
public record Limits(int atelierQuantityMax, int oemQuantityMin, int oemLeadDays) {

    /** Where nobody set any. */
    public static final Limits USUAL = new Limits(100, 100, 7);
}
