package stint.wire.protocol;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A line of a work session's audit: who, when, why, old and new (SOP-5).
 *
 * @param action started, checked, paused, resumed, completed, cancelled, overridden, approved,
 *     refused or taken_back
 * @param oldAnswers those that stood before
 * @param newAnswers those that stand from then on, or would
 * @param standing counts, voided, after_end or after_approval
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AuditView(
        String id,
        Instant at,
        @Nullable String by,
        String stationId,
        String action,
        @Nullable String stepId,
        @Nullable String reason,
        Map<String, String> oldAnswers,
        Map<String, String> newAnswers,
        List<String> failed,
        String standing) {}
