package stint.station.ui.station;

import org.jspecify.annotations.Nullable;

import stint.domain.event.StationStatus;
import stint.domain.plan.Operator;
import stint.domain.station.StationSession;
import stint.domain.station.StatusSpan;
import stint.domain.work.Place;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.StationWords;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.kit.Metric;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.station.StationView.Hour;
import stint.station.ui.station.StationView.Row;
import stint.station.ui.station.StationView.Span;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the station does, and the ways to change it (ST-3, ST-7). On the FX thread only. */
public final class StationModel implements ScreenModel {

    /** As many lines as a small panel has room for. */
    private static final int ROWS_MAX = 3;

    private final Bench bench;
    private final Operator operator;
    private final Shown<StationView> view;

    /** The station of whoever is logged in. */
    public StationModel(Bench bench, Operator operator) {
        this.bench = bench;
        this.operator = operator;
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<StationView> view() {
        return view;
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    private StationView draw() {
        Texts texts = bench.texts();
        Place place = bench.state().get().place();
        StationSession session = place.session(operator.code()).orElse(null);
        return session == null
                ? new StationView(
                        bench.core().station().value(),
                        null,
                        texts.text("problem.not.signed.on"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        others(texts))
                : draw(session, texts, bench.now().get().time());
    }

    private StationView draw(StationSession session, Texts texts, Instant now) {
        List<Span> spans =
                session.timeline().stream()
                        .map(span -> new Span(span.status(), span.from(), end(span, now)))
                        .toList();
        return new StationView(
                session.station().value(),
                session.status(),
                StationWords.standing(session, now, texts),
                metrics(session, spans, texts),
                spans,
                hours(session.openedAt(), now, texts),
                session.timeline().reversed().stream()
                        .limit(ROWS_MAX)
                        .map(span -> row(span, texts, now))
                        .toList(),
                others(texts));
    }

    private static Instant end(StatusSpan span, Instant now) {
        if (span.to() != null) {
            return span.to();
        }
        return now.isBefore(span.from()) ? span.from() : now;
    }

    private static List<Metric> metrics(StationSession session, List<Span> spans, Texts texts) {
        return List.of(
                new Metric(
                        "stationGood",
                        texts.text("number", session.counters().good()),
                        texts.text("good")),
                new Metric(
                        "stationScrap",
                        texts.text("number", session.counters().scrap()),
                        texts.text("scrap")),
                new Metric(
                        "stationProduced",
                        texts.length(sum(spans, StationStatus.PRODUCTION)),
                        texts.text("status.production")),
                new Metric(
                        "stationStopped",
                        texts.length(sum(spans, StationStatus.STOPPED)),
                        texts.text("status.stopped")));
    }

    private static Duration sum(List<Span> spans, StationStatus status) {
        return spans.stream()
                .filter(span -> span.status() == status)
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The first and the last moment, and the hours between that don't touch them. */
    private static List<Hour> hours(Instant from, Instant now, Texts texts) {
        List<Hour> hours = new ArrayList<>();
        hours.add(new Hour(from, texts.clock(from)));
        long length = Math.max(1, Duration.between(from, now).toMillis());
        long step = Math.max(1, length / Duration.ofHours(8).toMillis() + 1);
        Duration side = Duration.ofMillis(length / 12);
        Instant hour = from.atZone(texts.zone()).truncatedTo(ChronoUnit.HOURS).toInstant();
        for (Instant at = hour; at.isBefore(now); at = at.plus(step, ChronoUnit.HOURS)) {
            if (at.isAfter(from.plus(side)) && at.isBefore(now.minus(side))) {
                hours.add(new Hour(at, texts.clock(at)));
            }
        }
        if (Duration.between(from, now).compareTo(Duration.ofMinutes(1)) >= 0) {
            hours.add(new Hour(now, texts.clock(now)));
        }
        return hours;
    }

    private Row row(StatusSpan span, Texts texts, Instant now) {
        Instant to = end(span, now);
        return new Row(
                span.status(),
                span.to() == null
                        ? texts.text("status.from", texts.moment(span.from(), now))
                        : texts.text(
                                "status.from.to",
                                texts.moment(span.from(), now),
                                texts.moment(to, now)),
                StationWords.status(span.status(), texts),
                StationWords.why(span, bench.floor(), texts),
                texts.length(Duration.between(span.from(), to)));
    }

    /** Several are signed on at one bench, each with a station session of their own. */
    private String others(Texts texts) {
        String names =
                bench.floor().stationSessions().open(bench.core().station()).stream()
                        .filter(session -> !session.operator().equals(operator.code()))
                        .map(session -> TaskWords.name(session.operator(), bench.floor()))
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : texts.text("work.with", names);
    }

    /** Something else from now on. */
    public void set(StationStatus status) {
        bench.attendance().set(operator, status);
    }

    /** Why, in their own words. */
    public void note() {
        bench.ask(
                new Dialog.Write(
                        bench.texts().text("status.note.title"),
                        Dialog.Write.Kind.WORDS,
                        before(),
                        bench.texts().text("write.ok"),
                        note -> bench.attendance().note(operator, note)));
    }

    private String before() {
        @Nullable String note =
                bench.state()
                        .get()
                        .place()
                        .session(operator.code())
                        .map(session -> session.timeline().getLast().note())
                        .orElse(null);
        return note == null ? "" : note;
    }

    /** They leave this station, for another or for somebody else. */
    public void leave() {
        bench.attendance().leave(operator, bench.texts().text("receipt.left"));
    }

    /** To the list. */
    public void toWork() {
        bench.toQueue(operator);
    }

    @Override
    public void typed(String characters) {
        switch (characters) {
            case "1" -> set(StationStatus.SETUP);
            case "2" -> set(StationStatus.PRODUCTION);
            case "3" -> set(StationStatus.STOPPED);
            case "4" -> set(StationStatus.MAINTENANCE);
            default -> {
                // No status has that key.
            }
        }
    }

    @Override
    public void enter() {
        toWork();
    }

    @Override
    public void back() {
        toWork();
    }
}
