package stint.installer.load;

/**
 * How many look, and at how much.
 *
 * @param web web boards that follow, at least 1
 * @param walls boards of JavaFX that follow, at least 1
 * @param taps taps at a bench, one after another, at least 1
 * @param jobs jobs of {@value #PIECES_EACH} finished pieces that a customer's page is looked up in,
 *     at least 1
 * @param asks customers who ask, one after another, at least 1
 */
public record PagesOrder(int web, int walls, int taps, int jobs, int asks) {

    /** Pieces of a job: the most that one of the atelier has (DP-1). */
    public static final int PIECES_EACH = 100;

    /** Checks the numbers. */
    public PagesOrder {
        if (web < 1 || walls < 1 || taps < 1 || jobs < 1 || asks < 1) {
            throw new IllegalArgumentException(
                    "at least one web board, one JavaFX board, one tap, one job and one customer");
        }
    }

    /** So many pieces are on the server. */
    public int pieces() {
        return jobs * PIECES_EACH;
    }
}
