package stint.domain.work;

/**
 * How many good pieces a task may have: the one function that decides, on bench and server (PR-4).
 */
public final class Tolerance {

    private static final int BASIS_POINTS = 10_000;

    private Tolerance() {}

    /**
     * The most good pieces that are still in tolerance, rounded down to whole pieces: 52 for 50,
     * 210 for 200 at 5 %.
     *
     * @param target pieces wanted, at least 1
     * @param toleranceBasisPoints hundredths of a percent, 0 to 10,000
     */
    public static long goodMax(int target, int toleranceBasisPoints) {
        return (long) target * (BASIS_POINTS + toleranceBasisPoints) / BASIS_POINTS;
    }

    /** How many more good pieces are in tolerance; never negative. */
    public static long allowed(int target, int toleranceBasisPoints, long good) {
        return Math.max(0, goodMax(target, toleranceBasisPoints) - good);
    }
}
