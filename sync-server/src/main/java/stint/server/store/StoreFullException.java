package stint.server.store;

/**
 * There is no room on the disk; nothing was stored, and the store goes on when there is room again.
 */
public final class StoreFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFullException(Throwable cause) {
        super("no room on the disk", cause);
    }
}
