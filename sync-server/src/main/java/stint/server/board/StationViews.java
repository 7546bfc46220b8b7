package stint.server.board;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.domain.office.Versions;
import stint.domain.station.StationSession;
import stint.domain.station.StatusSpan;
import stint.domain.work.FloorView;
import stint.wire.protocol.StationSessionView;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Turns station sessions into the records that queries answer with (ST-3, ST-7). Pure. */
public final class StationViews {

    /** So many of a station's sessions, the newest, are given at once. */
    static final int SESSIONS_MAX = 200;

    private StationViews() {}

    /** Who is signed on, anywhere, by bench and since when. */
    public static List<StationSessionView> open(FloorView floor) {
        return floor.stationSessions()
                .all()
                .filter(StationSession::open)
                .map(session -> view(floor, session))
                .toList();
    }

    /** The sessions at a station, newest first. */
    public static List<StationSessionView> at(FloorView floor, StationCode station) {
        return floor.stationSessions()
                .all()
                .filter(session -> session.station().equals(station))
                .sorted(
                        Comparator.comparing(StationSession::openedAt)
                                .thenComparing(StationSession::id)
                                .reversed())
                .limit(SESSIONS_MAX)
                .map(session -> view(floor, session))
                .toList();
    }

    private static StationSessionView view(FloorView floor, StationSession session) {
        StationSession.Submission opening = session.opening();
        StationSession.Submission closing = session.closing();
        StationSession.End end = session.end();
        return new StationSessionView(
                session.id().toString(),
                session.bench().value(),
                session.station().value(),
                session.operator().value(),
                Views.operatorName(floor, session.operator()),
                session.openedAt(),
                opening == null ? null : opening.at(),
                by(opening),
                closing == null ? null : closing.at(),
                by(closing),
                word(session.status()),
                session.statusSince(),
                session.counters().good(),
                session.counters().scrap(),
                end == null ? null : end.at(),
                end == null ? null : word(end.cause()),
                session.timeline().stream().map(StationViews::line).toList(),
                Versions.of(session));
    }

    private static StationSessionView.StatusView line(StatusSpan span) {
        return new StationSessionView.StatusView(
                word(span.status()), span.reason(), span.note(), span.from(), span.to());
    }

    private static @Nullable String by(StationSession.@Nullable Submission submission) {
        return submission == null || submission.by() == null ? null : submission.by().value();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
