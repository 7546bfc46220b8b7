package stint.simulation;

import org.jspecify.annotations.Nullable;

import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;
import stint.wire.snapshot.SnapshotUnusableException;
import stint.wire.snapshot.Snapshots;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The newest snapshot of a replica, on a simulated disk. It may be lost, or be put back. */
final class SimSnapshots implements Snapshots {

    private byte @Nullable [] kept;
    private boolean used;

    /** None. */
    SimSnapshots() {}

    /** An image of another disk's. */
    SimSnapshots(SimSnapshots other) {
        kept = other.kept;
    }

    /** Whether the last start went on from one. */
    boolean used() {
        return used;
    }

    void lose() {
        kept = null;
    }

    @Override
    public <T> Optional<T> newest(Reader<T> reader) {
        used = false;
        byte[] bytes = kept;
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            T read = reader.read(new PackedInput(new ByteArrayInputStream(bytes)));
            used = true;
            return Optional.of(read);
        } catch (SnapshotUnusableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("a whole snapshot can't be read", e);
        }
    }

    @Override
    public void write(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new PackedOutput(bytes));
        kept = bytes.toByteArray();
    }
}
