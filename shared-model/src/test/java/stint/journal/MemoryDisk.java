package stint.journal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a power cut leaves of one log: its segments as they are on the platter. */
public final class MemoryDisk {

    /** What never was a clean stop. */
    private static final long NONE = -1;

    private final List<byte[]> segments = new ArrayList<>();
    private long cleanAt = NONE;
    private boolean full;
    private byte @Nullable [] instead;

    /** An empty disk. */
    public MemoryDisk() {}

    /** An image of another. */
    public MemoryDisk(MemoryDisk other) {
        other.segments.forEach(segment -> segments.add(segment.clone()));
        cleanAt = other.cleanAt;
        instead = other.instead;
    }

    /** Whether there is too little room for new work. */
    public void full(boolean nowFull) {
        full = nowFull;
    }

    boolean full() {
        return full;
    }

    List<byte[]> segments() {
        return segments;
    }

    byte @Nullable [] instead() {
        return instead;
    }

    void instead(byte[] of) {
        instead = of;
    }

    boolean isCleanAt(long last) {
        return segments.isEmpty() || cleanAt == last;
    }

    void clean(long last) {
        cleanAt = last;
    }

    void dirty() {
        cleanAt = NONE;
    }

    /**
     * The power fails while bytes are on their way: nothing of them is left, or the first ones, or
     * any blocks of them.
     */
    void tear(byte[] segment, int place, byte[] bytes, RandomGenerator luck) {
        switch (luck.nextInt(3)) {
            case 0 -> {}
            case 1 -> System.arraycopy(bytes, 0, segment, place, luck.nextInt(bytes.length + 1));
            default -> {
                for (int start = 0; start < bytes.length; start += 64) {
                    if (luck.nextBoolean()) {
                        int length = Math.min(64, bytes.length - start);
                        System.arraycopy(bytes, start, segment, place + start, length);
                    }
                }
            }
        }
    }
}
