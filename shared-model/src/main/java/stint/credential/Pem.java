package stint.credential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as IT has them: PEM files. Stateless; any thread. */
public final class Pem {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    private Pem() {}

    /**
     * The certificates in a file, in their order.
     *
     * @throws IOException when there are none
     */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = new ArrayList<>();
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                if (certificate instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
            if (found.isEmpty()) {
                throw new IOException(file + " holds no certificate");
            }
            return found;
        } catch (CertificateException e) {
            throw new IOException(file + " holds no certificates in PEM form", e);
        }
    }

    /**
     * The private key in a file, not encrypted, as PKCS #8 ({@code BEGIN PRIVATE KEY}).
     *
     * @throws IOException when there is none
     */
    public static PrivateKey privateKey(Path file) throws IOException {
        Matcher found = KEY.matcher(Files.readString(file));
        if (!found.find()) {
            throw new IOException(
                    file
                            + " holds no key as BEGIN PRIVATE KEY; \"openssl pkcs8 -topk8"
                            + " -nocrypt\" makes one of another form");
        }
        PKCS8EncodedKeySpec key =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        return ALGORITHMS.stream()
                .flatMap(algorithm -> read(algorithm, key).stream())
                .findFirst()
                .orElseThrow(() ->
                        new IOException(
                                file + " holds a key that is neither EC nor RSA nor Ed25519"));
    }

    private static Optional<PrivateKey> read(String algorithm, PKCS8EncodedKeySpec key) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(key));
        } catch (InvalidKeySpecException e) {
            return Optional.empty(); // Of another kind.
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no " + algorithm, e);
        }
    }

    /** A PEM block. */
    static String block(String what, byte[] bytes) {
        return "-----BEGIN "
                + what
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END "
                + what
                + "-----\n";
    }
}
