package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;

/**
 * What whoever asks had before their eyes.
 *
 * @param version the version of it; absent where they saw that there was nothing yet
 */
public record Sight(@Nullable EventId version) {}
