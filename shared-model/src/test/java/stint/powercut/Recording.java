package stint.powercut;

import java.util.ArrayList;
import java.util.List;

/** All that reached the disk in some runs. Thread-safe. */
final class Recording {

    private final List<Write> writes;

    /** Goes on behind what reached the disk before. */
    Recording(List<Write> before) {
        writes = new ArrayList<>(before);
    }

    synchronized void add(Write write) {
        writes.add(write);
    }

    synchronized List<Write> writes() {
        return List.copyOf(writes);
    }
}
