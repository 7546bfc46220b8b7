package stint.credential;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the hashes of PINs, so that a database or a backup alone is of no use for guessing them.
 * The server and the enrolled benches have the key in a file beside their data; a stolen bench has
 * both. Immutable; any thread.
 */
public final class Pepper {

    private static final String SEALED = "sealed1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Bytes of a pepper. */
    public static final int BYTES = 32;

    private final SecretKeySpec key;

    /**
     * @throws IllegalArgumentException when it has not {@link #BYTES} bytes
     */
    public Pepper(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a pepper has " + BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Reads what {@link #text} wrote. */
    public static Pepper parse(String text) {
        return new Pepper(Base64.getUrlDecoder().decode(text));
    }

    /** The pepper itself, for a file that one user may read. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    }

    /** Seals a hash; one that is sealed already stays as it is. */
    public String seal(String hash) {
        if (hash.startsWith(SEALED)) {
            return hash;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] closed = cipher.doFinal(hash.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, all, NONCE_BYTES, closed.length);
            return SEALED + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + CIPHER, e);
        }
    }

    /**
     * The hash in a sealed text; a text that was never sealed is the hash itself.
     *
     * @param pepper absent where there is none
     * @return empty when it was sealed with another pepper
     */
    public static Optional<String> open(String text, @Nullable Pepper pepper) {
        if (!text.startsWith(SEALED)) {
            return Optional.of(text);
        }
        return pepper == null ? Optional.empty() : pepper.opened(text.substring(SEALED.length()));
    }

    private Optional<String> opened(String sealed) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed);
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, all, 0, NONCE_BYTES));
            byte[] hash = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(hash, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // Sealed by somebody else, or damaged.
        }
    }

    /** Not the pepper: this text may reach a log. */
    @Override
    public String toString() {
        return "Pepper";
    }
}
