package stint.server.backup;

import java.io.IOException;

/** A file is no backup, or not as it was written. The message is a sentence for a person. */
public final class BackupDamagedException extends IOException {

    BackupDamagedException(String message) {
        super(message);
    }

    BackupDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
