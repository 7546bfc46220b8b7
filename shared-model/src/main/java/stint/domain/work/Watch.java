package stint.domain.work;

import stint.domain.event.Fact;
import stint.domain.event.RunFact;
import stint.domain.event.SessionRule;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.TimeReading;
import stint.domain.sop.RunState;
import stint.domain.station.StationSession;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What time alone brings about, found by the one who looks (EV-1): pure functions from what is
 * known to the facts to record.
 */
public final class Watch {

    /** A terminal that was gone for so long has been abandoned (ST-5). */
    public static final Duration ABANDONED_AFTER = Duration.ofMinutes(5);

    private Watch() {}

    /** The open sessions on which nothing was recorded for so long (OS-7). */
    public static List<SessionRule> stale(FloorView floor, Instant now, Duration idle) {
        List<SessionRule> stale = new ArrayList<>();
        for (TaskState task : floor.tasks()) {
            for (Session session : task.sessions()) {
                Instant last = task.lastRecorded().get(session.core().id());
                if (session.open() && last != null && !last.plus(idle).isAfter(now)) {
                    stale.add(
                            new SessionRule.StaleClosed(
                                    task.id(),
                                    session.core().operator(),
                                    session.core().id(),
                                    idle));
                }
            }
        }
        return stale;
    }

    /**
     * The sessions to hold after a terminal was gone, as of its last sign of life; none when it was
     * back soon enough (ST-5, ST-6). The bench judges by its own store.
     *
     * @param lastHeartbeat the terminal's last sign of life
     * @param now the same terminal's clocks
     */
    public static List<SessionRule> abandoned(
            FloorView floor, StationCode station, TimeReading lastHeartbeat, TimeReading now) {
        if (!isGone(lastHeartbeat, now)) {
            return List.of();
        }
        List<SessionRule> held = new ArrayList<>();
        for (TaskState task : floor.tasks()) {
            for (Session session : task.sessions()) {
                boolean here = session.core().station().equals(station);
                if (session instanceof Session.Active && here) {
                    held.add(
                            new SessionRule.Abandoned(
                                    task.id(),
                                    session.core().operator(),
                                    session.core().id(),
                                    lastHeartbeat));
                }
            }
        }
        return held;
    }

    /**
     * All that ends or is held because a terminal was gone: who was signed on at it, and what they
     * worked on (ST-5); nothing when it was back soon enough (ST-6).
     *
     * @param lastHeartbeat as for {@link #abandoned}
     * @param now as for {@link #abandoned}
     */
    public static List<Fact> gone(
            FloorView floor, StationCode bench, TimeReading lastHeartbeat, TimeReading now) {
        if (!isGone(lastHeartbeat, now)) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(abandoned(floor, bench, lastHeartbeat, now));
        for (StationSession session : floor.stationSessions().open(bench)) {
            facts.add(new StationFact.Left(session.id(), lastHeartbeat));
        }
        floor.sops()
                .sessions()
                .filter(run -> run.state() instanceof RunState.InProgress)
                .filter(run -> run.lastStation().equals(bench))
                .forEach(run ->
                        facts.add(
                                new RunFact.RunPaused(
                                        run.id(), StationSession.AUTO_ABANDON, lastHeartbeat)));
        return facts;
    }

    /** Whether a terminal that was last alive then, and is now, was gone between (ST-5). */
    public static boolean isGone(TimeReading lastHeartbeat, TimeReading now) {
        return now.since(lastHeartbeat, true).compareTo(ABANDONED_AFTER) >= 0;
    }

    /**
     * Whom we have not heard, of those whose unsent work could change a task's number (PR-6).
     *
     * @param heard when each station was last heard
     * @param silence how long a station may be silent
     * @return station and when it was last heard, by station
     */
    public static Map<StationCode, Instant> unheard(
            TaskState task, Map<StationCode, Instant> heard, Instant now, Duration silence) {
        Map<StationCode, Instant> unheard = new TreeMap<>();
        for (Session session : task.sessions()) {
            Instant last = heard.get(session.core().station());
            if (session.open() && last != null && last.plus(silence).isBefore(now)) {
                unheard.put(session.core().station(), last);
            }
        }
        return unheard;
    }
}
