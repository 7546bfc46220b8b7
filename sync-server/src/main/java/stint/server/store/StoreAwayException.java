package stint.server.store;

/**
 * The database can't be reached or did not answer. Whether what was being committed is there will
 * show when it can be read again; nothing here has changed, and the store may be asked again.
 */
public final class StoreAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
