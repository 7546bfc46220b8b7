package stint.wire.snapshot;

import java.io.IOException;

/**
 * A snapshot is damaged, another build wrote it, or it is of another log. Nothing is lost: all it
 * says is in the log, to be folded from event one.
 */
public final class SnapshotUnusableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says why, for the log. */
    public SnapshotUnusableException(String why) {
        super(why);
    }

    SnapshotUnusableException(String why, Throwable cause) {
        super(why, cause);
    }
}
