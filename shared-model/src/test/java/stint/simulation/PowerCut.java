package stint.simulation;

/** A machine stops in the middle of something. An error, so that nobody takes it for a failure. */
final class PowerCut extends Error {

    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("the power failed", null, false, false);
    }
}
