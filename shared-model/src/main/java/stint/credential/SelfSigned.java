package stint.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Makes a certificate for a server whose site has no authority of its own: P-256, ten years. The
 * JDK has no public means for it, and a library would be many times larger than these lines.
 */
public final class SelfSigned {

    private static final Duration LIFE = Duration.ofDays(3650);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int UTF8_STRING = 0x0c;
    private static final int TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;

    private static final byte[] ECDSA_WITH_SHA256 = oid("2a8648ce3d040302");
    private static final byte[] COMMON_NAME = oid("550403");
    private static final byte[] SUBJECT_ALT_NAME = oid("551d11");

    private SelfSigned() {}

    /**
     * Writes a certificate and its key, the key for this user's eyes only.
     *
     * @param names of the server; addresses as numbers
     * @param now when it begins to be valid, an hour from then back
     */
    public static void write(Path certificate, Path key, List<String> names, Instant now)
            throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] body = body(pair, names, now);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(body);
            byte[] signed =
                    der(SEQUENCE, body, algorithm(), der(BIT_STRING, ZERO, signature.sign()));
            PrivateFiles.write(
                    key,
                    Pem.block("PRIVATE KEY", pair.getPrivate().getEncoded()).getBytes(US_ASCII));
            Files.writeString(certificate, Pem.block("CERTIFICATE", signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no P-256", e);
        }
    }

    private static final byte[] ZERO = {0};

    private static byte[] body(KeyPair pair, List<String> names, Instant now) {
        byte[] serial = new byte[16];
        new SecureRandom().nextBytes(serial);
        serial[0] = 1; // Neither negative nor with leading zeros.
        byte[] name =
                der(
                        SEQUENCE,
                        der(
                                SET,
                                der(
                                        SEQUENCE,
                                        COMMON_NAME,
                                        der(UTF8_STRING, names.getFirst().getBytes(UTF_8)))));
        byte[] validity = der(SEQUENCE, time(now.minus(Duration.ofHours(1))), time(now.plus(LIFE)));
        byte[] alternatives =
                der(SEQUENCE, names.stream().map(SelfSigned::name).toArray(byte[][]::new));
        byte[] extension = der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTET_STRING, alternatives));
        return der(
                SEQUENCE,
                der(VERSION, der(INTEGER, new byte[] {2})),
                der(INTEGER, serial),
                algorithm(),
                name,
                validity,
                name,
                pair.getPublic().getEncoded(),
                der(EXTENSIONS, der(SEQUENCE, extension)));
    }

    private static byte[] algorithm() {
        return der(SEQUENCE, ECDSA_WITH_SHA256);
    }

    private static byte[] time(Instant instant) {
        return der(TIME, UTC_TIME.format(instant).getBytes(US_ASCII));
    }

    private static byte[] name(String name) {
        boolean number = name.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");
        try {
            return number
                    ? der(IP_ADDRESS, InetAddress.getByName(name).getAddress())
                    : der(DNS_NAME, name.getBytes(US_ASCII));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no address", e);
        }
    }

    private static byte[] oid(String hex) {
        return der(0x06, HexFormat.of().parseHex(hex));
    }

    /** Tag, length and contents, as X.690 has them. */
    private static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            inner.writeBytes(content);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = inner.size();
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(inner.toByteArray());
        return out.toByteArray();
    }
}
