package stint.station.ui.kit;

import java.util.Locale;
import java.util.Optional;

/**
 * What a printed barcode can ask of the kiosk, so that a scanner alone is enough. The codes are of
 * letters, digits and hyphens only, which every scanner types on every keyboard layout alike.
 */
public sealed interface Order {

    /** No ticket, serial or badge begins with this. */
    String PREFIX = "STINT-";

    /** As it is printed. */
    String code();

    /** Something to do. */
    enum Act implements Order {
        /** Begin the work that is shown. */
        START,
        /** Pause; a reason may follow. */
        HOLD,
        /** Go on after a pause. */
        RESUME,
        /** Record what was entered as good. */
        COMPLETE,
        /** Record scrap; how much and why follow. */
        SCRAP,
        /** End one's work on the task. */
        END,
        /** Take back the last thing recorded. */
        UNDO,
        /** Go home. */
        SHIFT,
        /** See what the station does. */
        STATION,
        /** The station is made ready. */
        SETUP,
        /** The station makes pieces. */
        PRODUCE,
        /** The station stops; a reason follows. */
        STOP,
        /** The station is maintained. */
        MAINTAIN,
        /** Make room for another. */
        LOGOUT,
        /** Back. */
        BACK,
        /** Yes, go on: as Enter. */
        OK,
        /** Take back what was entered. */
        CLEAR,
        /** Another page. */
        NEXT;

        @Override
        public String code() {
            return PREFIX + name();
        }
    }

    /** A digit of a number or a PIN; where there is a choice, the answer with that number. */
    record Digit(int value) implements Order {

        @Override
        public String code() {
            return PREFIX + value;
        }
    }

    /**
     * A managed reason.
     *
     * @param reason its code
     */
    record Reason(String reason) implements Order {

        private static final String MARK = PREFIX + "WHY-";

        @Override
        public String code() {
            return MARK + reason;
        }
    }

    /** The order that was scanned; empty for any other code. */
    static Optional<Order> of(String scanned) {
        if (scanned.startsWith(Reason.MARK) && scanned.length() > Reason.MARK.length()) {
            return Optional.of(new Reason(scanned.substring(Reason.MARK.length())));
        }
        // A scanner may be set to send capitals as small letters, or Caps Lock be on.
        String upper = scanned.toUpperCase(Locale.ROOT);
        if (upper.matches(PREFIX + "[0-9]")) {
            return Optional.of(new Digit(upper.charAt(PREFIX.length()) - '0'));
        }
        for (Act act : Act.values()) {
            if (act.code().equals(upper)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }
}
