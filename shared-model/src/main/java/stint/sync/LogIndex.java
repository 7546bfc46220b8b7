package stint.sync;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.wire.StoredEvent;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Where a log holds which event: by identity, by task, and by operator and time. A place is
 * whatever number finds the event again. Some five bytes an event, in memory and in snapshots, so
 * that no database has to be asked or trusted. Used by one thread.
 */
final class LogIndex {

    private record LaneId(StationCode station, int epoch) {}

    /**
     * The places of one epoch's events, from the first one on that is no part of a base.
     *
     * <p>Where own records were let go, those behind them are read first and wait beyond. Those
     * that were fetched from before the base are there too.
     */
    private static final class Lane {
        private final long first;
        private final PackedLongs places;
        private final TreeMap<Long, Long> beyond = new TreeMap<>();

        Lane(long first, PackedLongs places) {
            this.first = first;
            this.places = places;
        }

        private long next() {
            return first + places.count();
        }

        boolean add(long sequence, long place) {
            if (sequence == next()) {
                places.add(place);
                Long waiting = beyond.remove(next());
                while (waiting != null) {
                    places.add(waiting);
                    waiting = beyond.remove(next());
                }
                return true;
            }
            return (sequence < first || sequence > next())
                    && beyond.putIfAbsent(sequence, place) == null;
        }

        OptionalLong place(long sequence) {
            if (sequence >= first && sequence < next()) {
                return OptionalLong.of(places.get((int) (sequence - first)));
            }
            Long place = beyond.get(sequence);
            return place == null ? OptionalLong.empty() : OptionalLong.of(place);
        }
    }

    /** What one operator recorded: when and where. */
    private record Trail(PackedLongs millis, PackedLongs places) {}

    private final Map<LaneId, Lane> lanes = new HashMap<>();
    private final Map<TaskId, PackedLongs> tasks = new HashMap<>();
    private final Map<OperatorCode, Trail> operators = new HashMap<>();

    /** All of an epoch up to a sequence is part of a base, and has no place here. */
    void begin(StationCode station, int epoch, long sequence) {
        lanes.put(new LaneId(station, epoch), new Lane(sequence + 1, new PackedLongs()));
    }

    /** Takes note of an event; of one that is known already only the first place counts. */
    void add(StoredEvent stored, long place) {
        EventId id = stored.id();
        Lane lane =
                lanes.computeIfAbsent(
                        new LaneId(id.station(), id.epoch()),
                        any -> new Lane(1, new PackedLongs()));
        if (lane.add(id.sequence(), place)) {
            stored.event().ifPresent(event -> add(event, place));
        }
    }

    private void add(Event event, long place) {
        TaskId task = event.task();
        if (task != null) {
            tasks.computeIfAbsent(task, any -> new PackedLongs()).add(place);
        }
        OperatorCode operator = event.operator();
        if (operator != null) {
            Trail trail =
                    operators.computeIfAbsent(
                            operator, any -> new Trail(new PackedLongs(), new PackedLongs()));
            trail.millis().add(event.hlc().millis());
            trail.places().add(place);
        }
    }

    /** Where an event is; empty for one that is not known. */
    OptionalLong place(EventId id) {
        Lane lane = lanes.get(new LaneId(id.station(), id.epoch()));
        return lane == null ? OptionalLong.empty() : lane.place(id.sequence());
    }

    /** Where the events about a task are, in order of arrival. */
    List<Long> ofTask(TaskId task) {
        List<Long> places = new ArrayList<>();
        PackedLongs known = tasks.get(task);
        if (known != null) {
            known.forEach(places::add);
        }
        return places;
    }

    /** Where an operator's events of a time are (milliseconds, both included). */
    List<Long> ofOperator(OperatorCode operator, long fromMillis, long toMillis) {
        List<Long> found = new ArrayList<>();
        Trail trail = operators.get(operator);
        if (trail != null) {
            List<Integer> wanted = new ArrayList<>();
            int[] index = {0};
            trail.millis()
                    .forEach(millis -> {
                        if (millis >= fromMillis && millis <= toMillis) {
                            wanted.add(index[0]);
                        }
                        index[0]++;
                    });
            wanted.forEach(one -> found.add(trail.places().get(one)));
        }
        return found;
    }

    /** What it is now, for another thread to write. */
    Copy copy() {
        List<Copy.OfLane> laneCopies = new ArrayList<>();
        lanes.forEach((id, lane) ->
                laneCopies.add(
                        new Copy.OfLane(
                                id.station(),
                                id.epoch(),
                                lane.first,
                                lane.places.copy(),
                                new TreeMap<>(lane.beyond))));
        List<Copy.OfTask> taskCopies = new ArrayList<>();
        tasks.forEach((task, places) -> taskCopies.add(new Copy.OfTask(task, places.copy())));
        List<Copy.OfOperator> operatorCopies = new ArrayList<>();
        operators.forEach((operator, trail) ->
                operatorCopies.add(
                        new Copy.OfOperator(
                                operator, trail.millis().copy(), trail.places().copy())));
        return new Copy(laneCopies, taskCopies, operatorCopies);
    }

    /** An index that does not change any more. */
    record Copy(List<OfLane> lanes, List<OfTask> tasks, List<OfOperator> operators) {

        private record OfLane(
                StationCode station,
                int epoch,
                long first,
                PackedLongs.Copy places,
                Map<Long, Long> beyond) {}

        private record OfTask(TaskId task, PackedLongs.Copy places) {}

        private record OfOperator(
                OperatorCode operator, PackedLongs.Copy millis, PackedLongs.Copy places) {}

        void write(PackedOutput out) throws IOException {
            out.all(
                    lanes,
                    lane -> {
                        out.name(lane.station().value());
                        out.number(lane.epoch());
                        out.number(lane.first());
                        lane.places().write(out);
                        out.all(
                                lane.beyond().entrySet(),
                                one -> {
                                    out.number(one.getKey());
                                    out.number(one.getValue());
                                });
                    });
            out.all(
                    tasks,
                    task -> {
                        out.name(task.task().ticket());
                        out.number(task.task().sequence());
                        task.places().write(out);
                    });
            out.all(
                    operators,
                    one -> {
                        out.name(one.operator().value());
                        one.millis().write(out);
                        one.places().write(out);
                    });
        }
    }

    /** Reads what {@link Copy#write} wrote. */
    static LogIndex read(PackedInput in) throws IOException {
        LogIndex index = new LogIndex();
        for (int left = in.count(); left > 0; left--) {
            LaneId id = new LaneId(new StationCode(in.name()), in.count());
            Lane lane = new Lane(in.number(), PackedLongs.read(in));
            for (int more = in.count(); more > 0; more--) {
                lane.beyond.put(in.number(), in.number());
            }
            index.lanes.put(id, lane);
        }
        for (int left = in.count(); left > 0; left--) {
            TaskId task = new TaskId(in.name(), in.count());
            index.tasks.put(task, PackedLongs.read(in));
        }
        for (int left = in.count(); left > 0; left--) {
            OperatorCode operator = new OperatorCode(in.name());
            index.operators.put(operator, new Trail(PackedLongs.read(in), PackedLongs.read(in)));
        }
        return index;
    }
}
