package stint.station.ui.dialog;

import org.jspecify.annotations.Nullable;

import stint.station.ui.bench.Problem;
import stint.station.ui.signin.SignInView;

import java.util.List;

/**
 * What the bench refused, and who may allow it all the same. Immutable.
 *
 * @param signing whether a supervisor is asked for; before that it is only said why
 * @param title what is refused
 * @param text what would be possible
 * @param supervisors who may allow it
 * @param reasons why they might
 * @param form the supervisor's code and PIN
 * @param ready whether all is said
 * @param busy whether an outcome is awaited
 * @param problem what was wrong with the recording; absent when nothing is
 */
public record ApproveView(
        boolean signing,
        String title,
        String text,
        List<Choice> supervisors,
        List<Choice> reasons,
        SignInView form,
        boolean ready,
        boolean busy,
        @Nullable Problem problem) {

    /** Copies the lists. */
    public ApproveView {
        supervisors = List.copyOf(supervisors);
        reasons = List.copyOf(reasons);
    }
}
