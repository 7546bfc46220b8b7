package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.domain.work.Command;
import stint.domain.work.StationCommand;
import stint.station.ui.bench.Problem;

import java.util.List;

/**
 * A question with its answers. Immutable.
 *
 * @param title the question
 * @param lines what one should know to answer it
 * @param options the answers; the way back is always there besides
 * @param back the words of the way back
 * @param busy whether an outcome is awaited
 * @param problem what was wrong; absent when nothing is
 */
public record ChoiceView(
        String title,
        List<String> lines,
        List<Option> options,
        String back,
        boolean busy,
        @Nullable Problem problem) {

    /** Copies the lists. */
    public ChoiceView {
        lines = List.copyOf(lines);
        options = List.copyOf(options);
    }

    /** A question that nobody has answered yet. */
    static ChoiceView of(String title, List<String> lines, List<Option> options, String back) {
        return new ChoiceView(title, lines, options, back, false, null);
    }

    ChoiceView with(boolean nowBusy, @Nullable Problem nowProblem) {
        return new ChoiceView(title, lines, options, back, nowBusy, nowProblem);
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
            return switch (command) {
                case Command.Hold hold -> hold.reason();
                case StationCommand.SetStatus set -> set.reason();
                default -> null;
            };
        }
    }
}
