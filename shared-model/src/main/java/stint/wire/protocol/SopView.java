package stint.wire.protocol;

import com.fasterxml.jackson.annotation.JsonRawValue;

import org.jspecify.annotations.Nullable;

/**
 * An SOP (SOP-1), written as in its events.
 *
 * @param code names it
 * @param confirmed the newest confirmed version, as JSON; absent before one was
 * @param draft the next version as it is being written, as JSON; absent while nobody does
 * @param versions how many were confirmed
 * @param openSessions how many work by it now
 */
public record SopView(
        String code,
        @JsonRawValue @Nullable String confirmed,
        @JsonRawValue @Nullable String draft,
        int versions,
        int openSessions) {}
