package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Named things of which the newest version by canonical order holds, or the oldest where a thing
 * never changes. Used by one thread.
 *
 * @param <K> the name
 * @param <V> the thing
 */
final class Register<K extends Comparable<K>, V> {

    private record Version<V>(Event event, V value) {}

    private final Map<K, Version<V>> newest = new TreeMap<>();
    private final boolean firstHolds;
    private @Nullable Map<K, V> copy;

    /** The newest version holds. */
    Register() {
        this(false);
    }

    /**
     * @param firstHolds whether the oldest version holds, for ever
     */
    Register(boolean firstHolds) {
        this.firstHolds = firstHolds;
    }

    /** Takes a version; returns whether it is the one that holds now. */
    boolean put(K key, V value, Event event) {
        @Nullable Version<V> held = newest.get(key);
        if (held != null) {
            boolean later = Event.CANONICAL.compare(held.event(), event) <= 0;
            if (later == firstHolds) {
                return false;
            }
        }
        newest.put(key, new Version<>(event, value));
        copy = null;
        return true;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(newest.get(key)).map(Version::value);
    }

    /** All, by name; unmodifiable, and the same until one changes. */
    Map<K, V> copy() {
        Map<K, V> known = copy;
        if (known == null) {
            TreeMap<K, V> values = new TreeMap<>();
            newest.forEach((key, version) -> values.put(key, version.value()));
            known = Collections.unmodifiableMap(values);
            copy = known;
        }
        return known;
    }

    /** The events that made them known. */
    List<Event> events() {
        return newest.values().stream().map(Version::event).toList();
    }
}
