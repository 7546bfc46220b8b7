package stint.sync;

/**
 * What was stored can't be read again just now. No fault of the event in hand: it must not be set
 * aside for it.
 */
public final class LogUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnreadableException(String what, Throwable cause) {
        super(what, cause);
    }
}
