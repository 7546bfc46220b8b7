package stint.sync;

import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of a station's events the server has, and which to send next. What counts is the server's
 * mark, never how much was sent (SYNC, "acknowledgement comes from the server's mark"). Not
 * thread-safe.
 */
public final class Outbox {

    private static final class Epoch {
        private long last;
        private long mark;
        private boolean abandoned;

        private long unsent() {
            return abandoned ? 0 : last - mark;
        }
    }

    private final TreeMap<Integer, Epoch> epochs = new TreeMap<>();

    /**
     * Where the next batch begins.
     *
     * @param epoch of all its events
     * @param from its first sequence
     * @param last the last sequence that exists
     */
    public record Next(int epoch, long from, long last) {}

    /** The station recorded up to this sequence in the epoch. */
    public void recorded(int epoch, long sequence) {
        Epoch known = epochs.computeIfAbsent(epoch, any -> new Epoch());
        known.last = Math.max(known.last, sequence);
    }

    /**
     * The server said what it has. A mark that is lower than one it said before means that it was
     * restored from a backup: what is above is sent again (SY-3).
     */
    public void acknowledged(int epoch, long mark) {
        Epoch known = epochs.computeIfAbsent(epoch, any -> new Epoch());
        known.mark = Math.min(mark, known.last);
    }

    /** The server has lost its memory, or is another one: everything is asked for again. */
    public void forgetMarks() {
        for (Epoch epoch : epochs.values()) {
            epoch.mark = 0;
            epoch.abandoned = false;
        }
    }

    /** The server has other events under this epoch's numbers: its events can't be sent. */
    public void abandon(int epoch) {
        epochs.computeIfAbsent(epoch, any -> new Epoch()).abandoned = true;
    }

    /** What to send next: the oldest epoch first, so that the chain stays whole. */
    public Optional<Next> next() {
        for (Map.Entry<Integer, Epoch> entry : epochs.entrySet()) {
            Epoch epoch = entry.getValue();
            if (epoch.unsent() > 0) {
                return Optional.of(new Next(entry.getKey(), epoch.mark + 1, epoch.last));
            }
        }
        return Optional.empty();
    }

    /** All that is to be sent, an epoch each, the oldest first. */
    public List<Next> all() {
        return epochs.entrySet().stream()
                .filter(entry -> entry.getValue().unsent() > 0)
                .map(entry ->
                        new Next(entry.getKey(), entry.getValue().mark + 1, entry.getValue().last))
                .toList();
    }

    /** How many events the server is not known to have. */
    public long unsent() {
        return epochs.values().stream().mapToLong(Epoch::unsent).sum();
    }

    /** The server's mark for an epoch; 0 for none. */
    public long mark(int epoch) {
        Epoch known = epochs.get(epoch);
        return known == null ? 0 : known.mark;
    }

    /** The server's marks by epoch; what is above them it is not known to have. */
    public Map<Integer, Long> marks() {
        Map<Integer, Long> marks = new TreeMap<>();
        epochs.forEach((number, epoch) -> marks.put(number, epoch.mark));
        return marks;
    }

    void write(PackedOutput out) throws IOException {
        out.all(
                epochs.entrySet(),
                epoch -> {
                    out.number(epoch.getKey());
                    out.number(epoch.getValue().last);
                    out.number(epoch.getValue().mark);
                    out.flag(epoch.getValue().abandoned);
                });
    }

    /** Goes on from what {@link #write} wrote. */
    void read(PackedInput in) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            Epoch epoch = new Epoch();
            epochs.put(in.count(), epoch);
            epoch.last = in.number();
            epoch.mark = in.number();
            epoch.abandoned = in.flag();
        }
    }
}
