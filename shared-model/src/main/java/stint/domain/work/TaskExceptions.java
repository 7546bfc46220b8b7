package stint.domain.work;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a person should look at while a task is folded (EX-1). Used by one thread. */
final class TaskExceptions {

    private final TaskId task;
    private final List<EventId> excess = new ArrayList<>();
    private final Map<EventId, List<EventId>> afterDone = new LinkedHashMap<>();
    private final Map<EventId, Session.Core> afterDoneSessions = new LinkedHashMap<>();
    private final List<FloorException> others = new ArrayList<>();

    TaskExceptions(TaskId task) {
        this.task = task;
    }

    /**
     * More than the tolerance: one record a task, claiming every event that added to the excess
     * (PR-4).
     */
    void overProduction(Event event) {
        excess.add(event.id());
    }

    /** Work on a task that was done: one record a session (PR-5). */
    void afterDone(Session.Core session, Event event) {
        afterDoneSessions.putIfAbsent(session.id(), session);
        afterDone.computeIfAbsent(session.id(), any -> new ArrayList<>()).add(event.id());
    }

    /** The same serial again (SN-2). */
    void duplicate(Serial serial, OperatorCode operator, EventId first, Event again) {
        others.add(
                new FloorException(
                        FloorException.Type.DUPLICATE_SERIAL,
                        task,
                        serial,
                        operator,
                        again.station(),
                        List.of(first, again.id()),
                        null));
    }

    /** One operator open at two benches (OS-10). */
    void twoBenches(Session.Core earlier, Event later) {
        others.add(
                new FloorException(
                        FloorException.Type.OPERATOR_TWO_BENCHES,
                        task,
                        null,
                        earlier.operator(),
                        later.station(),
                        List.of(earlier.id(), later.id()),
                        null));
    }

    /** A rule of time was applied to a session (ST-5, OS-7). */
    void observed(FloorException.Type type, Session.Core session, Event observation) {
        others.add(
                new FloorException(
                        type,
                        task,
                        null,
                        session.operator(),
                        session.station(),
                        List.of(session.id(), observation.id()),
                        null));
    }

    List<FloorException> records() {
        List<FloorException> all = new ArrayList<>(others);
        if (!excess.isEmpty()) {
            all.add(
                    new FloorException(
                            FloorException.Type.OVER_PRODUCTION,
                            task,
                            null,
                            null,
                            null,
                            excess,
                            null));
        }
        afterDone.forEach((session, claims) -> {
            Session.Core core = afterDoneSessions.get(session);
            all.add(
                    new FloorException(
                            FloorException.Type.AFTER_DONE,
                            task,
                            null,
                            core == null ? null : core.operator(),
                            core == null ? null : core.station(),
                            claims,
                            null));
        });
        return all;
    }
}
