package stint.wire.snapshot;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.floor.ArchivedTask;
import stint.domain.plan.Job;
import stint.domain.plan.Task;
import stint.domain.work.BatchOutput;
import stint.domain.work.FloorException;
import stint.domain.work.Grade;
import stint.domain.work.PieceTime;
import stint.domain.work.ScrapOutput;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads what {@link TaskStateWriter} wrote; codes and plans are shared objects. */
final class TaskStateReader {

    private final PackedInput in;
    private final Map<String, Job> jobs;
    private final Map<String, OperatorCode> operators = new HashMap<>();
    private final Map<String, StationCode> stations = new HashMap<>();
    private List<Serial> serials = List.of();
    private long nearMillis;

    TaskStateReader(PackedInput in, Map<String, Job> jobs) {
        this.in = in;
        this.jobs = jobs;
    }

    ArchivedTask read() throws IOException {
        TaskId id = Ids.readTask(in);
        Job known = jobs.get(id.ticket());
        serials = known == null ? List.of() : known.serials();
        long fromMillis = in.signed();
        nearMillis = in.signed();
        Job job = in.flag() ? planned(id) : null;
        TaskState state =
                new TaskState(
                        id,
                        job,
                        task(job, id),
                        in.all(() -> session(id)),
                        lastRecorded(),
                        in.signed(),
                        in.signed(),
                        pieces(id),
                        in.all(() -> piece(id)),
                        new HashSet<>(in.all(this::serial)),
                        in.all(this::output),
                        in.all(this::scrap),
                        in.optional(this::event),
                        in.optional(() -> in.instant(nearMillis)),
                        in.flag(),
                        in.all(this::exception));
        return new ArchivedTask(state, fromMillis, nearMillis);
    }

    private Job planned(TaskId id) throws IOException {
        Job job = jobs.get(id.ticket());
        if (job == null) {
            throw new IOException("the plan of " + id + " was never written");
        }
        return job;
    }

    private static @Nullable Task task(@Nullable Job job, TaskId id) {
        if (job == null) {
            return null;
        }
        return job.tasks().stream().filter(task -> task.id().equals(id)).findFirst().orElse(null);
    }

    private Map<EventId, Instant> lastRecorded() throws IOException {
        Map<EventId, Instant> moments = new HashMap<>();
        int count = in.count();
        for (int index = 0; index < count; index++) {
            EventId session = event();
            moments.put(session, in.instant(nearMillis));
        }
        return moments;
    }

    private Map<Serial, PieceTime> pieces(TaskId task) throws IOException {
        Map<Serial, PieceTime> pieces = new HashMap<>();
        for (PieceTime piece : in.all(() -> piece(task))) {
            pieces.put(piece.serial(), piece);
        }
        return pieces;
    }

    private ScrapOutput scrap() throws IOException {
        return new ScrapOutput(event(), in.count(), in.all(this::serial), in.instant(nearMillis));
    }

    private Serial serial() throws IOException {
        int number = in.count();
        if (number > serials.size()) {
            throw new IOException("the plan has no piece " + number);
        }
        return number == 0 ? new Serial(in.text()) : serials.get(number - 1);
    }

    private OperatorCode operator() throws IOException {
        return operators.computeIfAbsent(in.name(), OperatorCode::new);
    }

    private StationCode station() throws IOException {
        return stations.computeIfAbsent(in.name(), StationCode::new);
    }

    private EventId event() throws IOException {
        return new EventId(station(), in.count(), in.number());
    }

    private Session session(TaskId task) throws IOException {
        EventId id = event();
        OperatorCode operator = operator();
        StationCode station = station();
        Instant startedAt = in.instant(nearMillis);
        long good = in.signed();
        long scrap = in.signed();
        Duration paused = in.duration();
        long startedMillis = startedAt.toEpochMilli();
        List<Session.Span> worked =
                in.all(() ->
                        new Session.Span(in.instant(startedMillis), in.instant(startedMillis)));
        Session.Core core =
                new Session.Core(
                        id, task, operator, station, startedAt, good, scrap, paused, worked);
        String status = in.name();
        return switch (status) {
            case "active" -> new Session.Active(core, in.instant(nearMillis));
            case "paused" ->
                    new Session.Paused(core, in.instant(nearMillis), in.optional(in::name));
            case "completed" ->
                    new Session.Completed(core, in.instant(nearMillis), one(Session.Cause.class));
            case "cancelled" -> new Session.Cancelled(core, in.instant(nearMillis));
            default -> throw new IOException("no session is " + status);
        };
    }

    private PieceTime piece(TaskId task) throws IOException {
        Serial serial = serial();
        OperatorCode operator = operator();
        StationCode station = station();
        EventId completedBy = event();
        Hlc hlc = hlc();
        return new PieceTime(
                serial,
                task,
                operator,
                station,
                completedBy,
                hlc,
                in.instant(hlc.millis()),
                in.instant(hlc.millis()),
                in.duration(),
                one(Grade.class));
    }

    private BatchOutput output() throws IOException {
        OperatorCode operator = operator();
        StationCode station = station();
        int quantity = in.count();
        EventId completedBy = event();
        Hlc hlc = hlc();
        return new BatchOutput(
                completedBy,
                hlc,
                operator,
                station,
                quantity,
                in.instant(hlc.millis()),
                in.instant(hlc.millis()),
                in.duration(),
                one(Grade.class));
    }

    private Hlc hlc() throws IOException {
        return new Hlc(nearMillis + in.signed(), in.count());
    }

    private FloorException exception() throws IOException {
        return new FloorException(
                one(FloorException.Type.class),
                in.optional(() -> Ids.readTask(in)),
                in.optional(this::serial),
                in.optional(this::operator),
                in.optional(this::station),
                in.all(this::event),
                null);
    }

    private <T extends Enum<T>> T one(Class<T> of) throws IOException {
        return Enum.valueOf(of, in.name());
    }
}
