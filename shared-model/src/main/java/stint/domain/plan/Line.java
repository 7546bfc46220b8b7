package stint.domain.plan;

/** A production line (DOMAIN §2). */
public enum Line {
    /** Luxury, handcrafted, small batches; also called hatthasilpa. */
    ATELIER,
    /** Mass production to a manufacturing order. */
    OEM
}
