package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A manufacturing order (DP-2).
 *
 * @param code its code; in an import only, else the address has it
 * @param line {@code oem}, or the rare {@code atelier}; absent for OEM
 * @param customer who ordered
 * @param product its code
 * @param quantity pieces
 * @param routing the graph; absent for the product's own
 * @param version of the routing; 0 for the newest
 * @param scheduledStart production starts no earlier
 * @param scheduledEnd production is to be over
 * @param due when the customer expects it
 * @param seen the version that whoever asks had before them; empty where they saw that there was
 *     none yet, absent for whatever is there
 */
public record OrderRequest(
        @Nullable String code,
        @Nullable String line,
        @Nullable String customer,
        @Nullable String product,
        int quantity,
        @Nullable String routing,
        int version,
        @Nullable LocalDate scheduledStart,
        @Nullable LocalDate scheduledEnd,
        @Nullable LocalDate due,
        @Nullable String seen) {}
