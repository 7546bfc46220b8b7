package stint.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key that signs. Immutable; any thread. Never printed. */
public final class SigningKey {

    static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey secret, VerifyingKey verifying) {
        this.secret = secret;
        this.verifying = verifying;
    }

    /** A new key. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), new VerifyingKey(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when the file is missing, unreadable or something else
     */
    public static SigningKey read(Path file) throws IOException {
        String[] lines = Files.readString(file).strip().split("\\R", -1);
        try {
            if (lines.length != 2) {
                throw new IllegalArgumentException("two lines are wanted");
            }
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            byte[] secret = Base64.getDecoder().decode(lines[0]);
            byte[] open = Base64.getDecoder().decode(lines[1]);
            return new SigningKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    new VerifyingKey(factory.generatePublic(new X509EncodedKeySpec(open))));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IOException(file + " holds no key of Stint", e);
        }
    }

    /**
     * Reads the key in a file, or makes one and keeps it there, for this user's eyes only.
     *
     * @throws IOException when the file is there and holds something else
     */
    public static SigningKey readOrGenerate(Path file) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        SigningKey key = generate();
        key.write(file);
        return key;
    }

    /** Keeps the key in a file, for this user's eyes only. */
    public void write(Path file) throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        String text =
                base64.encodeToString(secret.getEncoded())
                        + "\n"
                        + base64.encodeToString(Base64.getUrlDecoder().decode(verifying.toString()))
                        + "\n";
        PrivateFiles.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The public half. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** The signature of some bytes, as one word of letters, digits, - and _. */
    public String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifying.id() + "]";
    }
}
