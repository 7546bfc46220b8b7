package stint.domain.station;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.StationStatus;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All station sessions of a floor at one moment. Immutable; any thread.
 *
 * @param byBench by the bench PC they were opened at, oldest first
 */
public record StationSessions(Map<StationCode, List<StationSession>> byBench) {

    /** Nobody ever signed on. */
    public static final StationSessions NONE = new StationSessions(Map.of());

    private static final List<StationStatus> BUSY =
            List.of(
                    StationStatus.PRODUCTION,
                    StationStatus.SETUP,
                    StationStatus.MAINTENANCE,
                    StationStatus.STOPPED);

    private static final Comparator<StationSession> BUSIEST_FIRST =
            Comparator.comparingInt((StationSession session) -> BUSY.indexOf(session.status()))
                    .thenComparing(StationSession::statusSince)
                    .thenComparing(StationSession::id);

    /**
     * How a station stands (BD-1).
     *
     * @param status what it does; of several operators the busiest counts
     * @param since since when
     * @param open who is signed on there, oldest first; empty when everybody has left
     */
    public record Standing(StationStatus status, Instant since, List<StationSession> open) {}

    /** The open ones that were opened at a bench PC, oldest first. */
    public List<StationSession> open(StationCode bench) {
        return at(bench).stream().filter(StationSession::open).toList();
    }

    /** All that were opened at a bench PC, oldest first. */
    public List<StationSession> at(StationCode bench) {
        return byBench.getOrDefault(bench, List.of());
    }

    /** All of them, by bench, oldest first. */
    public Stream<StationSession> all() {
        return byBench.values().stream().flatMap(List::stream);
    }

    /** One of them. */
    public Optional<StationSession> session(EventId id) {
        return at(id.station()).stream().filter(session -> session.id().equals(id)).findFirst();
    }

    /** An operator's open session at a bench PC; there is at most one. */
    public Optional<StationSession> of(OperatorCode operator, StationCode bench) {
        return latest(operator, bench).filter(StationSession::open);
    }

    /** An operator's last session at a bench PC, open or not. */
    public Optional<StationSession> latest(OperatorCode operator, StationCode bench) {
        return at(bench).reversed().stream()
                .filter(session -> session.operator().equals(operator))
                .findFirst();
    }

    /** How a station stands; empty when nobody ever signed on there. */
    public Optional<Standing> standing(StationCode station) {
        List<StationSession> here =
                all().filter(session -> session.station().equals(station)).toList();
        List<StationSession> open = here.stream().filter(StationSession::open).toList();
        @Nullable StationSession speaker =
                open.isEmpty()
                        ? here.stream()
                                .max(Comparator.comparing(StationSessions::lastOf))
                                .orElse(null)
                        : open.stream().min(BUSIEST_FIRST).orElse(null);
        return Optional.ofNullable(speaker)
                .map(session ->
                        open.isEmpty()
                                ? new Standing(StationStatus.STOPPED, stoppedSince(session), open)
                                : new Standing(session.status(), session.statusSince(), open));
    }

    private static Instant stoppedSince(StationSession left) {
        return left.status() == StationStatus.STOPPED ? left.statusSince() : lastOf(left);
    }

    private static Instant lastOf(StationSession session) {
        return session.end() == null ? session.statusSince() : session.end().at();
    }
}
