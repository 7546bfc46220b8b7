package stint.powercut;

import java.util.ArrayList;
import java.util.List;

/** All that reached the disk in a run. Thread-safe. */
final class Recording {

    private final List<Write> writes = new ArrayList<>();

    synchronized void add(Write write) {
        writes.add(write);
    }

    synchronized List<Write> writes() {
        return List.copyOf(writes);
    }
}
