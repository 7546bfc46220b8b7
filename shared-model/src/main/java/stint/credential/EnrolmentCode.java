package stint.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The single-use code a person carries from the server to a bench: eight letters and digits without
 * look-alikes, written {@code K7QM-3XPA}. Any thread.
 *
 * @param text as kept and compared: without the dash, in capitals
 */
public record EnrolmentCode(String text) {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final String MAC = "HmacSHA256";

    /**
     * @throws IllegalArgumentException when it can't be a code; the message does not repeat it
     */
    public EnrolmentCode {
        if (text.length() != LENGTH || !text.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a code has 8 letters and digits");
        }
    }

    /** A code nobody can guess in the minutes it is valid. */
    public static EnrolmentCode random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder(LENGTH);
        for (int index = 0; index < LENGTH; index++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new EnrolmentCode(text.toString());
    }

    /**
     * What a person typed: in any case, with or without dash and spaces.
     *
     * @throws IllegalArgumentException when it can't be a code
     */
    public static EnrolmentCode parse(String typed) {
        return new EnrolmentCode(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** What may be written down of it: without the server's secret nobody finds the code by it. */
    public String mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            byte[] result = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(result);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + MAC, e);
        }
    }

    /** The code as a person reads it aloud. */
    public String spoken() {
        return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
    }

    /** Not the code: this text may reach a log. */
    @Override
    public String toString() {
        return "EnrolmentCode";
    }
}
