package stint.server.trace;

import stint.domain.event.Serial;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code beside a serial on its label: whoever holds the piece has it, and whoever counts serials
 * up has not (TR-1). Ten letters and digits of an HMAC, 50 bits; nothing is stored. Immutable; any
 * thread.
 */
public final class SerialCodes {

    /** Letters and digits that are not mistaken for one another (Crockford). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;
    private static final int BITS = 5;

    /** A random UUID (RFC 9562, version 4): 122 bits that nobody counts up. */
    private static final Pattern RANDOM =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
                    Pattern.CASE_INSENSITIVE);

    private final byte[] secret;

    /**
     * @param secret the site's; with another one every label is void
     */
    public SerialCodes(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The code of a serial. */
    public String code(Serial serial) {
        byte[] mac = mac(serial);
        StringBuilder code = new StringBuilder(LENGTH);
        long bits = 0;
        for (int index = 0; index < 7; index++) {
            bits = bits << 8 | (mac[index] & 0xff);
        }
        for (int letter = 0; letter < LENGTH; letter++) {
            code.append(ALPHABET.charAt((int) (bits >>> (letter * BITS)) & 31));
        }
        return code.toString();
    }

    private byte[] mac(Serial serial) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(("stint-serial-1\n" + serial).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** Whether somebody typed the code of a serial; hyphens, spaces and small letters are fine. */
    public boolean isCode(Serial serial, String typed) {
        String plain =
                typed.replaceAll("[\\s-]", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return MessageDigest.isEqual(
                code(serial).getBytes(StandardCharsets.US_ASCII),
                plain.getBytes(StandardCharsets.UTF_8));
    }

    /** As people read it: {@code K7QM3-XPA9T}. */
    public static String readable(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /**
     * Whether a neighbour of this serial can be guessed. Numbers that are given out one after
     * another can, whatever dates, lines and letters they wear, and one serial alone can't show
     * that it is not one of those: only what says by its form that it was drawn at random needs no
     * code.
     */
    public static boolean isGuessable(Serial serial) {
        return !RANDOM.matcher(serial.value()).matches();
    }
}
