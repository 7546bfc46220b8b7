package stint.server.trace;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a customer may know of a piece, and the list of it: what is not here leaves the site on
 * no page (TR-1). Of a person there is a public name alone, and only by consent.
 *
 * @param serial which
 * @param state how far it has come
 * @param product what it is; absent where nobody says
 * @param brand whose; absent where nobody says
 * @param gtin its GS1 number; absent where it has none
 * @param handcrafted whether it comes from the atelier, whose steps are told
 * @param steps per operation, in order; none for mass production
 * @param completed when it was completed; absent before
 * @param batch the batch it was made in, for mass production; else absent
 */
public record PublicSerial(
        String serial,
        State state,
        @Nullable String product,
        @Nullable String brand,
        @Nullable String gtin,
        boolean handcrafted,
        List<Step> steps,
        @Nullable LocalDate completed,
        @Nullable String batch) {

    /** Copies the list. */
    public PublicSerial {
        steps = List.copyOf(steps);
    }

    /** How far a piece has come. */
    public enum State {
        /** It is being made. */
        IN_WORK,
        /** It is complete. */
        COMPLETE,
        /** It was scrapped, and left the workshop with nobody's knowledge if it did. */
        SCRAPPED
    }

    /**
     * One operation.
     *
     * @param name what was done
     * @param artisan who, by the name they chose; absent without consent
     * @param from when it began
     * @param to when it was done
     * @param minutes worked minutes
     * @param grade how far to trust them: {@code measured}, {@code allocated} … (SN-4)
     */
    public record Step(
            String name,
            @Nullable String artisan,
            Instant from,
            Instant to,
            double minutes,
            String grade) {}
}
