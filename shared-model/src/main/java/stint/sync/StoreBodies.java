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
        List<Long> wanted = places.stream().sorted().toList();
        List<Event> events = new ArrayList<>(wanted.size());
        int from = 0;
        while (from < wanted.size()) {
            int to = from;
            while (to + 1 < wanted.size()
                    && wanted.get(to + 1) - wanted.get(to) <= GAP_MAX
                    && wanted.get(to + 1) - wanted.get(from) < RANGE_MAX) {
                to++;
            }
            read(wanted.subList(from, to + 1), events);
            from = to + 1;
        }
        return events;
    }

    private void read(List<Long> wanted, List<Event> events) {
        long first = wanted.getFirst();
        try {
            List<byte[]> bodies = store.bodies(first, wanted.getLast());
            for (long position : wanted) {
                StoredEvent.read(bodies.get((int) (position - first)))
                        .event()
                        .ifPresent(events::add);
            }
        } catch (UnreadableEventException | RuntimeException e) {
            throw new LogUnreadableException("position " + first + " can't be read again", e);
        }
    }
}
