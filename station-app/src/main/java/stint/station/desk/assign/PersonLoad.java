package stint.station.desk.assign;

import stint.wire.planning.PersonView;

import java.util.Arrays;
import java.util.List;

/**
 * How much one person has before them, beside the others. Immutable.
 *
 * @param part of the most that anybody has, 0 to 1
 * @param over whether it is more than one and a half times what they have on the average
 */
record PersonLoad(PersonView person, double part, boolean over) {

    private static final double OVER = 1.5;

    /** Those who work at benches, or have something to do there. */
    static List<PersonLoad> of(PersonView[] people) {
        List<PersonView> workers =
                Arrays.stream(people)
                        .filter(person ->
                                (person.active() && person.role().equals("operator"))
                                        || person.minutes() > 0)
                        .toList();
        long most = workers.stream().mapToLong(PersonView::minutes).max().orElse(0);
        double average = workers.stream().mapToLong(PersonView::minutes).average().orElse(0);
        return workers.stream()
                .map(person ->
                        new PersonLoad(
                                person,
                                most == 0 ? 0 : (double) person.minutes() / most,
                                person.minutes() > average * OVER))
                .toList();
    }
}
