package stint.board;

import org.jspecify.annotations.Nullable;

import stint.board.BoardScreen.Alert;
import stint.board.BoardScreen.Bench;
import stint.board.BoardScreen.Card;
import stint.board.BoardScreen.Mark;
import stint.board.BoardScreen.Row;
import stint.wire.protocol.BoardView;
import stint.wire.protocol.BoardView.JobCard;
import stint.wire.protocol.BoardView.Person;
import stint.wire.protocol.BoardView.StationCard;
import stint.wire.protocol.BoardView.TaskCard;
import stint.wire.protocol.ExceptionView;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes what the board shows from what it knows: a pure function, told the time (BD-1, PR-6, EX-2).
 */
public final class BoardScreens {

    /** Cards on a page. */
    public static final int PER_PAGE = 6;

    /** A pause in hearing the server that is not worth a word: one lost heartbeat. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(3);

    private static final int ROWS_MAX = 3;
    private static final int NAMES_MAX = 3;
    private static final int BENCHES_MAX = 8;
    private static final int ALERTS_MAX = 2;

    private final BoardTexts texts;
    private final URI server;
    private final BoardFilter filter;

    /** Screens of the whole floor. */
    public BoardScreens(BoardTexts texts, URI server) {
        this(texts, server, BoardFilter.ALL);
    }

    /**
     * @param server whom a board waits for that never heard of it
     * @param filter the part of the floor that {@link Places} and boards are of already
     */
    public BoardScreens(BoardTexts texts, URI server, BoardFilter filter) {
        this.texts = texts;
        this.server = server;
        this.filter = filter;
    }

    /**
     * The screen.
     *
     * @param turn how often pages have turned: which page of cards, of stations and of alerts is
     *     shown, each starting over after its last
     * @param now this machine's time
     */
    public BoardScreen screen(BoardKnown known, Places places, long turn, Instant now) {
        BoardView view = known.view();
        if (view == null) {
            return waiting(now);
        }
        Instant heard = known.heardAt() == null ? now : known.heardAt();
        Duration silence = Duration.between(heard, now);
        boolean old = !known.live() && silence.compareTo(STALE_AFTER) > 0;
        int pages = places.pages(PER_PAGE);
        int shown = (int) Math.floorMod(turn, (long) pages);
        BoardView.Shift shift = view.shift();
        long good = shift == null ? view.totals().good() : shift.good();
        long scrap = shift == null ? view.totals().scrap() : shift.scrap();
        return new BoardScreen(
                texts.text("title", view.site()),
                texts.clock(now),
                texts.day(now),
                String.join(" · ", filter.words()),
                shift == null ? "" : texts.text("since", texts.clock(shift.since())),
                texts.text("good", good),
                scrap == 0 ? "" : texts.text("scrap.total", scrap),
                cards(view, places, shown, now, silence),
                shown,
                pages,
                benches(view.stations(), turn, now, silence),
                alerts(view, turn),
                view.exceptions().size(),
                view.jobs().isEmpty() ? texts.text(filter.isAll() ? "empty" : "empty.here") : "",
                old ? texts.text("stale", texts.length(silence), texts.clock(heard)) : null);
    }

    private BoardScreen waiting(Instant now) {
        return new BoardScreen(
                "Stint",
                texts.clock(now),
                texts.day(now),
                "",
                "",
                "",
                "",
                List.of(),
                0,
                1,
                List.of(),
                List.of(),
                0,
                texts.text("waiting", server),
                null);
    }

    private List<@Nullable Card> cards(
            BoardView view, Places places, int page, Instant now, Duration silence) {
        List<@Nullable Card> cards = new ArrayList<>();
        for (int place = 0; place < PER_PAGE; place++) {
            cards.add(null);
        }
        for (JobCard job : view.jobs()) {
            Integer place = places.byTicket().get(job.ticket());
            if (place != null && place / PER_PAGE == page) {
                cards.set(place % PER_PAGE, card(view, job, now, silence));
            }
        }
        return cards;
    }

    private Card card(BoardView view, JobCard job, Instant now, Duration silence) {
        Set<String> over =
                view.exceptions().stream()
                        .filter(exception -> exception.type().equals("OVER_PRODUCTION"))
                        .map(exception -> String.valueOf(exception.task()))
                        .collect(Collectors.toSet());
        List<TaskCard> counted = job.tasks().stream().filter(task -> !task.cancelled()).toList();
        long done = counted.stream().filter(BoardScreens::isDone).count();
        Due due = due(job, now);
        String unheard = unheard(view, job, silence);
        return new Card(
                job.ticket(),
                job.name(),
                texts.textOr("line." + job.line(), "line.other", job.line()),
                job.line().equals("OEM"),
                due.text(),
                due.mark(),
                job.done() ? texts.text("steps.done") : texts.text("steps", done, counted.size()),
                chosen(job.tasks(), unheard.isEmpty() ? ROWS_MAX : ROWS_MAX - 1).stream()
                        .map(task -> row(task, over.contains(job.ticket() + "/" + task.sequence())))
                        .toList(),
                job.done(),
                unheard);
    }

    /**
     * The tasks that fit, those in work before those to come, those before the ones done; in their
     * order.
     */
    private static List<TaskCard> chosen(List<TaskCard> tasks, int rows) {
        return tasks.stream()
                .sorted(Comparator.comparingInt(BoardScreens::weight))
                .limit(rows)
                .sorted(Comparator.comparingInt(TaskCard::sequence))
                .toList();
    }

    private static int weight(TaskCard task) {
        if (task.cancelled()) {
            return 3;
        }
        return switch (task.status()) {
            case "in_progress" -> 0;
            case "pending" -> 1;
            default -> 2;
        };
    }

