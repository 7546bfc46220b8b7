package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How a bench's own events hang together: where each epoch begins in its log, and what the chain is
 * before each event. Not thread-safe.
 */
final class OwnChain {

    /** The chain's hash is remembered every so many events and computed between. */
    private static final int HASH_EVERY = 64;

    private final KeptEvents.Source bodies;
    private final TreeMap<Integer, Long> firstIndexOfEpoch = new TreeMap<>();
    private final List<Hash> hashes = new ArrayList<>(List.of(Hash.ZERO));
    private Chain chain = new Chain(Hash.ZERO);
    private long last;

    /** Of no events; these are read where a hash is to be computed. */
    OwnChain(KeptEvents.Source bodies) {
        this.bodies = bodies;
    }

    /** The index of the last event. */
    long last() {
        return last;
    }

    /** The next event; the chain after it. */
    Hash add(StoredEvent event) {
        EventId id = event.id();
        last++;
        firstIndexOfEpoch.putIfAbsent(id.epoch(), last - id.sequence() + 1);
        chain.append(event.body());
        if (last % HASH_EVERY == 0) {
            hashes.add(chain.head());
        }
        return chain.head();
    }

    /** Where an event has its place; absent where nothing is known of its epoch. */
    OptionalLong find(int epoch, long sequence) {
        Long first = firstIndexOfEpoch.get(epoch);
        return first == null ? OptionalLong.empty() : OptionalLong.of(first + sequence - 1);
    }

    /** Where an event has its place, of an epoch that is here. */
    long indexOf(int epoch, long sequence) {
        return find(epoch, sequence)
                .orElseThrow(() -> new IllegalStateException("no event of epoch " + epoch));
    }

    /** The last event before another one of which the hash is at hand. */
    static long knownBefore(long index) {
        return (index - 1) / HASH_EVERY * HASH_EVERY;
    }

    /** The chain before an event. */
    Hash before(long index) {
        long from = knownBefore(index) + 1;
        Chain walk = new Chain(hashes.get((int) (from / HASH_EVERY)));
        int missing = (int) (index - from);
        if (missing > 0) {
            try {
                bodies.bodies(from, missing).forEach(walk::append);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return walk.head();
    }

    /** The last event up to which somebody holds exactly these. */
    long heldAlike(Marks marks, StationCode station) {
        long alike = 0;
        for (Map.Entry<Integer, Long> epoch : firstIndexOfEpoch.entrySet()) {
            Marks.@Nullable Mark mark = marks.of(station, epoch.getKey());
            Map.Entry<Integer, Long> next = firstIndexOfEpoch.higherEntry(epoch.getKey());
            long end = next == null ? last : next.getValue() - 1;
            long held = mark == null ? 0 : epoch.getValue() + mark.sequence() - 1;
            if (mark == null
                    || held <= alike
                    || held > end
                    || !before(held + 1).equals(mark.head())) {
                return alike;
            }
            alike = held;
            if (held < end) {
                return alike;
            }
        }
        return alike;
    }

    void write(PackedOutput out) throws IOException {
        out.all(
                firstIndexOfEpoch.entrySet(),
                epoch -> {
                    out.number(epoch.getKey());
                    out.signed(epoch.getValue());
                });
        out.all(hashes, hash -> out.bytes(hash.toBytes()));
        out.bytes(chain.head().toBytes());
        out.number(last);
    }

    /** Goes on from what {@link #write} wrote. */
    void read(PackedInput in) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            firstIndexOfEpoch.put(in.count(), in.signed());
        }
        hashes.clear();
        hashes.addAll(in.all(() -> Hash.of(in.bytes())));
        chain = new Chain(Hash.of(in.bytes()));
        last = in.number();
    }
}
