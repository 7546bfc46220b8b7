package stint.credential;

import org.jspecify.annotations.Nullable;

import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Hashes and checks PINs with Argon2id. A PIN is the second factor of an enrolled bench, never a
 * password on its own. Stateless; any thread. The caller wipes the PIN.
 */
public final class Pins {

    /** Digits a PIN has at least. */
    public static final int DIGITS_MIN = 6;

    private static final int DIGITS_MAX = 12;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String RISING = "01234567890";
    private static final String FALLING = "09876543210";

    private Pins() {}

    /** Why a PIN is too easy to guess. */
    public enum Weakness {
        /** Fewer than {@link #DIGITS_MIN} digits. */
        TOO_SHORT,
        /** More than 12 digits: nobody means that. */
        TOO_LONG,
        /** Something that is no digit. */
        NOT_DIGITS,
        /** One digit over and over. */
        REPEATED,
        /** Digits in a row. */
        RUN,
        /** The same few digits again, as 121212 or 123123. */
        PATTERN,
        /** A date, as birthdays are written: those are tried first. */
        DATE
    }

    /** What is wrong with a PIN somebody wants to set; empty when it will do. */
    public static Optional<Weakness> weakness(char[] pin) {
        return weakness(pin, DIGITS_MIN);
    }

    /**
     * As {@link #weakness(char[])}, where a site has a rule of its own.
     *
     * @param digitsMin digits a PIN has at least there
     */
    public static Optional<Weakness> weakness(char[] pin, int digitsMin) {
        CharSequence text = CharBuffer.wrap(pin);
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Weakness.NOT_DIGITS);
        }
        if (pin.length < digitsMin) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (pin.length > DIGITS_MAX) {
            return Optional.of(Weakness.TOO_LONG);
        }
        if (text.chars().distinct().count() == 1) {
            return Optional.of(Weakness.REPEATED);
        }
        boolean run = RISING.contains(text) || FALLING.contains(text);
        if (run) {
            return Optional.of(Weakness.RUN);
        }
        if (repeats(text, 2) || repeats(text, 3)) {
            return Optional.of(Weakness.PATTERN);
        }
        return isDate(pin) ? Optional.of(Weakness.DATE) : Optional.empty();
    }

    private static boolean repeats(CharSequence pin, int digits) {
        if (pin.length() <= digits) {
            return false;
        }
        for (int index = digits; index < pin.length(); index++) {
            if (pin.charAt(index) != pin.charAt(index - digits)) {
                return false;
            }
        }
        return true;
    }

    /** Day, month and year in any usual order, the year with two digits or four. */
    private static boolean isDate(char[] pin) {
        return switch (pin.length) {
            case 6 -> isDay(pin, 0, 2) || isDay(pin, 2, 0) || isDay(pin, 4, 2);
            case 8 ->
                    (isYear(pin, 4) && (isDay(pin, 0, 2) || isDay(pin, 2, 0)))
                            || (isYear(pin, 0) && isDay(pin, 6, 4));
            default -> false;
        };
    }

    private static boolean isDay(char[] pin, int dayAt, int monthAt) {
        int day = two(pin, dayAt);
        int month = two(pin, monthAt);
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private static boolean isYear(char[] pin, int at) {
        int century = two(pin, at);
        return century == 19 || century == 20 || century == 24 || century == 25; // Buddhist too.
    }

    private static int two(char[] pin, int at) {
        return (pin[at] - '0') * 10 + pin[at + 1] - '0';
    }

    /** The PIN's hash with salt and cost, as one text ({@code $argon2id$v=19$…}). */
    public static String hash(char[] pin) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return PinHash.of(pin, salt).toString();
    }

    /**
     * As {@link #verify(char[], String)}, for a hash that may be sealed.
     *
     * @param pepper absent where there is none
     */
    public static boolean verify(char[] pin, String sealed, @Nullable Pepper pepper) {
        return Pepper.open(sealed, pepper).filter(hash -> verify(pin, hash)).isPresent();
    }

    /**
     * Whether the PIN is the one that was hashed; takes the time the hash asks for, tens of
     * milliseconds.
     *
     * @return false also for a text that is no hash
     */
    public static boolean verify(char[] pin, String encoded) {
        return PinHash.parse(encoded).filter(hash -> hash.isOf(pin)).isPresent();
    }
}
