package stint.sync;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.wire.snapshot.SnapshotUnusableException;

/**
 * A base from the server that this release can go on from, unpacked: that takes most of the time,
 * so it is done before the bench has to wait.
 */
public final class OfferedBase {

    private static final Logger LOG = LoggerFactory.getLogger(OfferedBase.class);

    private final PackedBase packed;
    private final Base base;

    private OfferedBase(PackedBase packed, Base base) {
        this.packed = packed;
        this.base = base;
    }

    /** Unpacks one, on any thread; absent when it is of no use here. */
    static @Nullable OfferedBase of(PackedBase packed) {
        try {
            if (packed.isOurs()) {
                return new OfferedBase(packed, packed.unpack());
            }
            LOG.info("the server's base is of another release; the feed is read instead");
        } catch (SnapshotUnusableException e) {
            LOG.info("the server's base is of no use; the feed is read instead", e);
        }
        return null;
    }

    PackedBase packed() {
        return packed;
    }

    Base base() {
        return base;
    }
}
