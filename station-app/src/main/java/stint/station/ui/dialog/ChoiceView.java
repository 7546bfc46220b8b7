package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.domain.work.Command;
import stint.station.ui.bench.Problem;

import java.util.List;

/**
 * A question with its answers. Immutable.
 *
 * @param title the question
 * @param lines what one should know to answer it
 * @param options the answers; the way back is always there besides
 * @param busy whether an outcome is awaited
 * @param problem what was wrong; absent when nothing is
 */
public record ChoiceView(
        String title,
        List<String> lines,
        List<Option> options,
        boolean busy,
        @Nullable Problem problem) {

    /** Copies the lists. */
    public ChoiceView {
        lines = List.copyOf(lines);
        options = List.copyOf(options);
    }

    ChoiceView with(boolean nowBusy, @Nullable Problem nowProblem) {
        return new ChoiceView(title, lines, options, nowBusy, nowProblem);
    }

    /** What an answer looks like. */
    public enum Kind {
        /** The one most people want. */
        PRIMARY,
        /** As good as the others. */
        PLAIN
    }

    /**
     * An answer.
     *
     * @param id its name in the scene
     * @param hint what it does, smaller; empty where the label says it
     * @param command what it records
     */
    public record Option(String id, Kind kind, String label, String hint, Command command) {

        /** The managed reason it gives; absent for none. */
        @Nullable String reason() {
            return command instanceof Command.Hold hold ? hold.reason() : null;
        }
    }
}
