package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.journal.RecordLog;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands in a bench's log of the feed for what is before some record of it, whether that is
 * there still or was let go: the base, and what the bench keeps for ever. Unlike a snapshot it must
 * be readable by every later release, all but the base itself: another form gets another number.
 *
 * @param after the last record it stands for; −1 where nothing stands, 0 before the first
 * @param ownBefore the last own event that came before all behind those records
 * @param kept own events
 * @param began of each epoch of the server's own log the last event that is not in the records
 * @param base absent when the feed is read from its beginning; its form is that of a build
 */
record Standing(
        long after,
        long ownBefore,
        KeptEvents kept,
        SortedMap<Integer, Marks.Mark> began,
        @Nullable PackedBase base) {

    private static final int FORM = 1;
    private static final long NOTHING = -1;

    /** Nothing stands there. */
    static Standing nothing() {
        return new Standing(NOTHING, 0, KeptEvents.none(), new TreeMap<>(), null);
    }

    /** What stands in a log of the feed. */
    static Standing in(RecordLog feed) throws IOException {
        Optional<byte[]> there = feed.instead();
        return there.isEmpty() ? nothing() : read(there.get());
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(new PackedOutput(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written", e);
        }
        return bytes.toByteArray();
    }

    private void write(PackedOutput out) throws IOException {
        out.number(FORM);
        out.number(after);
        out.number(ownBefore);
        kept.write(out);
        out.all(
                began.entrySet(),
                epoch -> {
                    out.number(epoch.getKey());
                    out.number(epoch.getValue().sequence());
                    out.bytes(epoch.getValue().head().toBytes());
                });
        out.optional(base, packed -> out.bytes(packed.bytes()));
    }

    private static Standing read(byte[] bytes) throws IOException {
        PackedInput in = new PackedInput(new ByteArrayInputStream(bytes));
        long form = in.number();
        if (form != FORM) {
            throw new IOException(
                    "what stands for the feed is of a newer release (form " + form + ")");
        }
        long after = in.number();
        long ownBefore = in.number();
        KeptEvents kept = KeptEvents.read(in);
        SortedMap<Integer, Marks.Mark> began = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            began.put(in.count(), new Marks.Mark(in.number(), Hash.of(in.bytes())));
        }
        return new Standing(
                after, ownBefore, kept, began, in.optional(() -> new PackedBase(in.bytes())));
    }

    /** Tells it from others. */
    Hash name() {
        return after == NOTHING ? Hash.ZERO : Chain.next(Hash.ZERO, toBytes());
    }

    /** Where a base holds the server's own log. */
    static SortedMap<Integer, Marks.Mark> serverLog(Base base) {
        return base.marks().of(StationCode.SERVER);
    }
}
