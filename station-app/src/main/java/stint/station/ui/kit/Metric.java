package stint.station.ui.kit;

/**
 * A number with its name.
 *
 * @param id its name in the scene
 * @param value the number as it is written
 * @param caption what it is
 */
public record Metric(String id, String value, String caption) {}
