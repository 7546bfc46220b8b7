package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * An event is to count no more, or another number (EV-5).
 *
 * @param event which
 * @param quantity the number it should count; absent for none
 * @param reason why
 */
public record CorrectRequest(String event, @Nullable Integer quantity, String reason) {

    /** What is missing is empty. */
    public CorrectRequest {
        event = event == null ? "" : event;
        reason = reason == null ? "" : reason;
    }
}
