package stint.wire.snapshot;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.wire.EventCodec;
import stint.wire.UnreadableEventException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events that several parts of a snapshot speak of: each is written once, where it is spoken of
 * first, in the form it is journaled in, so that a new kind of fact needs nothing here.
 */
final class EventTable {

    private EventTable() {}

    /** Writes events. */
    static final class Out {
        private final PackedOutput out;
        private final Map<EventId, Integer> places = new HashMap<>();

        Out(PackedOutput out) {
            this.out = out;
        }

        void event(Event event) throws IOException {
            Integer known = places.putIfAbsent(event.id(), places.size());
            out.number(known == null ? 0 : known + 1);
            if (known == null) {
                out.bytes(EventCodec.encode(event));
            }
        }
    }

    /** Reads them. */
    static final class In {
        private final PackedInput in;
        private final List<Event> events = new ArrayList<>();

        In(PackedInput in) {
            this.in = in;
        }

        Event event() throws IOException {
            int number = in.count();
            if (number > events.size()) {
                throw new IOException("event " + number + " was never written");
            }
            if (number > 0) {
                return events.get(number - 1);
            }
            try {
                Event event = EventCodec.decode(in.bytes());
                events.add(event);
                return event;
            } catch (UnreadableEventException e) {
                throw new IOException("a snapshot holds an event that can't be read", e);
            }
        }
    }
}
