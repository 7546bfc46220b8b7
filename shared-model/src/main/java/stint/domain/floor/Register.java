package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Named things of which the newest version by canonical order holds. Used by one thread.
 *
 * @param <K> the name
 * @param <V> the thing
 */
final class Register<K extends Comparable<K>, V> {

    private record Version<V>(Event event, V value) {}

    private final Map<K, Version<V>> newest = new TreeMap<>();

    /** Takes a version; returns whether it is the newest now. */
    boolean put(K key, V value, Event event) {
        @Nullable Version<V> held = newest.get(key);
        if (held != null && Event.CANONICAL.compare(held.event(), event) > 0) {
            return false;
        }
        newest.put(key, new Version<>(event, value));
        return true;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(newest.get(key)).map(Version::value);
    }

    /** All, by name. */
    List<V> values() {
        List<V> values = new ArrayList<>(newest.size());
        for (Version<V> version : newest.values()) {
            values.add(version.value());
        }
        return List.copyOf(values);
    }

    Map<K, V> copy() {
        Map<K, V> copy = new TreeMap<>();
        newest.forEach((key, version) -> copy.put(key, version.value()));
        return copy;
    }
}
