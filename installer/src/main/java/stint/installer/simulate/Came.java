package stint.installer.simulate;

import stint.domain.event.EventId;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.Histories;
import stint.domain.work.PieceTime;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.WorkTime;
import stint.installer.scenario.FloorTime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came out, in the shape of a scenario's {@code expect}. */
final class Came {

    private static final double MS_PER_MINUTE = 60_000;

    private final FloorTime time;
    private final boolean oneJob;

    /**
     * @param oneJob whether a task is called by its name alone, or as {@code TICKET/name}
     */
    Came(FloorTime time, boolean oneJob) {
        this.time = time;
        this.oneJob = oneJob;
    }

    /**
     * A replica's floor.
     *
     * @param now open sessions count up to now
     */
    Map<String, Object> out(FloorView floor, Instant now) {
        Map<String, Object> out = new LinkedHashMap<>();
        Map<EventId, WorkTime> times = times(floor, now);
        Map<String, Object> tasks = new LinkedHashMap<>();
        Map<String, List<PieceTime>> pieces = new TreeMap<>(serialOrder());
        for (TaskState task : floor.tasks()) {
            tasks.put(name(floor, task.id()), task(floor, task, times));
            task.pieces()
                    .forEach((Serial serial, PieceTime piece) ->
                            pieces.computeIfAbsent(serial.value(), key -> new ArrayList<>())
                                    .add(piece));
        }
        out.put("tasks", tasks);
        if (!pieces.isEmpty()) {
            out.put("serials", histories(floor, pieces));
            out.put("histories", histories(floor, whole(floor)));
        }
        out.put("operators", operators(floor));
        out.put(
                "exceptions",
                floor.exceptions().stream().map(e -> exception(floor, e, Map.of())).toList());
        return out;
    }

    /** Adds to each task which stations at work on it are not heard (PR-6). */
    @SuppressWarnings("unchecked") // out() made the tree
    void addUnheard(Map<String, Object> out, Map<TaskId, List<String>> unheard, FloorView floor) {
        Map<String, Object> tasks = (Map<String, Object>) out.getOrDefault("tasks", Map.of());
        unheard.forEach((task, stations) -> {
            if (tasks.get(name(floor, task)) instanceof Map<?, ?> known) {
                ((Map<String, Object>) known).put("unheard", stations);
            }
        });
    }

    private static Map<EventId, WorkTime> times(FloorView floor, Instant now) {
        Map<EventId, WorkTime> times = new HashMap<>();
        for (Operator operator : floor.operators()) {
            times.putAll(
                    WorkTime.of(
                            Histories.ofOperator(
                                    floor, operator.code(), null, Integer.MAX_VALUE, 0),
                            now));
        }
        return times;
    }

    /** All that happened to each piece, by name or by number (SN-5). */
    private static Map<String, List<PieceTime>> whole(FloorView floor) {
        Map<String, List<PieceTime>> whole = new TreeMap<>(serialOrder());
        for (Job job : floor.jobs()) {
            for (Serial serial : job.serials()) {
                List<PieceTime> history = Histories.ofSerial(floor, serial);
                if (!history.isEmpty()) {
                    whole.put(serial.value(), history);
                }
            }
        }
        return whole;
    }

    private Map<String, Object> histories(FloorView floor, Map<String, List<PieceTime>> pieces) {
        Map<String, Object> histories = new LinkedHashMap<>();
        pieces.forEach((serial, all) -> histories.put(serial, history(floor, all)));
        return histories;
    }

    /** What an operator is at, and was at, newest first (OS-11). */
    private Map<String, Object> operators(FloorView floor) {
        Map<String, Object> operators = new LinkedHashMap<>();
        for (Operator operator : floor.operators()) {
            Map<String, Object> out = new LinkedHashMap<>();
            Histories.current(floor, operator.code())
                    .ifPresent(session -> out.put("current", name(floor, session.core().task())));
            List<Session> sessions =
                    Histories.ofOperator(floor, operator.code(), null, Integer.MAX_VALUE, 0);
            if (!sessions.isEmpty()) {
                out.put(
                        "sessions",
                        sessions.stream().map(one -> session(floor, one, Map.of())).toList());
                operators.put(operator.code().value(), out);
            }
        }
        return operators;
    }

    private String name(FloorView floor, TaskId task) {
        String plain = plainName(floor, task);
        return oneJob ? plain : task.ticket() + "/" + plain;
    }

