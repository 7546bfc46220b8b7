package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * A product.
 *
 * @param code names it
 * @param name what people call it
 * @param gtin 14 digits
 * @param serialPattern how its pieces are numbered
 * @param routing what it is usually made by
 * @param brand whose it is, as customers read it
 * @param version the version that holds
 */
public record ProductView(
        String code,
        String name,
        @Nullable String gtin,
        @Nullable String serialPattern,
        @Nullable String routing,
        @Nullable String brand,
        String version) {}
