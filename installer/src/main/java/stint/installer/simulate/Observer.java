package stint.installer.simulate;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.floor.FloorFold;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.installer.ServerClient;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.ExceptionView;
import stint.wire.protocol.TaskView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Looks at the server from outside: reads the feed as any bench does and folds it, and asks the
 * server what it made of the same events. One thread.
 */
final class Observer {

    private final ServerClient server;
    private final Map<String, Map<Integer, List<Long>>> sequences = new TreeMap<>();
    private FloorFold fold = new FloorFold();
    private String generation = "";
    private long position;

    Observer(ServerClient server) {
        this.server = server;
    }

    /** The floor as the server's whole feed tells it. */
    FloorView floor() throws IOException {
        while (true) {
            ServerClient.Page page = page();
            if (!page.header().generation().equals(generation)) {
                generation = page.header().generation();
                boolean again = position > 0;
                forget();
                if (again) {
                    continue;
                }
            }
            page.events().forEach(this::take);
            position += page.events().size();
            if (position >= page.header().last()) {
                return fold.view();
            }
        }
    }

    /** A server that was put back may not even have our position. */
    private ServerClient.Page page() throws IOException {
        try {
            return server.feed(position);
        } catch (ServerClient.RefusedException e) {
            if (position == 0) {
                throw e;
            }
            forget();
            return server.feed(0);
        }
    }

    private void forget() {
        fold = new FloorFold();
        sequences.clear();
        position = 0;
    }

    private void take(Event event) {
        EventId id = event.id();
        sequences
                .computeIfAbsent(id.station().value(), any -> new TreeMap<>())
                .computeIfAbsent(id.epoch(), any -> new ArrayList<>())
                .add(id.sequence());
        fold.apply(event);
    }

    /**
     * The exceptions that the server tells of, as its feed explains them; one that the feed does
     * not explain is told in the server's words.
     */
    List<Object> exceptions(FloorView floor, Came shape, Map<String, EventId> recorded)
            throws IOException {
        List<Object> all = new ArrayList<>();
        for (ExceptionView told : server.exceptions()) {
            all.add(
                    floor.exceptions().stream()
                            .filter(exception -> isThat(exception, told))
                            .findFirst()
                            .map(exception -> shape.exception(floor, exception, recorded))
                            .orElseGet(() -> inItsWords(told)));
        }
        return all;
    }

    private static boolean isThat(FloorException exception, ExceptionView told) {
        return exception.type().name().equals(told.type())
                && exception.claims().stream().map(EventId::toString).toList().equals(told.claims())
                && Objects.equals(
                        exception.serial() == null ? null : exception.serial().value(),
                        told.serial());
    }

    private static Map<String, Object> inItsWords(ExceptionView told) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("type", told.type());
        if (told.station() != null) {
            one.put("station", told.station());
        }
        return one;
    }

    /** The events that steps recorded, as they stand in the log: what was said stays (EV-5). */
    Map<String, Object> events(Map<String, EventId> recorded) {
        Map<String, Object> all = new TreeMap<>();
        recorded.forEach((step, id) ->
                fold.event(id)
                        .ifPresent(event -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            if (event.fact() instanceof WorkFact.Counted counted) {
                                one.put("qty", counted.quantity());
                            }
                            one.put("voided", fold.voided(id));
                            all.put(step, one);
                        }));
        return all;
    }

    /**
     * How many events the feed has of each station's epochs, in order; an epoch with a hole or a
     * number twice is told in words (EV-2).
     */
    Map<String, Object> epochs() {
        Map<String, Object> all = new TreeMap<>();
        sequences.forEach((station, epochs) ->
                all.put(station, epochs.values().stream().map(Observer::dense).toList()));
        return all;
    }

    private static Object dense(List<Long> sequences) {
        boolean dense =
                LongStream.rangeClosed(1, sequences.size())
                        .boxed()
                        .toList()
                        .equals(sequences.stream().sorted().toList());
        return dense ? sequences.size() : "not dense: " + sequences;
    }

    /** The stations at work on a task that the board says are not heard, by task (PR-6). */
    Map<TaskId, List<String>> unheard() throws IOException {
        Map<TaskId, List<String>> all = new TreeMap<>();
        for (BoardView.JobCard job : server.board().jobs()) {
            for (BoardView.TaskCard task : job.tasks()) {
                all.put(new TaskId(job.ticket(), task.sequence()), task.unheard());
            }
        }
        return all;
    }

    /** Where the server's own counts differ from the fold of its feed; nowhere, if it is right. */
    List<String> doubts(FloorView floor) throws IOException {
        List<String> doubts = new ArrayList<>();
        for (TaskView task : server.tasks()) {
            floor.tasks().stream()
                    .filter(state -> state.id().toString().equals(task.task()))
                    .filter(state ->
                            state.good() != task.good()
                                    || state.scrap() != task.scrap()
                                    || state.active() != task.active()
                                    || state.paused() != task.paused()
                                    || !state.status().word().equals(task.status()))
                    .forEach(state ->
                            doubts.add(
                                    "the server's query says %s good %d scrap %d of %s, its feed says %s good %d scrap %d"
                                            .formatted(
                                                    task.status(),
                                                    task.good(),
                                                    task.scrap(),
                                                    task.task(),
                                                    state.status().word(),
                                                    state.good(),
                                                    state.scrap())));
        }
        return doubts;
    }
}
