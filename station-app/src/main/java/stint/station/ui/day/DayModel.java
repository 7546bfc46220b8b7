package stint.station.ui.day;

import stint.domain.plan.Operator;
import stint.domain.work.FloorView;
import stint.domain.work.Session.Span;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.day.DayView.Hour;
import stint.station.ui.day.DayView.Row;
import stint.station.ui.kit.Metric;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The day's state. On the FX thread only. */
public final class DayModel implements ScreenModel {

    /** As many lines as there is room for; who does more in a day, sees the latest. */
    private static final int ROWS_MAX = 6;

    /** A chart of less than this has no shape. */
    private static final int HOURS_MIN = 4;

    private final Bench bench;
    private final Operator operator;
    private final Shown<DayView> view;

    /** The day of whoever is logged in. */
    public DayModel(Bench bench, Operator operator) {
        this.bench = bench;
        this.operator = operator;
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<DayView> view() {
        return view;
    }

    private DayView draw() {
        Texts texts = bench.texts();
        FloorView floor = bench.floor();
        Instant now = bench.now().get().time();
        Day day = Day.of(floor, operator.code(), texts.zone(), now);
        List<Metric> metrics =
                List.of(
                        new Metric("dayGood", texts.text("number", day.good()), texts.text("good")),
                        new Metric(
                                "dayScrap", texts.text("number", day.scrap()), texts.text("scrap")),
                        new Metric("dayWorked", texts.length(day.worked()), texts.text("worked")),
                        new Metric("dayPaused", texts.length(day.paused()), texts.text("paused")));
        List<Day.Part> parts = day.parts();
        List<Row> rows =
                parts.stream()
                        .skip(Math.max(0, parts.size() - ROWS_MAX))
                        .map(part -> row(part, floor, texts))
                        .toList();
        Instant from = hour(parts.stream().flatMap(DayModel::spans).map(Span::from).toList(), now);
        long length = Duration.between(from, now).toHours() + 1;
        long hours = Math.max(HOURS_MIN, length);
        Instant to = from.plus(hours, ChronoUnit.HOURS);
        return new DayView(
                metrics,
                rows,
                from,
                to,
                hours(from, hours, texts),
                rows.isEmpty() ? texts.text("day.empty") : "");
    }

    private static Row row(Day.Part part, FloorView floor, Texts texts) {
        String made =
                part.scrap() == 0
                        ? texts.text("shift.made", part.good())
                        : texts.text("shift.made.scrap", part.good(), part.scrap());
        return new Row(TaskWords.stepOfJob(part.task(), floor), made, part.worked(), part.paused());
    }

    private static Stream<Span> spans(Day.Part part) {
        return Stream.concat(part.worked().stream(), part.paused().stream());
    }

    private Instant hour(List<Instant> begins, Instant now) {
        Instant first = begins.stream().min(Instant::compareTo).orElse(now);
        return first.atZone(bench.texts().zone()).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** So that the words don't touch each other, not every hour of a long day has its name. */
    private static List<Hour> hours(Instant from, long count, Texts texts) {
        long step = count > 9 ? 2 : 1;
        List<Hour> hours = new ArrayList<>();
        for (long hour = 0; hour <= count; hour += step) {
            Instant at = from.plus(hour, ChronoUnit.HOURS);
            hours.add(new Hour(at, texts.clock(at)));
        }
        return hours;
    }

    /** To the list. */
    public void leave() {
        bench.toQueue(operator);
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    @Override
    public void enter() {
        leave();
    }

    @Override
    public void back() {
        leave();
    }
}
