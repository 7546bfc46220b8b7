package stint.installer.simulate;

import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.work.FloorException;
import stint.domain.work.FloorView;
import stint.domain.work.PieceTime;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.installer.scenario.FloorTime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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

    Map<String, Object> out(FloorView floor) {
        Map<String, Object> out = new LinkedHashMap<>();
        Map<String, Object> tasks = new LinkedHashMap<>();
        Map<String, List<PieceTime>> pieces = new TreeMap<>(serialOrder());
        for (TaskState task : floor.tasks()) {
            tasks.put(name(floor, task.id()), task(task));
            task.pieces()
                    .forEach((Serial serial, PieceTime piece) ->
                            pieces.computeIfAbsent(serial.value(), key -> new ArrayList<>())
                                    .add(piece));
        }
        out.put("tasks", tasks);
        if (!pieces.isEmpty()) {
            Map<String, Object> serials = new LinkedHashMap<>();
            pieces.forEach((serial, all) -> serials.put(serial, history(floor, all)));
            out.put("serials", serials);
        }
        out.put("exceptions", floor.exceptions().stream().map(e -> exception(floor, e)).toList());
        return out;
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

    private Map<String, Object> task(TaskState task) {
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
        out.put("sessions", task.sessions().stream().map(this::session).toList());
        return out;
    }

    private Map<String, Object> session(Session session) {
        Map<String, Object> out = new LinkedHashMap<>();
        Session.Core core = session.core();
        out.put("operator", core.operator().value());
        out.put("status", session.status());
        out.put("qty", core.good());
        if (core.scrap() > 0) {
            out.put("scrap", core.scrap());
        }
        out.put("pauseMinutes", minutes(core.paused()));
        out.put("station", core.station().value());
        out.put("from", time.text(core.startedAt()));
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

    private Map<String, Object> exception(FloorView floor, FloorException exception) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", exception.type().name());
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
        return out;
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
