package stint.domain.event;

/**
 * A person looked at an exception and says so (EX-1). It stays in the ledger; it is no longer open.
 *
 * @param exception the exception's key, as listed
 * @param note what they found, or did
 */
public record Acknowledged(String exception, String note) implements Fact {}
