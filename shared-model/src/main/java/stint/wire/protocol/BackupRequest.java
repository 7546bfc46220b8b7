package stint.wire.protocol;

import java.util.Objects;

/**
 * A backup is finished and was read again where it is kept.
 *
 * @param generation which life of the store it is of
 * @param position up to where
 */
public record BackupRequest(String generation, long position) {

    /** Refuses what is missing. */
    public BackupRequest {
        Objects.requireNonNull(generation, "generation is missing");
        if (position < 0) {
            throw new IllegalArgumentException("a position is not negative: " + position);
        }
    }
}
