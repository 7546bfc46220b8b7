package stint.domain.event;

import stint.domain.sop.Sop;

/**
 * What the office says of its SOPs (SOP-1, SOP-6). It holds from the server's own log alone, as
 * with people: no bench makes up how work is to be done.
 */
public sealed interface SopFact extends PlanFact {

    /** The SOP's code. */
    String code();

    /** A draft was saved, whole; the newest holds until it is confirmed. */
    record Drafted(Sop sop) implements SopFact {

        @Override
        public String code() {
            return sop.code();
        }
    }

    /** The draft of that version is how work is done from now on; it never changes again. */
    record Confirmed(String code, int version) implements SopFact {}

    /** Nothing more begins by it; what was done by it stays. */
    record Deleted(String code) implements SopFact {}
}
