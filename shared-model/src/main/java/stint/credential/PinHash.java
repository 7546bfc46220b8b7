package stint.credential;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PIN's hash by Argon2id with its salt and its cost, as the one text in which such hashes are
 * kept everywhere ({@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}). Immutable.
 */
final class PinHash {

    /** What OWASP asks for at least: 19 MiB, two passes, one lane. */
    private static final Cost USUAL = new Cost(19 * 1024, 2, 1);

    private static final int HASH_BYTES = 32;

    private static final Pattern TEXT =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    private record Cost(int kibibytes, int passes, int lanes) {

        boolean isSound() {
            return passes > 0 && lanes > 0 && kibibytes >= 8 * lanes;
        }
    }

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private PinHash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a PIN; takes tens of milliseconds. */
    static PinHash of(char[] pin, byte[] salt) {
        return new PinHash(USUAL, salt.clone(), compute(pin, USUAL, salt, HASH_BYTES));
    }

    /** Reads what {@link #toString} wrote; empty for a text that is no such hash. */
    static Optional<PinHash> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Cost cost =
                new Cost(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(
                            new PinHash(
                                    cost,
                                    base64.decode(parts.group(4)),
                                    base64.decode(parts.group(5))))
                    .filter(read -> read.cost.isSound());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // A length that no bytes have.
        }
    }

    /** Whether this is that PIN's; takes as long as making it did. */
    boolean isOf(char[] pin) {
        return MessageDigest.isEqual(hash, compute(pin, cost, salt, hash.length));
    }

    private static byte[] compute(char[] pin, Cost cost, byte[] salt, int bytes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.kibibytes())
                        .withIterations(cost.passes())
                        .withParallelism(cost.lanes())
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[bytes];
        argon2.generateBytes(pin, hash);
        return hash;
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.kibibytes(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }
}