    private static String plainName(FloorView floor, TaskId id) {
        return floor.job(id.ticket())
                .flatMap(job ->
                        job.tasks().stream().filter(task -> task.id().equals(id)).findFirst())
                .map(stint.domain.plan.Task::name)
                .orElse(id.toString());
    }

    private Map<String, Object> task(
            FloorView floor, TaskState task, Map<EventId, WorkTime> times) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("status", task.status().word());
        out.put("good", task.good());
        out.put("scrap", task.scrap());
        out.put("target", task.target());
        out.put("progress", task.progress());
        out.put("active", task.active());
        out.put("paused", task.paused());
        if (task.cancelled()) {
            out.put("cancelled", true);
        }
        floor.flow(task.id().ticket())
                .ifPresent(flow -> out.put("ready", flow.readyCount(task.id().sequence())));
        out.put(
                "atWork",
                Histories.atWork(floor, task.id()).stream()
                        .map(session -> session.core().operator().value())
                        .toList());
        out.put(
                "sessions",
                task.sessions().stream().map(session -> session(floor, session, times)).toList());
        return out;
    }

    private Map<String, Object> session(
            FloorView floor, Session session, Map<EventId, WorkTime> times) {
        Map<String, Object> out = new LinkedHashMap<>();
        Session.Core core = session.core();
        out.put("task", name(floor, core.task()));
        out.put("operator", core.operator().value());
        out.put("status", session.status());
        out.put("qty", core.good());
        if (core.scrap() > 0) {
            out.put("scrap", core.scrap());
        }
        out.put("pauseMinutes", minutes(core.paused()));
        WorkTime worked = times.get(core.id());
        if (worked != null) {
            out.put("elapsedMinutes", minutes(worked.elapsed()));
            out.put("allocatedMinutes", minutes(worked.allocated()));
        }
        out.put("station", core.station().value());
        out.put("from", time.text(core.startedAt()));
        switch (session) {
            case Session.Active active -> {
                // It has begun, and nothing more can be said.
            }
            case Session.Paused paused -> {
                if (paused.reason() != null) {
                    out.put("reason", paused.reason());
                }
            }
            case Session.Completed completed -> {
                out.put("to", time.text(completed.endedAt()));
                out.put("cause", word(completed.cause()));
            }
            case Session.Cancelled cancelled -> out.put("to", time.text(cancelled.endedAt()));
        }
        return out;
    }

    private List<Object> history(FloorView floor, List<PieceTime> pieces) {
        List<Object> history = new ArrayList<>();
        pieces.stream()
                .sorted(Comparator.comparing(PieceTime::to).thenComparing(PieceTime::task))
                .forEach(piece -> {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("task", name(floor, piece.task()));
                    out.put("operator", piece.operator().value());
                    out.put("from", time.text(piece.from()));
                    out.put("to", time.text(piece.to()));
                    out.put("minutes", minutes(piece.worked()));
                    out.put("grade", word(piece.grade()));
                    out.put("station", piece.station().value());
                    history.add(out);
                });
        return history;
    }

    /**
     * An exception.
     *
     * @param recorded the events of steps, by which its claims are called where there is one
     */
    Map<String, Object> exception(
            FloorView floor, FloorException exception, Map<String, EventId> recorded) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", exception.type().name());
        out.put("rule", exception.type().rule());
        if (exception.task() != null) {
            out.put("task", name(floor, exception.task()));
        }
        if (exception.serial() != null) {
            out.put("serial", exception.serial().value());
        }
        if (exception.operator() != null) {
            out.put("operator", exception.operator().value());
        }
        if (exception.station() != null) {
            out.put("station", exception.station().value());
        }
        out.put("claims", exception.claims().stream().map(id -> called(id, recorded)).toList());
        FloorException.Acknowledgement looked = exception.acknowledged();
        if (looked != null && looked.by() != null) {
            out.put("acknowledgedBy", looked.by().value());
            out.put("remark", looked.note());
        }
        return out;
    }

    private static String called(EventId id, Map<String, EventId> recorded) {
        return recorded.entrySet().stream()
                .filter(step -> step.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id.toString());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / MS_PER_MINUTE;
    }

    /** SN9 before SN10: shorter first, then by letters. */
    private static Comparator<String> serialOrder() {
        return Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
    }
}
