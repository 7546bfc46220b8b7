package stint.domain.sop;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a picture is called that the server keeps: its contents say its name, so it can be fetched
 * and sent any number of times, by anybody, and is the same everywhere. Short enough for a code,
 * and the same on file systems that know no capitals: 160 bits of SHA-256 in 32 digits, then its
 * kind. Pure; any thread.
 */
public final class PictureName {

    /** The largest picture that is kept: what a good camera makes. */
    public static final int BYTES_MAX = 12 << 20;

    private static final int HASH_BYTES = 20;
    private static final int RADIX = 32;
    private static final int DIGITS = HASH_BYTES * 8 / 5;

    private static final String FORM = "[0-9a-v]{" + DIGITS + "}\\.(png|jpg)";
    private static final Pattern NAME = Pattern.compile(FORM);
    private static final Pattern ANSWER = Pattern.compile("(.*) (" + FORM + ")", Pattern.DOTALL);

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private PictureName() {}

    /**
     * The name of a picture; none for what is neither PNG nor JPEG, or larger than {@link
     * #BYTES_MAX}.
     */
    public static Optional<String> of(byte[] picture) {
        if (picture.length > BYTES_MAX) {
            return Optional.empty();
        }
        String kind = begins(picture, PNG) ? ".png" : begins(picture, JPEG) ? ".jpg" : "";
        return kind.isEmpty() ? Optional.empty() : Optional.of(digits(picture) + kind);
    }

    private static boolean begins(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static String digits(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            String digits = new BigInteger(1, Arrays.copyOf(hash, HASH_BYTES)).toString(RADIX);
            return "0".repeat(DIGITS - digits.length()) + digits;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Whether a text is such a name, and not one that somebody gave a file. */
    public static boolean isOne(String text) {
        return NAME.matcher(text).matches();
    }

    /** The media type of a picture of this name. */
    public static String mediaType(String name) {
        return name.endsWith(".png") ? "image/png" : "image/jpeg";
    }

    /**
     * A photo as the answer to what a step asks: what its file was called, for people, and the name
     * by which the server has it.
     */
    public static String answer(String file, String name) {
        int room = StepItem.ANSWER_LENGTH_MAX - name.length() - 1;
        return file.substring(0, Math.min(file.length(), room)) + " " + name;
    }

    /** The name within an answer; none where a file was only named. */
    public static Optional<String> inAnswer(String answer) {
        return Optional.of(ANSWER.matcher(answer))
                .filter(form -> form.matches())
                .map(form -> form.group(2));
    }

    /** What people are to read of an answer. */
    public static String spoken(String answer) {
        return Optional.of(ANSWER.matcher(answer))
                .filter(form -> form.matches())
                .map(form -> form.group(1))
                .orElse(answer);
    }
}
