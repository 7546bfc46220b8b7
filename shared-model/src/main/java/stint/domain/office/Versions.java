package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.WorkFact;
import stint.domain.office.PlanRefusal.Change;
import stint.domain.plan.Operator;
import stint.domain.sop.LogEntry;
import stint.domain.sop.WorkSession;
import stint.domain.station.StationSession;
import stint.domain.work.Floor;
import stint.domain.work.FloorException;
import stint.domain.work.Session;
import stint.domain.work.TaskState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions of what a supervisor sets right on the floor, and what changed since one was seen. A
 * version moves with what a supervisor judges by, not with each piece. Pure.
 */
public final class Versions {

    private static final String PART = "/";

    /** What is done to a guided run more than once, by the field that counts it. */
    private static final Map<String, LogEntry.Action> COUNTED =
            Map.of(
                    "checked", LogEntry.Action.CHECKED,
                    "overridden", LogEntry.Action.OVERRIDDEN,
                    "paused", LogEntry.Action.PAUSED,
                    "resumed", LogEntry.Action.RESUMED,
                    "takenBack", LogEntry.Action.TAKEN_BACK);

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

    /** An event's: what it counts, and what was said of it afterwards (EV-5). */
    public static String of(Floor floor, Event event) {
        return String.join(
                PART,
                event.fact() instanceof WorkFact.Counted
                        ? Integer.toString(floor.quantity(event))
                        : "",
                floor.voided(event.id()) ? "VOIDED" : "RECORDED",
                Long.toString(said(floor, event).count()));
    }

    /** What was said of an event, and of that. */
    private static Stream<Event> said(Floor floor, Event event) {
        return floor.corrections(event.id()).stream()
                .flatMap(correction ->
                        Stream.concat(Stream.of(correction), said(floor, correction)));
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

    /** The same for an event. */
    public static Optional<PlanRefusal> check(Floor floor, Event now, @Nullable String seen) {
        String version = of(floor, now);
        if (holds(version, seen)) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        add(changes, "quantity", part(seen, 0), part(version, 0));
        add(changes, "status", part(seen, 1), part(version, 1));
        Event last = said(floor, now).max(Event.CANONICAL).orElse(now);
        return Optional.of(
                PlanRefusal.stale(
                        now.id().toString(),
                        name(floor, last.operator()),
                        last.time().toString(),
                        changes));
    }

    /**
     * The same for a guided run, whose version is a number. Empty for an approved one too: that it
     * is locked is said, and noted, first (SOP-5).
     */
    public static Optional<PlanRefusal> check(
            Floor floor, WorkSession now, @Nullable Integer seen) {
        if (seen == null || now.locked() || seen == now.revision()) {
            return Optional.empty();
        }
        List<LogEntry> log = now.happened();
        List<LogEntry> before = log.subList(0, Math.clamp(seen, 0, log.size()));
        List<Change> changes = new ArrayList<>();
        COUNTED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field ->
                        add(
                                changes,
                                field.getKey(),
                                Long.toString(count(before, field.getValue())),
                                Long.toString(count(log, field.getValue()))));
        LogEntry last = log.getLast();
        if (!now.open() && before.size() < log.size()) {
            changes.add(new Change("status", "", now.state().word().toUpperCase(Locale.ROOT)));
        }
        return Optional.of(
                PlanRefusal.stale(
                        now.sop(), name(floor, last.by()), last.at().toString(), changes));
    }

    private static long count(List<LogEntry> log, LogEntry.Action action) {
        return log.stream().filter(entry -> entry.action() == action).count();
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
