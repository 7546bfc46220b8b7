package stint.server.store;

/** The store can't take or give something now: the disk, or the index behind the journal. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what failed. */
    public StoreException(String message) {
        super(message);
    }

    /** Says what failed, and why. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
