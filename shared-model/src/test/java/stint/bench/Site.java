package stint.bench;

import stint.domain.event.Event;
import stint.domain.event.StationCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A site's history as it reaches a server: one fifth of the benches are away for the last week, so
 * that what they recorded comes late, bench by bench.
 */
final class Site {

    /** As many events as the site records in a week. */
    private static final int WEEK = 49_000;

    private static final int EVERY_FIFTH = 5;
    private static final int BENCHES = 60;

    private final SiteHistory history = new SiteHistory(1);
    private final Set<StationCode> away =
            IntStream.rangeClosed(1, BENCHES)
                    .filter(number -> number % EVERY_FIFTH == 0)
                    .mapToObj(number -> new StationCode("BENCH-" + number))
                    .collect(Collectors.toSet());
    private final List<Event> late = new ArrayList<>();
    private final int events;
    private int made;

    /** A site that has recorded so many events. */
    Site(int events) {
        this.events = events;
    }

    /** The next events that arrive in order; fewer than wanted at the end. */
    List<Event> inOrder(int wanted) {
        List<Event> next = new ArrayList<>(wanted);
        while (next.size() < wanted && made < events) {
            Event event = history.next();
            made++;
            if (made > events - WEEK && away.contains(event.station())) {
                late.add(event);
            } else {
                next.add(event);
            }
        }
        return next;
    }

    /** What arrives late, in the order it arrives; all that came in order was asked for before. */
    List<Event> late() {
        List<Event> byBench = new ArrayList<>(late);
        byBench.sort((one, other) -> one.id().compareTo(other.id()));
        return byBench;
    }

    SiteHistory history() {
        return history;
    }
}
