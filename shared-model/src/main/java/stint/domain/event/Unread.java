package stint.domain.event;

/**
 * A fact this version can't read, kept in its place until an upgrade can (EX-1). Never recorded; it
 * stands for what was.
 *
 * @param type the type's name on the wire
 * @param version the schema version it was written with
 */
public record Unread(String type, int version) implements Fact {}
