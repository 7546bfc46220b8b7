package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the board on the wall shows, at one position of the feed (BD-1). Jobs are in the order
 * of their tickets, so that cards keep their place.
 *
 * @param site the site
 * @param generation which life of the server's store this is
 * @param position what it includes
 * @param serverTimeMs the server's clock, milliseconds since 1970 UTC
 * @param jobs by ticket
 * @param stations by code
 * @param exceptions the open ones
 * @param totals over all tasks
 * @param shift what was made since the shift began; absent from a server of an earlier release
 */
public record BoardView(
        String site,
        String generation,
        long position,
        long serverTimeMs,
        List<JobCard> jobs,
        List<StationCard> stations,
        List<ExceptionView> exceptions,
        Totals totals,
        @Nullable Shift shift) {

    /** A board that says nothing of the shift. */
    public BoardView(
            String site,
            String generation,
            long position,
            long serverTimeMs,
            List<JobCard> jobs,
            List<StationCard> stations,
            List<ExceptionView> exceptions,
            Totals totals) {
        this(site, generation, position, serverTimeMs, jobs, stations, exceptions, totals, null);
    }

    /** Copies the lists. */
    public BoardView {
        jobs = List.copyOf(jobs);
        stations = List.copyOf(stations);
        exceptions = List.copyOf(exceptions);
    }

    /**
     * One job.
     *
     * @param ticket its code
     * @param name what people call it
     * @param line the badge: {@code ATELIER} or {@code OEM}
     * @param target pieces wanted
     * @param due when it is due
     * @param late not done, and due before today
     * @param done all tasks are done
     * @param tasks in their order
     */
    public record JobCard(
            String ticket,
            String name,
            String line,
            int target,
            @Nullable LocalDate due,
            boolean late,
            boolean done,
            List<TaskCard> tasks) {

        /** Copies the list. */
        public JobCard {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * One task of a job.
     *
     * @param sequence its number
     * @param name the step's name
     * @param status {@code pending}, {@code in_progress}, {@code done}
     * @param target pieces wanted
     * @param good good pieces
     * @param scrap scrapped pieces
     * @param progress good over target, 1 for 100 %
     * @param active who is at work
     * @param paused who pauses
     * @param unheard stations with an open session here that have not been heard from for a while
     *     (PR-6)
     */
    public record TaskCard(
            int sequence,
            String name,
            String status,
            boolean cancelled,
            int target,
            long good,
            long scrap,
            double progress,
            List<Person> active,
            List<Person> paused,
            List<String> unheard) {

        /** Copies the lists. */
        public TaskCard {
            active = List.copyOf(active);
            paused = List.copyOf(paused);
            unheard = List.copyOf(unheard);
        }
    }

    /**
     * Somebody at a task.
     *
     * @param operator the worker code
     * @param name the name to show
     * @param station where
     * @param since since when in this state
     */
    public record Person(String operator, String name, String station, Instant since) {}

    /**
     * One station.
     *
     * @param code as printed on the bench
     * @param lastHeard when it last spoke to the server; absent for never since the server's start
     * @param ageSeconds how long ago that is, −1 for never
     * @param online whether that is short enough ago
     * @param operators worker codes with an active session there
     * @param status what it does, as its operators say: {@code production}, {@code setup}, {@code
     *     maintenance}, {@code stopped}; absent where nobody ever signed on, and from a server of
     *     an earlier release
     * @param since since when; absent with the status
     * @param signedOn worker codes that are signed on there
     * @param area the part of the floor it stands in; absent where nobody says
     */
    public record StationCard(
            String code,
            @Nullable Instant lastHeard,
            long ageSeconds,
            boolean online,
            List<String> operators,
            @Nullable String status,
            @Nullable Instant since,
            @Nullable List<String> signedOn,
            @Nullable String area) {

        /** A station of no area. */
        public StationCard(
                String code,
                @Nullable Instant lastHeard,
                long ageSeconds,
                boolean online,
                List<String> operators,
                @Nullable String status,
                @Nullable Instant since,
                @Nullable List<String> signedOn) {
            this(code, lastHeard, ageSeconds, online, operators, status, since, signedOn, null);
        }

        /** Copies the lists. */
        public StationCard {
            operators = List.copyOf(operators);
            signedOn = signedOn == null ? List.of() : List.copyOf(signedOn);
        }

        /** Of a station where nobody ever signed on. */
        public StationCard(
                String code,
                @Nullable Instant lastHeard,
                long ageSeconds,
                boolean online,
                List<String> operators) {
            this(code, lastHeard, ageSeconds, online, operators, null, null, List.of());
        }
    }

    /**
     * What was made since the shift began (BD-1).
     *
     * @param since when it began
     * @param good good pieces
     * @param scrap scrapped pieces
     * @param jobs the same for each job that any were made of, by ticket
     */
    public record Shift(Instant since, long good, long scrap, Map<String, Made> jobs) {

        /** Copies the map, in order. */
        public Shift {
            jobs = Collections.unmodifiableSortedMap(new TreeMap<>(jobs));
        }
    }

    /** Pieces of a job, good and scrapped. */
    public record Made(long good, long scrap) {}

    /**
     * Pieces over all tasks.
     *
     * @param good good pieces
     * @param scrap scrapped pieces
     * @param active open active sessions
     * @param paused open paused sessions
     * @param tasksDone tasks that are done
     * @param tasks all tasks that are not cancelled
     */
    public record Totals(long good, long scrap, int active, int paused, int tasksDone, int tasks) {}
}
