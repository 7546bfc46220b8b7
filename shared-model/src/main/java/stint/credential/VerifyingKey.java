package stint.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public half of an Ed25519 key. Immutable; any thread. */
public final class VerifyingKey {

    private static final int ID_LETTERS = 16;

    private final PublicKey key;
    private final String text;

    VerifyingKey(PublicKey key) {
        this.key = key;
        text = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is no such key
     */
    public static VerifyingKey parse(String text) {
        try {
            byte[] encoded = Base64.getUrlDecoder().decode(text);
            return new VerifyingKey(
                    KeyFactory.getInstance(SigningKey.ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 key", e);
        }
    }

    /** Whether these bytes were signed with the private half. */
    public boolean verifies(byte[] bytes, String signature) {
        try {
            Signature check = Signature.getInstance(SigningKey.ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (InvalidKeyException | SignatureException | IllegalArgumentException e) {
            return false; // Not even the form of a signature, or a key that is no point there.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }

    /** A short name of the key, for headers and people; the key can't be had from it. */
    public String id() {
        return id(text);
    }

    /** The short name of the key with this text. */
    public static String id(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, ID_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The key as one word of letters, digits, - and _. */
    @Override
    public String toString() {
        return text;
    }
}
