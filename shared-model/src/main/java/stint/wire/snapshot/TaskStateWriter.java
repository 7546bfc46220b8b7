package stint.wire.snapshot;

import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.Serial;
import stint.domain.floor.ArchivedTask;
import stint.domain.plan.Job;
import stint.domain.work.BatchOutput;
import stint.domain.work.FloorException;
import stint.domain.work.PieceTime;
import stint.domain.work.ScrapOutput;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes what tasks came to. Moments are written as differences from the task's last one, serials
 * by their place in the job's plan. Used by one thread.
 */
final class TaskStateWriter {

    private final PackedOutput out;
    private final Map<String, Job> jobs;
    private String serialsOf = "";
    private final Map<Serial, Integer> places = new HashMap<>();
    private long nearMillis;

    TaskStateWriter(PackedOutput out, Map<String, Job> jobs) {
        this.out = out;
        this.jobs = jobs;
    }

    void write(ArchivedTask task) throws IOException {
        TaskState state = task.state();
        knowSerials(state);
        nearMillis = task.toMillis();
        Ids.write(out, state.id());
        out.signed(task.fromMillis());
        out.signed(task.toMillis());
        out.flag(state.job() != null);
        out.all(state.sessions(), this::write);
        out.all(
                state.lastRecorded().entrySet(),
                recorded -> {
                    Ids.write(out, recorded.getKey());
                    out.instant(recorded.getValue(), nearMillis);
                });
        out.signed(state.good());
        out.signed(state.scrap());
        out.all(state.pieces().values(), this::write);
        out.all(state.rework(), this::write);
        out.all(state.awaitingRework(), this::write);
        out.all(state.outputs(), this::write);
        out.all(state.scraps(), this::write);
        out.optional(state.doneBy(), (EventId id) -> Ids.write(out, id));
        out.optional(state.doneAt(), instant -> out.instant(instant, nearMillis));
        out.flag(state.cancelled());
        out.all(state.exceptions(), this::write);
    }

    private void knowSerials(TaskState state) {
        Job planned = jobs.get(state.id().ticket());
        if (state.job() != null && !Objects.equals(state.job(), planned)) {
            throw new IllegalArgumentException(state.id() + " is not of the plan that holds");
        }
        if (!serialsOf.equals(state.id().ticket())) {
            places.clear();
            serialsOf = state.id().ticket();
            List<Serial> serials = planned == null ? List.of() : planned.serials();
            for (int place = 0; place < serials.size(); place++) {
                places.putIfAbsent(serials.get(place), place);
            }
        }
    }

    private void write(Serial serial) throws IOException {
        Integer place = places.get(serial);
        out.number(place == null ? 0 : place + 1);
        if (place == null) {
            out.text(serial.value());
        }
    }

    private void write(ScrapOutput scrap) throws IOException {
        Ids.write(out, scrap.recordedBy());
        out.number(scrap.quantity());
        out.all(scrap.serials(), this::write);
        out.instant(scrap.at(), nearMillis);
    }

    private void write(Session session) throws IOException {
        Session.Core core = session.core();
        Ids.write(out, core.id());
        out.name(core.operator().value());
        out.name(core.station().value());
        out.instant(core.startedAt(), nearMillis);
        out.signed(core.good());
        out.signed(core.scrap());
        out.duration(core.paused());
        long startedMillis = core.startedAt().toEpochMilli();
        out.all(
                core.worked(),
                span -> {
                    out.instant(span.from(), startedMillis);
                    out.instant(span.to(), startedMillis);
                });
        out.name(session.status());
        switch (session) {
            case Session.Active active -> {
                out.instant(active.since(), nearMillis);
            }
            case Session.Paused paused -> {
                out.instant(paused.since(), nearMillis);
                out.optional(paused.reason(), out::name);
            }
            case Session.Completed completed -> {
                out.instant(completed.endedAt(), nearMillis);
                out.name(completed.cause().name());
            }
            case Session.Cancelled cancelled -> {
                out.instant(cancelled.endedAt(), nearMillis);
            }
        }
    }

    private void write(PieceTime piece) throws IOException {
        write(piece.serial());
        out.name(piece.operator().value());
        out.name(piece.station().value());
        writeOutcome(piece.completedBy(), piece.hlc());
        long millis = piece.hlc().millis();
        out.instant(piece.from(), millis);
        out.instant(piece.to(), millis);
        out.duration(piece.worked());
        out.name(piece.grade().name());
    }

    private void write(BatchOutput output) throws IOException {
        out.name(output.operator().value());
        out.name(output.station().value());
        out.number(output.quantity());
        writeOutcome(output.completedBy(), output.hlc());
        long millis = output.hlc().millis();
        out.instant(output.from(), millis);
        out.instant(output.to(), millis);
        out.duration(output.worked());
        out.name(output.grade().name());
    }

    private void writeOutcome(EventId completedBy, Hlc hlc) throws IOException {
        Ids.write(out, completedBy);
        out.signed(hlc.millis() - nearMillis);
        out.number(hlc.counter());
    }

    private void write(FloorException exception) throws IOException {
        out.name(exception.type().name());
        out.optional(exception.task(), task -> Ids.write(out, task));
        out.optional(exception.serial(), this::write);
        out.optional(exception.operator(), operator -> out.name(operator.value()));
        out.optional(exception.station(), station -> out.name(station.value()));
        out.all(exception.claims(), (EventId id) -> Ids.write(out, id));
    }
}
