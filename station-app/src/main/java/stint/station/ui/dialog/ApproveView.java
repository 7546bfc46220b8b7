package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.station.ui.bench.Problem;
import stint.station.ui.signin.SignInView;

import java.util.List;

/**
 * What takes a supervisor, and who may allow it. Immutable.
 *
 * @param signing whether a supervisor is asked for; before that it is only said why
 * @param title what it is about
 * @param text what they should know
 * @param lines more of it, smaller
 * @param supervisors who may allow it
 * @param reasons why they might; none where no reason is asked for
 * @param form the supervisor's code and PIN
 * @param allow the words of the button that allows it
 * @param ready whether all is said
 * @param busy whether an outcome is awaited
 * @param problem what was wrong with the recording; absent when nothing is
 */
public record ApproveView(
        boolean signing,
        String title,
        String text,
        List<String> lines,
        List<Choice> supervisors,
        List<Choice> reasons,
        SignInView form,
        String allow,
        boolean ready,
        boolean busy,
        @Nullable Problem problem) {

    /** Copies the lists. */
    public ApproveView {
        lines = List.copyOf(lines);
        supervisors = List.copyOf(supervisors);
        reasons = List.copyOf(reasons);
    }
}
