package stint.wire;

import org.jspecify.annotations.Nullable;

/** Bytes from the other side are not the message they should be. */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong, in a sentence that may be shown to the other side. */
    public MalformedMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
