package stint.wire.protocol;

import java.util.List;
import java.util.Objects;

/**
 * Whether a store is as it was written.
 *
 * @param generation which life of it
 * @param position up to where it was read
 * @param events how many there are
 * @param histories how many stations' epochs
 * @param wrong how much is not as it was written; 0 when all is well
 * @param found the first of that
 */
public record VerifyView(
        String generation,
        long position,
        long events,
        int histories,
        long wrong,
        List<Finding> found) {

    /** Refuses what is missing. */
    public VerifyView {
        Objects.requireNonNull(generation, "generation is missing");
        found = List.copyOf(found);
    }

    /**
     * Something that is not as it was written.
     *
     * @param position where; 0 for the whole
     * @param what a sentence
     */
    public record Finding(long position, String what) {}
}
