package stint.installer.load;

/**
 * How much to load a server with.
 *
 * @param benches how many come back at once, at least 1
 * @param events how many each recorded while it was away, at least 1
 * @param streams how many live streams others hold meanwhile, 0 for none
 */
public record LoadOrder(int benches, int events, int streams) {

    /** Checks the numbers. */
    public LoadOrder {
        if (benches < 1 || events < 1 || streams < 0) {
            throw new IllegalArgumentException(
                    "at least one bench, one event and no less than no stream");
        }
    }

    long total() {
        return (long) benches * events;
    }
}
