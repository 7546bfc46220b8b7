package stint.journal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** The journal takes nothing more: it was closed, or an earlier write or force failed. */
public final class JournalClosedException extends IOException {

    private static final long serialVersionUID = 1L;

    JournalClosedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
