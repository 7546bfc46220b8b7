package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.Recorder;

/**
 * What every question that records something shares: the answer is recorded once, what went wrong
 * is said in the question, and it can be left at any time but while it is recorded. On the FX
 * thread only.
 */
final class Answer {

    private final Bench bench;
    private final Recorder recorder;
    private final Runnable changed;
    private @Nullable Problem problem;

    /**
     * @param changed is told when there is something else to show
     */
    Answer(Bench bench, Operator operator, Runnable changed) {
        this.bench = bench;
        this.recorder = new Recorder(bench, operator);
        this.changed = changed;
        recorder.busy().addListener(property -> changed.run());
    }

    /** Whether an outcome is awaited. */
    boolean busy() {
        return recorder.busy().get();
    }

    /** What was wrong; absent when nothing is. */
    @Nullable Problem problem() {
        return problem;
    }

    /** Records it; the question goes when that is done. */
    void record(Command command) {
        problem = null;
        recorder.record(command, this::say);
    }

    /** Says what was wrong; absent for nothing any more. */
    void say(@Nullable Problem wrong) {
        problem = wrong;
        if (wrong != null) {
            bench.refused();
        }
        changed.run();
    }

    /** Leaves the question. */
    void back() {
        if (!busy()) {
            bench.dismiss();
        }
    }
}
