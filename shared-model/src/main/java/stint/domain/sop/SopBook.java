package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All SOPs and work sessions of a floor at one moment. Immutable; any thread.
 *
 * @param lines the SOPs, by code
 * @param byWorker the work sessions, by worker, newest first
 */
public record SopBook(Map<String, SopLine> lines, Map<OperatorCode, List<WorkSession>> byWorker) {

    /** No SOP was ever written. */
    public static final SopBook NONE = new SopBook(Map.of(), Map.of());

    /** Newest first; equal ones in a stable order (SOP-3). */
    public static final Comparator<WorkSession> NEWEST_FIRST =
            Comparator.comparing(WorkSession::startedAt).thenComparing(WorkSession::id).reversed();

    /** An SOP by its code, deleted or not. */
    public Optional<SopLine> line(String code) {
        return Optional.ofNullable(lines.get(code));
    }

    /** All SOPs that were not deleted, by code. */
    public List<SopLine> present() {
        return lines.values().stream().filter(line -> line.deleted() == null).toList();
    }

    /** The version to work by, of an SOP. */
    public Optional<Sop> confirmed(String code) {
        return line(code).flatMap(SopLine::confirmed);
    }

    /** The SOPs that guide an operation, in the versions to work by, by code (SOP-1). */
    public List<Sop> guiding(String operation) {
        return lines.values().stream()
                .flatMap(line -> line.confirmed().stream())
                .filter(sop -> sop.guides(operation))
                .toList();
    }

    /** All work sessions, by worker, newest first. */
    public Stream<WorkSession> sessions() {
        return byWorker.values().stream().flatMap(Collection::stream);
    }

    /** A worker's work sessions, newest first (SOP-3). */
    public List<WorkSession> of(OperatorCode worker) {
        return byWorker.getOrDefault(worker, List.of());
    }

    /**
     * Work sessions, newest first (SOP-3).
     *
     * @param worker whose; null for everybody's
     */
    public List<WorkSession> newestFirst(@Nullable OperatorCode worker) {
        return worker == null ? sessions().sorted(NEWEST_FIRST).toList() : of(worker);
    }

    /** One of them. */
    public Optional<WorkSession> session(EventId id) {
        return sessions().filter(session -> session.id().equals(id)).findFirst();
    }

    /** A worker's open sessions: one, or more where benches did not know of each other (SOP-9). */
    public List<WorkSession> open(OperatorCode worker) {
        return of(worker).stream().filter(WorkSession::open).toList();
    }

    /** What a worker is at: the one in progress, else the newest open one (SOP-3). */
    public Optional<WorkSession> current(OperatorCode worker) {
        List<WorkSession> open = open(worker);
        return open.stream()
                .filter(session -> session.state() instanceof RunState.InProgress)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** The open sessions of an SOP, whatever their version (SOP-6). */
    public List<WorkSession> openOf(String sop) {
        return sessions().filter(session -> session.open() && session.sop().equals(sop)).toList();
    }
}
