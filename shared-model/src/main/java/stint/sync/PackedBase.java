package stint.sync;

import stint.wire.snapshot.SnapshotBytes;
import stint.wire.snapshot.SnapshotUnusableException;

import java.io.IOException;
import java.util.OptionalLong;

/** A {@link Base} as it travels and is kept. Treat the bytes as read-only. */
public final class PackedBase {

    private final byte[] bytes;

    /** What a server sent, or a bench kept. */
    public PackedBase(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Packs one.
     *
     * @param build the build of the rules that made it
     */
    public static PackedBase of(Base base, long build) throws IOException {
        return new PackedBase(SnapshotBytes.write(build, base::write));
    }

    /** The bytes; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Whether this build of the rules made it.
     *
     * @throws SnapshotUnusableException when it is damaged, or of another form
     */
    boolean isOurs() throws SnapshotUnusableException {
        return OptionalLong.of(SnapshotBytes.build(bytes)).equals(Base.ourBuild());
    }

    /**
     * Unpacks it.
     *
     * @throws SnapshotUnusableException when it is damaged, or of another form
     */
    Base unpack() throws SnapshotUnusableException {
        return SnapshotBytes.read(bytes, Base::read);
    }
}
