package stint.domain.work;

import stint.domain.event.EventId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How long an operator worked in each session: as it elapsed, and allocated, where the minutes of
 * parallel tasks are shared equally, so that no minute counts twice (OS-8).
 *
 * @param elapsed the time the session was active
 * @param allocated its share of the operator's time
 */
public record WorkTime(Duration elapsed, Duration allocated) {

    private static final WorkTime NONE = new WorkTime(Duration.ZERO, Duration.ZERO);

    private record Stretch(EventId session, Session.Span span) {

        boolean covers(Instant from, Instant to) {
            return !span.from().isAfter(from) && !span.to().isBefore(to);
        }
    }

    /**
     * The times of one operator's sessions.
     *
     * @param sessions all of one operator's; open ones count up to now
     */
    public static Map<EventId, WorkTime> of(List<Session> sessions, Instant now) {
        List<Stretch> stretches = new ArrayList<>();
        TreeSet<Instant> moments = new TreeSet<>();
        Map<EventId, WorkTime> times = new HashMap<>();
        for (Session session : sessions) {
            times.put(session.core().id(), NONE);
            for (Session.Span span : spans(session, now)) {
                stretches.add(new Stretch(session.core().id(), span));
                moments.add(span.from());
                moments.add(span.to());
            }
        }
        Instant from = null;
        for (Instant to : moments) {
            if (from != null) {
                share(stretches, from, to, times);
            }
            from = to;
        }
        return times;
    }

    private static List<Session.Span> spans(Session session, Instant now) {
        List<Session.Span> spans = new ArrayList<>(session.core().worked());
        if (session instanceof Session.Active active && active.since().isBefore(now)) {
            spans.add(new Session.Span(active.since(), now));
        }
        return spans;
    }

    private static void share(
            List<Stretch> stretches, Instant from, Instant to, Map<EventId, WorkTime> times) {
        List<EventId> running =
                stretches.stream()
                        .filter(stretch -> stretch.covers(from, to))
                        .map(Stretch::session)
                        .distinct()
                        .toList();
        Duration length = Duration.between(from, to);
        for (EventId session : running) {
            WorkTime before = times.getOrDefault(session, NONE);
            times.put(
                    session,
                    new WorkTime(
                            before.elapsed.plus(length),
                            before.allocated.plus(length.dividedBy(running.size()))));
        }
    }
}
