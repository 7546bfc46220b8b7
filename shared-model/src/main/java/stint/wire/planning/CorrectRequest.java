package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * An event is to count no more, or another number (EV-5).
 *
 * @param event which
 * @param quantity the number it should count; absent for none
 * @param reason why
 * @param seen the event's version that whoever asks had before them; absent for whatever is there
 */
public record CorrectRequest(
        String event, @Nullable Integer quantity, String reason, @Nullable String seen) {

    /** Whatever is there. */
    public CorrectRequest(String event, @Nullable Integer quantity, String reason) {
        this(event, quantity, reason, null);
    }

    /** What is missing is empty. */
    public CorrectRequest {
        event = event == null ? "" : event;
        reason = reason == null ? "" : reason;
    }
}
