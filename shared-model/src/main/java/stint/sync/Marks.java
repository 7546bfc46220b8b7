package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.wire.Hash;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far the store holds each station's chain without a gap. Used by the single writer alone. */
public final class Marks {

    /**
     * The last event held of one (station, epoch).
     *
     * @param sequence its sequence
     * @param head the chain after it
     */
    record Mark(long sequence, Hash head) {}

    private record Key(StationCode station, int epoch) {}

    private final Map<Key, Mark> marks = new HashMap<>();
    private final Map<Key, Long> begun = new HashMap<>();

    /** Moves a mark on by one event. */
    void advance(Entry entry) {
        StationCode station = entry.event().id().station();
        int epoch = entry.event().id().epoch();
        begun.putIfAbsent(new Key(station, epoch), entry.position());
        marks.put(new Key(station, epoch), new Mark(entry.event().id().sequence(), entry.hash()));
    }

    /** Takes back an {@link #advance}; the newest first. */
    void retreat(Entry entry) {
        Key key = new Key(entry.event().id().station(), entry.event().id().epoch());
        if (begun.getOrDefault(key, 0L) == entry.position()) {
            begun.remove(key);
            marks.remove(key);
        } else {
            marks.put(key, new Mark(entry.event().id().sequence() - 1, entry.previous()));
        }
    }

    @Nullable Mark of(StationCode station, int epoch) {
        return marks.get(new Key(station, epoch));
    }

    long sequence(StationCode station, int epoch) {
        Mark mark = of(station, epoch);
        return mark == null ? 0 : mark.sequence();
    }

    /** The newest epoch of a station that began at or before a position; 0 for none. */
    int newestEpochAt(StationCode station, long position) {
        return begun.entrySet().stream()
                .filter(entry -> entry.getValue() <= position)
                .map(Map.Entry::getKey)
                .filter(key -> key.station().equals(station))
                .mapToInt(Key::epoch)
                .max()
                .orElse(0);
    }

    /** The marks of one station, by epoch. */
    SortedMap<Integer, Mark> of(StationCode station) {
        SortedMap<Integer, Mark> found = new TreeMap<>();
        marks.forEach((key, mark) -> {
            if (key.station().equals(station)) {
                found.put(key.epoch(), mark);
            }
        });
        return found;
    }

    /** The same, for another thread. */
    Marks copy() {
        Marks copy = new Marks();
        copy.marks.putAll(marks);
        copy.begun.putAll(begun);
        return copy;
    }

    void write(PackedOutput out) throws IOException {
        out.all(
                marks.entrySet(),
                mark -> {
                    Key key = mark.getKey();
                    out.name(key.station().value());
                    out.number(key.epoch());
                    out.number(mark.getValue().sequence());
                    out.bytes(mark.getValue().head().toBytes());
                    out.number(begun.getOrDefault(key, 0L));
                });
    }

    /** Reads what {@link #write} wrote. */
    static Marks read(PackedInput in) throws IOException {
        Marks read = new Marks();
        for (int left = in.count(); left > 0; left--) {
            Key key = new Key(new StationCode(in.name()), in.count());
            read.marks.put(key, new Mark(in.number(), Hash.of(in.bytes())));
            read.begun.put(key, in.number());
        }
        return read;
    }
}
