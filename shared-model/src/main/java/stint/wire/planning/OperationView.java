package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * An operation of a routing; a draft may lack what publishing asks for.
 *
 * @param sequence its number
 * @param name the step's name
 * @param mode {@code piece} or {@code batch}
 * @param stationType what kind of station it wants
 * @param skill what its operator must have learnt
 * @param minutes minutes a piece usually takes; 0 for unknown
 */
public record OperationView(
        int sequence,
        String name,
        @Nullable String mode,
        @Nullable String stationType,
        @Nullable String skill,
        int minutes) {

    /** What is missing is empty. */
    public OperationView {
        name = name == null ? "" : name;
    }
}
