package stint.server.board;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.plan.Job;
import stint.domain.plan.Station;
import stint.domain.station.StationSessions;
import stint.domain.work.FloorView;
import stint.domain.work.Session;
import stint.domain.work.TaskState;
import stint.domain.work.TaskStatus;
import stint.server.reconcile.Picture;
import stint.wire.protocol.BoardView;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes the board from a picture of the floor (BD-1). Pure. */
public final class Boards {

    /** A station not heard from for longer is shown as not heard from (ST-5, PR-6). */
    public static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    /** A job that is done stays on the board for so long. */
    private static final Duration DONE_SHOWN = Duration.ofHours(24);

    private final String site;
    private final String generation;
    private final Picture picture;
    private final Map<StationCode, Instant> heard;
    private final TimeReading now;
    private final Shift shift;
    private final Map<StationCode, TreeSet<String>> atWork = new HashMap<>();

    /**
     * The shift that is on.
     *
     * @param since when it began
     * @param made what a task made since then
     */
    public record Shift(Instant since, Function<TaskState, BoardView.Made> made) {}

    private Boards(
            String site,
            String generation,
            Picture picture,
            Map<StationCode, Instant> heard,
            TimeReading now,
            Shift shift) {
        this.site = site;
        this.generation = generation;
        this.picture = picture;
        this.heard = heard;
        this.now = now;
        this.shift = shift;
        picture.floor().tasks().forEach(task -> task.sessions().forEach(this::seat));
    }

    private void seat(Session session) {
        if (session instanceof Session.Active) {
            Session.Core core = session.core();
            atWork.computeIfAbsent(core.station(), any -> new TreeSet<>())
                    .add(core.operator().value());
        }
    }

    /**
     * The board.
     *
     * @param heard when each station last spoke to the server
     * @param now the server's clocks; today is the day of their zone
     * @param shift what was made since it began
     */
    public static BoardView board(
            String site,
            String generation,
            Picture picture,
            Map<StationCode, Instant> heard,
            TimeReading now,
            Shift shift) {
        return new Boards(site, generation, picture, heard, now, shift).board();
    }

    private BoardView board() {
        FloorView floor = picture.floor();
        return new BoardView(
                site,
                generation,
                picture.position(),
                now.time().toEpochMilli(),
                floor.jobs().stream().flatMap(job -> job(job).stream()).toList(),
                stations(),
                Views.openExceptions(picture),
                totals(floor.tasks()),
                shift(floor));
    }

    private BoardView.Shift shift(FloorView floor) {
        Map<String, BoardView.Made> made = new TreeMap<>();
        for (TaskState task : floor.tasks()) {
            BoardView.Made here = shift.made().apply(task);
            if (here.good() + here.scrap() > 0) {
                made.merge(task.id().ticket(), here, Boards::plus);
            }
        }
        BoardView.Made all = made.values().stream().reduce(new BoardView.Made(0, 0), Boards::plus);
        return new BoardView.Shift(shift.since(), all.good(), all.scrap(), made);
    }

    private static BoardView.Made plus(BoardView.Made one, BoardView.Made other) {
        return new BoardView.Made(one.good() + other.good(), one.scrap() + other.scrap());
    }

