package stint.wire;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value: where a station's chain of events stands (EV-2). Immutable. */
public final class Hash {

    /** Bytes in a hash. */
    public static final int LENGTH = 32;

    /** Before the first event of a station's first epoch. */
    public static final Hash ZERO = new Hash(new byte[LENGTH]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a copy of 32 bytes.
     *
     * @throws IllegalArgumentException when there are more or fewer
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static Hash parse(String hex) {
        if (hex.length() != 2 * LENGTH) {
            throw new IllegalArgumentException("a hash is written with 64 hexadecimal digits");
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
