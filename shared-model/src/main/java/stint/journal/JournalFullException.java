package stint.journal;

import java.io.IOException;

/** There is too little room on the disk. Nothing of the request was written. */
public final class JournalFullException extends IOException {

    private static final long serialVersionUID = 1L;

    JournalFullException(String message) {
        super(message);
    }
}
