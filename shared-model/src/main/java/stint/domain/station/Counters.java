package stint.domain.station;

/**
 * Pieces made in one station session (ST-7).
 *
 * @param good as they count at their tasks: a serial twice is one, rework is none
 * @param scrap scrapped pieces
 */
public record Counters(long good, long scrap) {}
