package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.StationCode;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Named things of which one version holds: the last one in an order of the events. Used by one
 * thread.
 *
 * @param <K> the name
 * @param <V> the thing
 */
final class Register<K extends Comparable<K>, V> {

    /**
     * What the office plans holds over what a bench began by number, not knowing of it (ST-1),
     * whenever either arrives.
     */
    static final Comparator<Event> OFFICE_LAST =
            Comparator.comparing((Event event) -> event.station().equals(StationCode.SERVER))
                    .thenComparing(Event.CANONICAL);

    private record Version<V>(Event event, V value) {}

    private final Comparator<Event> order;
    private final Map<K, Version<V>> newest = new TreeMap<>();
    private @Nullable Map<K, V> copy;

    /** Of things whose newest version by canonical order holds. */
    Register() {
        this(Event.CANONICAL);
    }

    /** Of things whose last version in another total order holds. */
    Register(Comparator<Event> order) {
        this.order = order;
    }

    /** Takes a version; returns whether it is the newest now. */
    boolean put(K key, V value, Event event) {
        @Nullable Version<V> held = newest.get(key);
        if (held != null && order.compare(held.event(), event) > 0) {
            return false;
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
