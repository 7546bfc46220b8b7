package stint.wire.planning;

/**
 * A field that is another one than whoever asked had seen.
 *
 * @param field which
 * @param was what they saw
 * @param is what it is
 */
public record ChangeView(String field, String was, String is) {}
