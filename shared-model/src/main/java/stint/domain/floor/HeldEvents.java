package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one station's epoch that are at hand, by sequence number: nearly dense, appended at
 * the end and let go of at the beginning. Used by one thread.
 */
final class HeldEvents {

    private static final int PAGE_BITS = 8;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;

    private static final class Page {
        private final @Nullable Event[] events = new Event[PAGE_SIZE];
        private int held;
    }

    private final Map<Long, Page> pages = new HashMap<>();
    private @Nullable Page last;
    private long lastNumber = -1;

    private @Nullable Page page(long sequence) {
        long number = sequence >>> PAGE_BITS;
        if (number != lastNumber) {
            last = pages.get(number);
            lastNumber = number;
        }
        return last;
    }

    void put(Event event) {
        long sequence = event.id().sequence();
        Page page = page(sequence);
        if (page == null) {
            page = new Page();
            last = page;
            pages.put(lastNumber, page);
        }
        int place = (int) sequence & (PAGE_SIZE - 1);
        page.held += page.events[place] == null ? 1 : 0;
        page.events[place] = event;
    }

    @Nullable Event get(long sequence) {
        Page page = pages.get(sequence >>> PAGE_BITS);
        return page == null ? null : page.events[(int) sequence & (PAGE_SIZE - 1)];
    }

    void letGo(long sequence) {
        Page page = pages.get(sequence >>> PAGE_BITS);
        int place = (int) sequence & (PAGE_SIZE - 1);
        if (page == null || page.events[place] == null) {
            return;
        }
        page.events[place] = null;
        page.held--;
        if (page.held == 0) {
            pages.remove(sequence >>> PAGE_BITS);
            lastNumber = -1;
            last = null;
        }
    }

    /** All of them, in no order. */
    List<Event> all() {
        List<Event> all = new ArrayList<>();
        for (Page page : pages.values()) {
            for (Event event : page.events) {
                if (event != null) {
                    all.add(event);
                }
            }
        }
        return all;
    }
}
