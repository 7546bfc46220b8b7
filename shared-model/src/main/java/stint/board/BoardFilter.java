package stint.board;

import org.jspecify.annotations.Nullable;

import stint.wire.protocol.BoardView;
import stint.wire.protocol.BoardView.JobCard;
import stint.wire.protocol.BoardView.Made;
import stint.wire.protocol.BoardView.Person;
import stint.wire.protocol.BoardView.StationCard;
import stint.wire.protocol.ExceptionView;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of the floor a board shows (BD-1). What is absent or blank asks for nothing.
 *
 * @param line {@code ATELIER} or {@code OEM}
 * @param area a part of the floor: the stations that stand in it, and the jobs that somebody is at
 *     there
 * @param job what a job's ticket or name holds, in whatever case
 */
public record BoardFilter(@Nullable String line, @Nullable String area, @Nullable String job) {

    /** All of it. */
    public static final BoardFilter ALL = new BoardFilter(null, null, null);

    /** Blank is nothing. */
    public BoardFilter {
        line = orNull(line);
        area = orNull(area);
        job = orNull(job);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Whether all is shown. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** What is asked for, in the order line, area, job. */
    public List<String> words() {
        return Stream.of(line, area, job).flatMap(Stream::ofNullable).map(String::valueOf).toList();
    }

    /** The part of a board that is asked for. What was made in the shift is that of its jobs. */
    public BoardView of(BoardView view) {
        if (isAll()) {
            return view;
        }
        Set<String> here =
                view.stations().stream()
                        .filter(this::standsHere)
                        .map(StationCard::code)
                        .collect(Collectors.toSet());
        List<JobCard> jobs = view.jobs().stream().filter(card -> shows(card, here)).toList();
        Set<String> tickets = jobs.stream().map(JobCard::ticket).collect(Collectors.toSet());
        return new BoardView(
                view.site(),
                view.generation(),
                view.position(),
                view.serverTimeMs(),
                jobs,
                view.stations().stream().filter(this::standsHere).toList(),
                view.exceptions().stream()
                        .filter(exception -> shows(exception, tickets, here))
                        .toList(),
                view.totals(),
                part(view.shift(), tickets));
    }

    private boolean standsHere(StationCard station) {
        return area == null || area.equalsIgnoreCase(station.area());
    }

    private boolean shows(JobCard card, Set<String> here) {
        boolean inLine = line == null || line.equalsIgnoreCase(card.line());
        return inLine && (area == null || isAt(card, here)) && isNamed(card);
    }

    private static boolean isAt(JobCard card, Set<String> here) {
        return card.tasks().stream()
                .flatMap(task -> Stream.concat(task.active().stream(), task.paused().stream()))
                .map(Person::station)
                .anyMatch(here::contains);
    }

    private boolean isNamed(JobCard card) {
        if (job == null) {
            return true;
        }
        String wanted = job.toLowerCase(Locale.ROOT);
        return card.ticket().toLowerCase(Locale.ROOT).contains(wanted)
                || card.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** What has no job is shown where its station stands; where jobs are asked for, nowhere. */
    private boolean shows(ExceptionView exception, Set<String> tickets, Set<String> here) {
        String task = exception.task();
        if (task != null) {
            int end = task.lastIndexOf('/');
            return tickets.contains(end < 0 ? task : task.substring(0, end));
        }
        String station = exception.station();
        return line == null && job == null && station != null && here.contains(station);
    }

    private static BoardView.@Nullable Shift part(
            BoardView.@Nullable Shift shift, Set<String> tickets) {
        if (shift == null) {
            return null;
        }
        var jobs =
                shift.jobs().entrySet().stream()
                        .filter(made -> tickets.contains(made.getKey()))
                        .collect(
                                Collectors.toMap(
                                        java.util.Map.Entry::getKey,
                                        java.util.Map.Entry::getValue));
        return new BoardView.Shift(
                shift.since(),
                jobs.values().stream().mapToLong(Made::good).sum(),
                jobs.values().stream().mapToLong(Made::scrap).sum(),
                jobs);
    }
}