    private static boolean isDone(TaskCard task) {
        return task.status().equals("done");
    }

    private Row row(TaskCard task, boolean over) {
        String state = "";
        if (task.cancelled()) {
            state = texts.text("row.cancelled");
        } else if (isDone(task)) {
            state = texts.text("row.done");
        } else if (task.active().isEmpty() && task.paused().isEmpty() && task.good() == 0) {
            state = texts.text("row.waiting");
        }
        return new Row(
                task.name(),
                texts.text("number", task.good()),
                texts.text("target", task.target()),
                Math.clamp(task.progress(), 0, 1),
                isDone(task),
                names(task.active()),
                names(task.paused()),
                task.scrap() == 0 ? "" : texts.text("scrap", task.scrap()),
                over ? texts.text("over", task.good() - task.target()) : "",
                state);
    }

    private String names(List<Person> people) {
        String names =
                people.stream()
                        .limit(NAMES_MAX)
                        .map(Person::name)
                        .collect(Collectors.joining(", "));
        int more = people.size() - NAMES_MAX;
        return more > 0 ? names + " " + texts.text("people.more", more) : names;
    }

    private record Due(String text, Mark mark) {}

    private Due due(JobCard job, Instant now) {
        LocalDate date = job.due();
        if (date == null) {
            return new Due("", Mark.CALM);
        }
        long days = ChronoUnit.DAYS.between(texts.date(now), date);
        if (job.done() || days > 1) {
            return new Due(texts.text("due", texts.day(date)), Mark.CALM);
        }
        if (days < 0) {
            return new Due(texts.text("due.late", -days), Mark.ALARM);
        }
        return days == 0
                ? new Due(texts.text("due.today"), Mark.WATCH)
                : new Due(texts.text("due.tomorrow"), Mark.CALM);
    }

    /** The number shown is what is confirmed; who might have made more is named (PR-6). */
    private String unheard(BoardView view, JobCard job, Duration silence) {
        Set<String> codes = new LinkedHashSet<>();
        job.tasks().forEach(task -> codes.addAll(task.unheard()));
        return view.stations().stream()
                .filter(station -> codes.contains(station.code()))
                .findFirst()
                .map(station -> texts.text("unheard", station.code(), heard(station, silence)))
                .orElse("");
    }

    private String heard(StationCard station, Duration silence) {
        return station.ageSeconds() < 0
                ? texts.text("heard.never")
                : texts.text("heard", texts.ago(silence.plusSeconds(station.ageSeconds())));
    }

    /** What a station does and since when, where its operators say (BD-1). */
    private String doing(StationCard station, Instant now) {
        String status = station.status();
        Instant since = station.since();
        if (status == null || since == null) {
            return "";
        }
        Duration lasted = Duration.between(since, now);
        return texts.textOr(
                "status." + status,
                "status.other",
                texts.length(lasted.isNegative() ? Duration.ZERO : lasted),
                status);
    }

    /** Those that are not heard first; of the others as many as fit, in turn. */
    private List<Bench> benches(
            List<StationCard> stations, long turn, Instant now, Duration silence) {
        List<Bench> benches = new ArrayList<>();
        stations.stream()
                .filter(station -> !station.online())
                .limit(BENCHES_MAX - 1L)
                .map(station -> new Bench(station.code(), heard(station, silence), Mark.WATCH))
                .forEach(benches::add);
        List<StationCard> online = stations.stream().filter(StationCard::online).toList();
        boolean all = online.size() + benches.size() <= BENCHES_MAX;
        turned(online, BENCHES_MAX - benches.size() - (all ? 0 : 1), turn).stream()
                .map(station -> new Bench(station.code(), doing(station, now), Mark.CALM))
                .forEach(benches::add);
        if (!all) {
            benches.add(new Bench(texts.text("benches.heard", online.size()), "", Mark.CALM));
        }
        return benches;
    }

    /** The entries of a turn, when so many fit at once. */
    private static <T> List<T> turned(List<T> all, int fit, long turn) {
        int room = Math.max(1, fit);
        if (all.size() <= room) {
            return all;
        }
        int pages = Math.ceilDiv(all.size(), room);
        int from = (int) Math.floorMod(turn, (long) pages) * room;
        return all.subList(from, Math.min(all.size(), from + room));
    }

    /** The newest are the last the fold found; somebody can still do something about those. */
    private List<Alert> alerts(BoardView view, long turn) {
        List<ExceptionView> all = view.exceptions().reversed();
        List<Alert> alerts = new ArrayList<>();
        for (ExceptionView exception : turned(all, ALERTS_MAX, turn)) {
            alerts.add(new Alert(alert(view, exception)));
        }
        if (all.size() > alerts.size()) {
            alerts.add(new Alert(texts.text("alert.more", all.size() - alerts.size())));
        }
        return alerts;
    }

    /** What an exception says, in words. */
    public String alert(ExceptionView exception, String task) {
        return texts.textOr(
                "alert." + exception.type(),
                "alert.other",
                task,
                orEmpty(exception.serial()),
                orEmpty(exception.operator()),
                orEmpty(exception.station()),
                exception.type());
    }

    private String alert(BoardView view, ExceptionView exception) {
        return alert(exception, task(view, exception));
    }

    /** The task an exception is about, as people call it. */
    public static String task(BoardView view, ExceptionView exception) {
        String task = orEmpty(exception.task());
        for (JobCard job : view.jobs()) {
            if (task.startsWith(job.ticket() + "/")) {
                return job.name() + " · " + orEmpty(exception.taskName());
            }
        }
        return task;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
