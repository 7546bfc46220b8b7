package stint.station.ui.work;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Pieces scanned while another is being recorded, in their order: a scanner does not wait for a
 * disk, and nothing scanned is lost (EV-2). On the FX thread only.
 */
final class Waiting {

    private final Queue<String> codes = new ArrayDeque<>();
    private @Nullable String begun;

    /** This one is being recorded now. */
    void begun(String code) {
        begun = code;
    }

    /** One more, unless a scanner has read the same code twice. */
    void add(String code) {
        if (!code.equals(begun) && !codes.contains(code)) {
            codes.add(code);
        }
    }

    /** Takes the next, once the one before is recorded. */
    Optional<String> next() {
        begun = null;
        return Optional.ofNullable(codes.poll());
    }

    /** Takes all: none of them is recorded. */
    List<String> drop() {
        List<String> dropped = List.copyOf(codes);
        codes.clear();
        begun = null;
        return dropped;
    }
}
