package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.office.PlanRefusal.Change;
import stint.domain.plan.Operator;
import stint.domain.station.StationSession;
import stint.domain.work.Floor;
import stint.domain.work.FloorException;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of what a supervisor sets right on the floor, and what changed since one was seen. A
 * version moves with what a supervisor judges by, not with each piece. Pure.
 */
public final class Versions {

    private static final String PART = "/";

    private Versions() {}

    /** An exception's: what is claimed, and who looked at it. */
    public static String of(FloorException exception) {
        FloorException.Acknowledgement looked = exception.acknowledged();
        return String.join(
                PART,
                Integer.toString(exception.claims().size()),
                exception.claims().getLast().toString(),
                looked == null ? "" : looked.at().toString());
    }

    /** A station session's: what the station does, and whether the session is open. */
    public static String of(StationSession session) {
        return String.join(
                PART,
                session.status().name(),
                session.statusSince().toString(),
                session.end() == null ? "" : session.end().at().toString());
    }

    /** A task's: where it is, and who began to work on it. */
    public static String of(TaskState task) {
        return String.join(
                PART,
                task.cancelled() ? "CANCELLED" : task.status().name(),
                Integer.toString(task.sessions().size()),
                "");
    }

    /** What is wrong; empty where the version that was seen holds, or none was named. */
    public static Optional<PlanRefusal> check(
            Floor floor, FloorException now, @Nullable String seen) {
        if (holds(of(now), seen)) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        add(changes, "claims", part(seen, 0), Integer.toString(now.claims().size()));
        FloorException.Acknowledgement looked = now.acknowledged();
        if (looked != null && !looked.at().toString().equals(part(seen, 2))) {
            changes.add(
                    new Change(
                            "acknowledged", "", name(floor, looked.by()) + ": " + looked.note()));
        }
        Event last = floor.event(now.claims().getLast()).orElse(null);
        Instant since = looked != null ? looked.at() : last == null ? Instant.EPOCH : last.time();
        return Optional.of(
                PlanRefusal.stale(
                        now.key(),
                        looked == null ? "" : name(floor, looked.by()),
                        since.toString(),
                        changes));
    }

    /** The same for a station session. */
    public static Optional<PlanRefusal> check(
            Floor floor, StationSession now, @Nullable String seen) {
        if (holds(of(now), seen)) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        add(changes, "status", part(seen, 0), now.status().name());
        StationSession.End end = now.end();
        if (end != null) {
            changes.add(new Change("ended", "", name(floor, end.by())));
        }
        return Optional.of(
                PlanRefusal.stale(
                        now.station().value(),
                        name(floor, end == null ? now.operator() : end.by()),
                        (end == null ? now.statusSince() : end.at()).toString(),
                        changes));
    }

    /** The same for a task. */
    public static Optional<PlanRefusal> check(Floor floor, TaskState now, @Nullable String seen) {
        if (holds(of(now), seen)) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        add(changes, "status", part(seen, 0), part(of(now), 0));
        add(changes, "sessions", part(seen, 1), part(of(now), 1));
        Session last = now.sessions().isEmpty() ? null : now.sessions().getLast();
        return Optional.of(
                PlanRefusal.stale(
                        now.id().toString(),
                        last == null ? "" : name(floor, last.core().operator()),
                        last == null ? "" : last.core().startedAt().toString(),
                        changes));
    }

    private static boolean holds(String version, @Nullable String seen) {
        return seen == null || seen.isEmpty() || seen.equals(version);
    }

    private static String part(@Nullable String seen, int index) {
        String[] parts = seen == null ? new String[0] : seen.split(PART, -1);
        return index < parts.length ? parts[index] : "";
    }

    private static void add(List<Change> changes, String field, String was, String is) {
        if (!was.equals(is)) {
            changes.add(new Change(field, was, is));
        }
    }

    private static String name(Floor floor, @Nullable OperatorCode code) {
        return code == null ? "" : floor.operator(code).map(Operator::name).orElse(code.value());
    }
}
