package stint.wire.snapshot;

import java.io.IOException;
import java.util.Optional;

/**
 * Where snapshots are kept from one run to the next. What is kept is never the truth: it may be
 * missing, old, damaged, of another build or another log at any time, and then all it says is in
 * the log. One thread at a time.
 */
public interface Snapshots {

    /** Keeps nothing. */
    Snapshots NONE =
            new Snapshots() {
                @Override
                public <T> Optional<T> newest(Reader<T> reader) {
                    return Optional.empty();
                }

                @Override
                public void write(Content content) {}
            };

    /** Writes the content. */
    @FunctionalInterface
    interface Content {

        /** Writes it. */
        void write(PackedOutput out) throws IOException;
    }

    /** Reads the content. */
    @FunctionalInterface
    interface Reader<T> {

        /**
         * Reads it.
         *
         * @throws SnapshotUnusableException when it is of no use, such as one of another log
         */
        T read(PackedInput in) throws IOException;
    }

    /** What the newest one holds that its reader can use; empty for none. */
    <T> Optional<T> newest(Reader<T> reader);

    /** Keeps a snapshot; when this returns it is durable. */
    void write(Content content) throws IOException;
}
