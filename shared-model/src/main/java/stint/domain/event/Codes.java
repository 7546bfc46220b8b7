package stint.domain.event;

/**
 * Checks the short codes people read and scan; one place, so that all codes obey the same limits.
 */
public final class Codes {

    private static final int LENGTH_MAX = 40;

    private Codes() {}

    /** Whether a text can be a code. */
    public static boolean isCode(String value) {
        try {
            requireCode("any", value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Checks that a text can be a code: 1 to 40 letters (of any script), digits or {@code - _ . @}.
     *
     * @param what the kind of code, for the message
     * @throws IllegalArgumentException naming the kind and the offending text
     */
    public static void requireCode(String what, String value) {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    what + " code must have 1 to 40 characters: \"" + value + "\"");
        }
        for (int index = 0; index < value.length(); index++) {
            char c = value.charAt(index);
            if (!Character.isLetterOrDigit(c)
                    && "-_.@".indexOf(c) < 0
                    && Character.getType(c) != Character.NON_SPACING_MARK) {
                throw new IllegalArgumentException(
                        what
                                + " code may hold letters, digits and - _ . @ only: \""
                                + value
                                + "\"");
            }
        }
    }
}
