package stint.station.ui.day;

import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.work.BatchOutput;
import stint.domain.work.FloorView;
import stint.domain.work.PieceTime;
import stint.domain.work.Session;
import stint.domain.work.Session.Span;
import stint.domain.work.TaskState;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One operator's day at all benches, as this bench knows it: a pure function of the floor. Minutes
 * on parallel tasks count once in the whole (OS-8). Scrap is that of sessions that began today: the
 * floor does not date it by piece.
 *
 * @param parts the tasks worked on today, in the order of their beginning
 * @param worked all work, exact
 * @param paused all pauses while no other work ran, exact
 */
public record Day(List<Part> parts, Duration worked, Duration paused) {

    /** Copies the list. */
    public Day {
        parts = List.copyOf(parts);
    }

    /**
     * One task's part in the day.
     *
     * @param worked stretches of work, in order
     * @param paused stretches of pause, in order
     */
    public record Part(TaskId task, long good, long scrap, List<Span> worked, List<Span> paused) {

        /** Copies the lists. */
        public Part {
            worked = List.copyOf(worked);
            paused = List.copyOf(paused);
        }

        Instant from() {
            return worked.isEmpty() ? paused.getFirst().from() : worked.getFirst().from();
        }
    }

    /** The day that {@code now} is in. */
    public static Day of(FloorView floor, OperatorCode operator, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Span day = new Span(today.atStartOfDay(zone).toInstant(), now);
        List<Part> parts = new ArrayList<>();
        for (TaskState task : floor.tasks()) {
            Part part = part(task, operator, day);
            if (!part.worked().isEmpty() || !part.paused().isEmpty()) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparing(Part::from).thenComparing(Part::task));
        List<Span> worked = joined(parts.stream().flatMap(part -> part.worked().stream()).toList());
        List<Span> all =
                joined(
                        parts.stream()
                                .flatMap(part ->
                                        java.util.stream.Stream.concat(
                                                part.worked().stream(), part.paused().stream()))
                                .toList());
        Duration whole = length(worked);
        return new Day(parts, whole, length(all).minus(whole));
    }

    /** Good pieces of the day. */
    public long good() {
        return parts.stream().mapToLong(Part::good).sum();
    }

    /** Scrap of the day. */
    public long scrap() {
        return parts.stream().mapToLong(Part::scrap).sum();
    }

    private static Part part(TaskState task, OperatorCode operator, Span day) {
        List<Span> worked = new ArrayList<>();
        List<Span> paused = new ArrayList<>();
        long scrap = 0;
        for (Session session : task.sessions()) {
            Session.Core core = session.core();
            if (!core.operator().equals(operator) || session instanceof Session.Cancelled) {
                continue;
            }
            List<Span> spans = new ArrayList<>(core.worked());
            if (session instanceof Session.Active active) {
                spans.add(new Span(active.since(), latest(active.since(), day.to())));
            }
            cut(spans, day, worked);
            cut(pauses(spans, session, day), day, paused);
            scrap += core.startedAt().isBefore(day.from()) ? 0 : core.scrap();
        }
        return new Part(task.id(), good(task, operator, day), scrap, joined(worked), paused);
    }

    /** Between two stretches of work there was a pause; one may go on now, if it began today. */
    private static List<Span> pauses(List<Span> spans, Session session, Span day) {
        List<Span> pauses = new ArrayList<>();
        for (int index = 1; index < spans.size(); index++) {
            Instant from = spans.get(index - 1).to();
            // A night is no pause.
            if (!from.isBefore(day.from())) {
                pauses.add(new Span(from, latest(from, spans.get(index).from())));
            }
        }
        if (session instanceof Session.Paused held && !held.since().isBefore(day.from())) {
            pauses.add(new Span(held.since(), latest(held.since(), day.to())));
        }
        return pauses;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void cut(List<Span> spans, Span day, List<Span> into) {
        for (Span span : spans) {
            Instant from = latest(span.from(), day.from());
            if (span.to().isAfter(from)) {
                into.add(new Span(from, span.to()));
            }
        }
    }

    private static long good(TaskState task, OperatorCode operator, Span day) {
        long pieces =
                task.pieces().values().stream().filter(piece -> mine(piece, operator, day)).count();
        long batches =
                task.outputs().stream()
                        .filter(output ->
                                output.operator().equals(operator)
                                        && !output.to().isBefore(day.from()))
                        .mapToLong(BatchOutput::quantity)
                        .sum();
        return pieces + batches;
    }

    private static boolean mine(PieceTime piece, OperatorCode operator, Span day) {
        return piece.operator().equals(operator) && !piece.to().isBefore(day.from());
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && !span.from().isAfter(last.to())) {
                joined.set(joined.size() - 1, new Span(last.from(), latest(last.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static Duration length(List<Span> spans) {
        return spans.stream()
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
