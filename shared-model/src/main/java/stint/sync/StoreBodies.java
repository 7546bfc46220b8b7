package stint.sync;

import stint.domain.event.Event;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Events from a server's store; a place is a position. */
record StoreBodies(EventStore store) implements LogHistory.Bodies {

    /** Reading over so many that nobody wants costs less than asking once more. */
    private static final int GAP_MAX = 32;

    private static final int RANGE_MAX = 1_000;

    @Override
    public Collection<Event> at(List<Long> places) {
        List<Event> events = new ArrayList<>(places.size());
        try {
            for (byte[] body : bodies(places.stream().sorted().toList())) {
                StoredEvent.read(body).event().ifPresent(events::add);
            }
            return events;
        } catch (UnreadableEventException | RuntimeException e) {
            throw new LogUnreadableException("the log can't be read again", e);
        }
    }

    /**
     * The bytes of the events at these positions.
     *
     * @param wanted in ascending order
     */
    List<byte[]> bodies(List<Long> wanted) {
        List<byte[]> found = new ArrayList<>(wanted.size());
        int from = 0;
        while (from < wanted.size()) {
            int to = from;
            while (to + 1 < wanted.size()
                    && wanted.get(to + 1) - wanted.get(to) <= GAP_MAX
                    && wanted.get(to + 1) - wanted.get(from) < RANGE_MAX) {
                to++;
            }
            read(wanted.subList(from, to + 1), found);
            from = to + 1;
        }
        return found;
    }

    private void read(List<Long> wanted, List<byte[]> found) {
        long first = wanted.getFirst();
        List<byte[]> bodies = store.bodies(first, wanted.getLast());
        wanted.forEach(position -> found.add(bodies.get((int) (position - first))));
    }
}
