package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * A product.
 *
 * @param name what people call it
 * @param gtin 8, 12, 13 or 14 digits
 * @param serialPattern how its pieces are numbered
 * @param routing what it is usually made by
 * @param brand whose it is, as customers read it
 * @param seen the version that whoever asks had before them; empty where they saw that there was
 *     none yet, absent for whatever is there
 */
public record ProductRequest(
        String name,
        @Nullable String gtin,
        @Nullable String serialPattern,
        @Nullable String routing,
        @Nullable String brand,
        @Nullable String seen) {

    /** What is missing is empty. */
    public ProductRequest {
        name = name == null ? "" : name;
    }

    /** A product of no brand. */
    public ProductRequest(
            String name,
            @Nullable String gtin,
            @Nullable String serialPattern,
            @Nullable String routing,
            @Nullable String seen) {
        this(name, gtin, serialPattern, routing, null, seen);
    }
}
