package stint.journal;

/**
 * How a journal uses its disk.
 *
 * @param segmentBytes the size of one preallocated segment; a larger request gets a larger one
 * @param roomBytesMin with less free than this, only what ends work is taken (SYNC "the bench
 *     store"); must leave the stores behind the journal room to follow
 */
public record JournalOptions(int segmentBytes, long roomBytesMin) {

    private static final int SEGMENT_BYTES_MIN = 4 * 1024;

    /** Checks the sizes. */
    public JournalOptions {
        if (segmentBytes < SEGMENT_BYTES_MIN || roomBytesMin < 0) {
            throw new IllegalArgumentException(
                    "a segment has at least " + SEGMENT_BYTES_MIN + " bytes: " + segmentBytes);
        }
    }

    /** For a bench: 4 MiB hold about a fortnight of one. */
    public static JournalOptions forBench() {
        return new JournalOptions(4 << 20, 64L << 20);
    }

    /** For a server. */
    public static JournalOptions forServer() {
        return new JournalOptions(32 << 20, 256L << 20);
    }
}
