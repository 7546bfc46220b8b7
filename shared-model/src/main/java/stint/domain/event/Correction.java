package stint.domain.event;

/** A fact about an earlier event; the log keeps both (EV-5). */
public sealed interface Correction extends Fact {

    /** The event spoken of. */
    EventId target();

    /** Why. */
    String reason();

    /** The target counts as if it had never been (EV-5). */
    record Voided(EventId target, String reason) implements Correction {}

    /**
     * The target's quantity was another one (EV-5).
     *
     * @param quantity the right quantity, 1 to {@link Counts#QUANTITY_MAX}; to take it back to
     *     none, void it
     */
    record Corrected(EventId target, int quantity, String reason) implements Correction {

        /** Checks the quantity. */
        public Corrected {
            Counts.requireCount(quantity, java.util.List.of());
        }
    }
}
