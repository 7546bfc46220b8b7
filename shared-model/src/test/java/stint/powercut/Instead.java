package stint.powercut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;

/**
 * What stands for records that were let go.
 *
 * @param number which one, counted from 0
 * @param upTo the last index it stands for
 */
record Instead(int number, long upTo) {

    private static final int BYTES_MIN = Integer.BYTES + Long.BYTES;

    /** Says both, and goes on with any bytes, of any length up to some sectors. */
    byte[] bytes() {
        Random random = new Random(number * 1_000_003L + upTo);
        byte[] bytes = new byte[BYTES_MIN + random.nextInt(3000)];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putInt(number).putLong(upTo);
        return bytes;
    }

    /** Reads them, every one. */
    static Instead of(byte[] bytes) {
        assertThat(bytes.length).as("bytes instead").isGreaterThanOrEqualTo(BYTES_MIN);
        ByteBuffer start = ByteBuffer.wrap(bytes);
        Instead instead = new Instead(start.getInt(), start.getLong());
        assertThat(bytes).as("bytes instead").isEqualTo(instead.bytes());
        return instead;
    }
}
