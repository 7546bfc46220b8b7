package stint.credential;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;

import java.nio.CharBuffer;
import java.util.Optional;

/**
 * Hashes and checks PINs with Argon2id. A PIN is the second factor of an enrolled bench, never a
 * password on its own. Stateless; any thread. The caller wipes the PIN.
 */
public final class Pins {

    /** Digits a PIN has at least. */
    public static final int DIGITS_MIN = 6;

    private static final int DIGITS_MAX = 12;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
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
        RUN
    }

    /** What is wrong with a PIN somebody wants to set; empty when it will do. */
    public static Optional<Weakness> weakness(char[] pin) {
        CharSequence text = CharBuffer.wrap(pin);
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Weakness.NOT_DIGITS);
        }
        if (pin.length < DIGITS_MIN) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (pin.length > DIGITS_MAX) {
            return Optional.of(Weakness.TOO_LONG);
        }
        if (text.chars().distinct().count() == 1) {
            return Optional.of(Weakness.REPEATED);
        }
        boolean run = RISING.contains(text) || FALLING.contains(text);
        return run ? Optional.of(Weakness.RUN) : Optional.empty();
    }

    /** The PIN's hash with salt and cost, as one text ({@code $argon2id$v=19$…}). */
    public static String hash(char[] pin) {
        Argon2Function argon2 =
                Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
        return Password.hash(CharBuffer.wrap(pin))
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult();
    }

    /**
     * Whether the PIN is the one that was hashed; takes the time the hash asks for, tens of
     * milliseconds.
     *
     * @return false also for a text that is no hash
     */
    public static boolean verify(char[] pin, String encoded) {
        try {
            Argon2Function argon2 = Argon2Function.getInstanceFromHash(encoded);
            return Password.check(CharBuffer.wrap(pin), encoded).with(argon2);
        } catch (BadParametersException e) {
            return false; // Not one of our hashes: nobody logs in with it.
        }
    }
}