    /** A job that has long been done is no longer for the wall. */
    private boolean isPast(List<TaskState> tasks) {
        Instant before = now.time().minus(DONE_SHOWN);
        Instant last =
                tasks.stream()
                        .map(TaskState::doneAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return last != null && last.isBefore(before);
    }

    private Optional<BoardView.JobCard> job(Job job) {
        List<TaskState> tasks =
                job.tasks().stream()
                        .map(task -> picture.floor().task(task.id()).orElse(null))
                        .filter(Objects::nonNull)
                        .toList();
        boolean done =
                tasks.stream()
                        .allMatch(task -> task.cancelled() || task.status() == TaskStatus.DONE);
        if (done && isPast(tasks)) {
            return Optional.empty();
        }
        return Optional.of(card(job, tasks, done));
    }

    private BoardView.JobCard card(Job job, List<TaskState> tasks, boolean done) {
        return new BoardView.JobCard(
                job.ticket(),
                job.name(),
                job.line().name(),
                job.target(),
                job.due(),
                !done && job.due() != null && job.due().isBefore(today()),
                done,
                tasks.stream().map(this::task).toList());
    }

    private LocalDate today() {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(now.zoneOffsetMinutes() * 60);
        return LocalDate.ofInstant(now.time(), zone);
    }

    private BoardView.TaskCard task(TaskState task) {
        TreeSet<String> unheard = new TreeSet<>();
        for (Session session : task.sessions()) {
            StationCode station = session.core().station();
            if (session.open() && !online(station)) {
                unheard.add(station.value());
            }
        }
        return new BoardView.TaskCard(
                task.id().sequence(),
                Views.taskName(task),
                task.status().word(),
                task.cancelled(),
                task.target(),
                task.good(),
                task.scrap(),
                task.progress(),
                people(task, Session.Active.class),
                people(task, Session.Paused.class),
                List.copyOf(unheard));
    }

    private List<BoardView.Person> people(TaskState task, Class<? extends Session> state) {
        return task.sessions().stream().filter(state::isInstance).map(this::person).toList();
    }

    private BoardView.Person person(Session session) {
        Session.Core core = session.core();
        Instant since =
                switch (session) {
                    case Session.Active active -> active.since();
                    case Session.Paused paused -> paused.since();
                    case Session.Completed completed -> completed.endedAt();
                    case Session.Cancelled cancelled -> cancelled.endedAt();
                };
        return new BoardView.Person(
                core.operator().value(),
                Views.operatorName(picture.floor(), core.operator()),
                core.station().value(),
                since);
    }

    private List<BoardView.StationCard> stations() {
        TreeSet<StationCode> codes = new TreeSet<>(picture.lastRecorded().keySet());
        picture.floor().stations().stream().map(Station::code).forEach(codes::add);
        codes.addAll(heard.keySet());
        codes.remove(StationCode.SERVER);
        return codes.stream().map(this::station).toList();
    }

    private BoardView.StationCard station(StationCode code) {
        Instant last = lastHeard(code);
        List<String> operators = List.copyOf(atWork.getOrDefault(code, new TreeSet<>()));
        StationSessions.Standing standing =
                picture.floor().stationSessions().standing(code).orElse(null);
        return new BoardView.StationCard(
                code.value(),
                last,
                last == null ? -1 : Math.max(0, Duration.between(last, now.time()).toSeconds()),
                online(code),
                operators,
                standing == null ? null : StationViews.word(standing.status()),
                standing == null ? null : standing.since(),
                standing == null
                        ? List.of()
                        : standing.open().stream()
                                .map(session -> session.operator().value())
                                .toList(),
                picture.floor().station(code).map(Station::area).orElse(null));
    }

    private boolean online(StationCode code) {
        Instant last = lastHeard(code);
        return last != null && Duration.between(last, now.time()).compareTo(SILENCE_MAX) <= 0;
    }

    /**
     * After a restart of the server, what a station last recorded stands for when it was last
     * heard. The bench PC that serves a station speaks for it (ST-1).
     */
    private @Nullable Instant lastHeard(StationCode code) {
        StationCode speaker = picture.floor().station(code).map(Station::bench).orElse(code);
        Instant spoke = heard.get(speaker);
        return spoke == null ? picture.lastRecorded().get(speaker) : spoke;
    }

    private static BoardView.Totals totals(Collection<TaskState> tasks) {
        long good = 0;
        long scrap = 0;
        int active = 0;
        int paused = 0;
        int done = 0;
        int open = 0;
        for (TaskState task : tasks) {
            good += task.good();
            scrap += task.scrap();
            active += task.active();
            paused += task.paused();
            if (!task.cancelled()) {
                open++;
                done += task.status() == TaskStatus.DONE ? 1 : 0;
            }
        }
        return new BoardView.Totals(good, scrap, active, paused, done, open);
    }
}
