package stint.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Another process, or this one, has the journal open. */
public final class JournalLockedException extends IOException {

    private static final long serialVersionUID = 1L;

    JournalLockedException(Path directory) {
        super(directory + " is in use by another process");
    }
}
