package stint.station.ui.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.station.ui.bench.Problem;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was typed and chosen at the work screen, and is not recorded yet. Immutable.
 *
 * @param typed a quantity or serial as typed
 * @param chosen pieces tapped
 * @param page which page of open pieces is shown, from 0
 */
record WorkDraft(String typed, Set<Serial> chosen, int page, @Nullable Problem problem) {

    /** As much as a serial may have; what is longer is a mistake and need not be kept. */
    static final int TYPED_MAX = 40;

    static final WorkDraft EMPTY = new WorkDraft("", Set.of(), 0, null);

    WorkDraft withTyped(String text) {
        return text.length() > TYPED_MAX ? this : new WorkDraft(text, chosen, page, null);
    }

    WorkDraft withToggled(Serial serial) {
        Set<Serial> changed = new LinkedHashSet<>(chosen);
        if (!changed.remove(serial)) {
            changed.add(serial);
        }
        return new WorkDraft(typed, changed, page, null);
    }

    WorkDraft withPage(int newPage) {
        return new WorkDraft(typed, chosen, newPage, problem);
    }

    WorkDraft withProblem(@Nullable Problem newProblem) {
        return new WorkDraft(typed, chosen, page, newProblem);
    }
}
