package stint.domain.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something that is made.
 *
 * @param code names it
 * @param name what people call it
 * @param gtin its GS1 trade item number, 14 digits; absent where it has none (TR-1)
 * @param serialPattern how its pieces are numbered, as {@code SerialPattern} reads it; absent for
 *     the site's own way
 * @param routing the graph it is usually made by; absent where that is chosen each time
 * @param brand whose it is, as customers read it; absent where nobody says (TR-1)
 */
public record Product(
        String code,
        String name,
        @Nullable String gtin,
        @Nullable String serialPattern,
        @Nullable String routing,
        @Nullable String brand) {

    /** A product of no brand. */
    public Product(
            String code,
            String name,
            @Nullable String gtin,
            @Nullable String serialPattern,
            @Nullable String routing) {
        this(code, name, gtin, serialPattern, routing, null);
    }
}
