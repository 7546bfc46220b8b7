package stint.station.ui.work;

import stint.domain.work.Session;
import stint.domain.work.Session.Span;
import stint.domain.work.TaskState;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How fast somebody is in one session: a pure function of what is recorded.
 *
 * @param worked all work in the session, pauses left out
 * @param sinceLast work since the session's last complete, or its start: so long this piece takes
 *     already (SN-3)
 * @param perPiece work per good piece; empty before it means anything
 */
record Pace(Duration worked, Duration sinceLast, Optional<Duration> perPiece) {

    /** A pace out of less than this is chance. */
    private static final Duration MEANINGFUL = Duration.ofMinutes(2);

    static Pace of(TaskState task, Session session, Instant now) {
        Session.Core core = session.core();
        List<Span> spans = new ArrayList<>(core.worked());
        if (session instanceof Session.Active active && active.since().isBefore(now)) {
            spans.add(new Span(active.since(), now));
        }
        Instant last = lastComplete(task, core);
        Duration sinceLast = since(spans, last);
        Duration worked = since(spans, core.startedAt());
        Duration onPieces = worked.minus(sinceLast);
        return new Pace(
                worked,
                sinceLast,
                core.good() == 0 || onPieces.compareTo(MEANINGFUL) < 0
                        ? Optional.empty()
                        : Optional.of(onPieces.dividedBy(core.good())));
    }

    private static Instant lastComplete(TaskState task, Session.Core core) {
        Stream<Instant> pieces =
                Stream.concat(task.pieces().values().stream(), task.rework().stream())
                        .filter(piece -> piece.operator().equals(core.operator()))
                        .map(piece -> piece.to());
        Stream<Instant> batches =
                task.outputs().stream()
                        .filter(output -> output.operator().equals(core.operator()))
                        .map(output -> output.to());
        return Stream.concat(pieces, batches)
                .filter(core.startedAt()::isBefore)
                .max(Instant::compareTo)
                .orElse(core.startedAt());
    }

    private static Duration since(List<Span> spans, Instant from) {
        return spans.stream()
                .filter(span -> span.to().isAfter(from))
                .map(span ->
                        Duration.between(span.from().isAfter(from) ? span.from() : from, span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
