package stint.domain.plan;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A manufacturing order (MO), as it was planned. What it lacks, or has wrong, is for {@code
 * OrderCheck} to say.
 *
 * @param code as the office, or its ERP, names it ({@code MO-2025-001})
 * @param line the production line; an atelier order is rare, and asked for less (seed 004)
 * @param customer who ordered
 * @param product the product's code
 * @param quantity pieces
 * @param routing the published version it is made by
 * @param scheduledStart production starts no earlier
 * @param scheduledEnd production is to be over by then
 * @param due when the customer expects it
 */
public record ManufacturingOrder(
        String code,
        Line line,
        @Nullable String customer,
        @Nullable String product,
        int quantity,
        @Nullable RoutingVersion routing,
        @Nullable LocalDate scheduledStart,
        @Nullable LocalDate scheduledEnd,
        @Nullable LocalDate due) {

    /** The same in other dates. */
    public ManufacturingOrder scheduled(LocalDate start, LocalDate end) {
        return new ManufacturingOrder(
                code, line, customer, product, quantity, routing, start, end, due);
    }
}
