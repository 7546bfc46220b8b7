package stint.wire.snapshot;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

import java.io.IOException;

/** The identities that snapshots are full of. */
final class Ids {

    private Ids() {}

    static void write(PackedOutput out, EventId id) throws IOException {
        out.name(id.station().value());
        out.number(id.epoch());
        out.number(id.sequence());
    }

    static EventId readEvent(PackedInput in) throws IOException {
        return new EventId(new StationCode(in.name()), in.count(), in.number());
    }

    static void write(PackedOutput out, TaskId task) throws IOException {
        out.name(task.ticket());
        out.number(task.sequence());
    }

    static TaskId readTask(PackedInput in) throws IOException {
        return new TaskId(in.name(), in.count());
    }
}
