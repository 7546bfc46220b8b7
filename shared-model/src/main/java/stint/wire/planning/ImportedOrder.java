package stint.wire.planning;

/**
 * What became of one line of an import.
 *
 * @param code the order
 * @param outcome {@code written} or {@code unchanged}
 */
public record ImportedOrder(String code, String outcome) {}
