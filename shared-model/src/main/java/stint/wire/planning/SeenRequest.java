package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * Something is to be done to what was seen.
 *
 * @param seen the version that whoever asks had before them; absent for whatever is there
 */
public record SeenRequest(@Nullable String seen) {}
