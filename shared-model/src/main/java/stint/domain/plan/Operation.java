package stint.domain.plan;

import org.jspecify.annotations.Nullable;

/**
 * A node of a routing graph. A draft may lack what {@code RoutingCheck} then asks for.
 *
 * @param sequence its number within the graph, as tasks are numbered by it
 * @param name the step's name; empty in a draft that lacks it
 * @param mode how its pieces are counted; absent in a draft that lacks it
 * @param stationType what kind of station it wants; absent in a draft that lacks it
 * @param skill what its operator must have learnt; absent for nothing
 * @param minutes how long a piece usually takes (minutes); 0 where nobody said
 */
public record Operation(
        int sequence,
        String name,
        @Nullable ProcessMode mode,
        @Nullable String stationType,
        @Nullable String skill,
        int minutes) {}
