package stint.wire.protocol;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

import org.jspecify.annotations.Nullable;

/**
 * An SOP (SOP-1), written as in its events.
 *
 * @param code names it
 * @param confirmed the newest confirmed version, as JSON; absent before one was
 * @param draft the next version as it is being written, as JSON; absent while nobody does
 * @param versions how many were confirmed
 * @param openSessions how many work by it now
 * @param revision how often it was written, confirmed or deleted: what a planner has seen of it
 */
public record SopView(
        String code,
        @JsonRawValue @JsonDeserialize(using = RawJson.class) @Nullable String confirmed,
        @JsonRawValue @JsonDeserialize(using = RawJson.class) @Nullable String draft,
        int versions,
        int openSessions,
        int revision) {}
