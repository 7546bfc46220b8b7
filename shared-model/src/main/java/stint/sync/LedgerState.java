package stint.sync;

import stint.wire.Hash;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;
import stint.wire.snapshot.SnapshotUnusableException;
import stint.wire.snapshot.Snapshots;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What a ledger knows of the log in its store. A snapshot of it begins with the name of that log:
 * the life of the store, a position, and the hash there. Only one that names a place in the log at
 * hand is used: another life's may have gone on differently.
 */
record LedgerState(Marks marks, Reconciler reconciler) {

    static LedgerState empty(EventStore store, Duration keep) {
        return new LedgerState(new Marks(), Reconciler.empty(store, keep));
    }

    /** The newest snapshot that is of this store's log. */
    static Optional<LedgerState> kept(EventStore store, Keeping keeping) {
        return keeping.snapshots()
                .newest(in -> {
                    requireOf(store, in);
                    Marks marks = Marks.read(new PackedInput(new ByteArrayInputStream(in.bytes())));
                    return new LedgerState(marks, Reconciler.read(in, store, keeping.keep()));
                });
    }

    private static void requireOf(EventStore store, PackedInput in) throws IOException {
        String generation = in.text();
        long position = in.number();
        byte[] hash = in.bytes();
        if (!generation.equals(store.generation())) {
            throw new SnapshotUnusableException("it is of another life of the store");
        }
        if (position < 1 || position > store.last()) {
            throw new SnapshotUnusableException(
                    "it is of position " + position + ", the log ends at " + store.last());
        }
        if (!Hash.of(hash).equals(store.hashes(position, position).getFirst())) {
            throw new SnapshotUnusableException("the log has another event at " + position);
        }
    }

    /**
     * Copies it, for another thread to write.
     *
     * @param hash of the last event taken
     */
    Snapshots.Content content(String generation, Hash hash) {
        byte[] markBytes = bytes(marks);
        Reconciler.Copy copy = reconciler.copy();
        return out -> {
            out.text(generation);
            out.number(copy.position());
            out.bytes(hash.toBytes());
            out.bytes(markBytes);
            copy.write(out);
        };
    }

    private static byte[] bytes(Marks marks) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            marks.write(new PackedOutput(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
    }
}
