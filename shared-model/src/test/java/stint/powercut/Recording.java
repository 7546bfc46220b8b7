package stint.powercut;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** All that reached the disk in some runs. Thread-safe. */
final class Recording {

    private final List<Write> writes;
    private final UnaryOperator<Write> as;

    private Recording(List<Write> writes, UnaryOperator<Write> as) {
        this.writes = writes;
        this.as = as;
    }

    /** Goes on behind what reached the disk before. */
    Recording(List<Write> before) {
        this(new ArrayList<>(before), write -> write);
    }

    /** The same recording, for what is written in one of several directories. */
    Recording in(String directory) {
        return new Recording(writes, write -> new Write.In(directory, write));
    }

    void add(Write write) {
        synchronized (writes) {
            writes.add(as.apply(write));
        }
    }

    List<Write> writes() {
        synchronized (writes) {
            return List.copyOf(writes);
        }
    }
}
