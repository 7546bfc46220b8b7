package stint.journal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something is wrong within the journal, not at its torn end: a record that was once forced is gone
 * or changed. Nothing was cut or altered; a person must look.
 */
public final class JournalDamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long index;
    private final long offset;

    JournalDamagedException(Path file, long index, long offset, String what) {
        super(file + ", byte " + offset + ", record " + index + ": " + what);
        this.file = file;
        this.index = index;
        this.offset = offset;
    }

    /** The segment at fault. */
    public Path file() {
        return file;
    }

    /** The record that should be there. */
    public long index() {
        return index;
    }

    /** Where in the segment (bytes). */
    public long offset() {
        return offset;
    }
}
