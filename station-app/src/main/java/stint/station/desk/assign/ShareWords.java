package stint.station.desk.assign;

import stint.station.ui.kit.Texts;
import stint.wire.planning.ByLoadView;
import stint.wire.planning.JobDetail;
import stint.wire.planning.PersonView;
import stint.wire.planning.ShareView;
import stint.wire.planning.StepView;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Shares in words.
 *
 * @param people who there is now
 */
record ShareWords(Texts texts, Supplier<List<PersonLoad>> people) {

    String task(ShareRow row) {
        StepView step = row.step();
        String skill = step.skill();
        return step.sequence() + " · " + step.name() + (skill == null ? "" : " · " + skill);
    }

    String name(String operator) {
        if (operator.isEmpty()) {
            return texts.text("assign.nobody");
        }
        return people.get().stream()
                .map(PersonLoad::person)
                .filter(person -> person.code().equals(operator))
                .map(PersonView::name)
                .findFirst()
                .orElse(operator);
    }

    /** Somebody to whom a share may be given. */
    String offered(ShareRow row, PersonView person) {
        String load = texts.text("give.offer", person.name(), person.minutes());
        return row.fits(person.skills()) ? load : load + " · " + texts.text("give.lacks");
    }

    /** What by load would change of a task. */
    String change(JobDetail detail, ByLoadView change) {
        String step =
                detail.steps().stream()
                        .filter(any -> any.sequence() == change.sequence())
                        .map(any -> any.sequence() + " · " + any.name())
                        .findFirst()
                        .orElse("");
        return texts.text("byload.change", step, shares(change.was()), shares(change.would()));
    }

    private String shares(List<ShareView> shares) {
        return shares.isEmpty()
                ? texts.text("assign.nobody")
                : shares.stream()
                        .map(share -> name(share.operator()) + " " + share.pieces())
                        .collect(Collectors.joining(", "));
    }
}
