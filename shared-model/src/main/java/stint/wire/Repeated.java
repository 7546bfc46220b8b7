package stint.wire;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What is read again and again is kept once: a shift's hundred thousand events name a few hundred
 * stations, people, tasks and sessions. Forgets the one before where two fall on one place, so it
 * never grows. Any thread.
 */
final class Repeated<T> {

    private static final Repeated<StationCode> STATIONS = new Repeated<>(StationCode::new);
    private static final Repeated<OperatorCode> OPERATORS = new Repeated<>(OperatorCode::new);
    private static final Repeated<TaskId> TASKS = new Repeated<>(TaskId::parse);
    private static final Repeated<EventId> SESSIONS = new Repeated<>(EventId::parse);
    private static final Repeated<String> WORDS = new Repeated<>(word -> word);

    /** A power of two. */
    private static final int PLACES = 1024;

    private record Kept<T>(String text, T value) {}

    private final AtomicReferenceArray<@Nullable Kept<T>> places =
            new AtomicReferenceArray<>(PLACES);
    private final Function<String, T> meaning;

    private Repeated(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    static StationCode station(String text) {
        return STATIONS.of(text);
    }

    static OperatorCode operator(String text) {
        return OPERATORS.of(text);
    }

    static TaskId task(String text) {
        return TASKS.of(text);
    }

    static EventId session(String text) {
        return SESSIONS.of(text);
    }

    static String word(String text) {
        return WORDS.of(text);
    }

    /** What the text means, refused as by the type itself. */
    private T of(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Kept<T> kept = places.getAcquire(place);
        if (kept != null && kept.text.equals(text)) {
            return kept.value;
        }
        T value = meaning.apply(text);
        places.setRelease(place, new Kept<>(text, value));
        return value;
    }
}
