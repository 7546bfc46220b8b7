package stint.server.board;

import stint.domain.event.TimeReading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * When the shifts of a site begin, by its own clock.
 *
 * @param starts the times of day, each once, in order; at least one
 */
public record Shifts(List<LocalTime> starts) {

    /** Three shifts of eight hours. */
    public static final Shifts USUAL =
            new Shifts(List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0)));

    /**
     * @throws IllegalArgumentException when there is none
     */
    public Shifts {
        starts = starts.stream().distinct().sorted().toList();
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("a day has at least one shift");
        }
    }

    /**
     * When the shift began that is on now.
     *
     * @param now the server's clocks, in the site's zone
     */
    public Instant begin(TimeReading now) {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(now.zoneOffsetMinutes() * 60);
        LocalDateTime local = LocalDateTime.ofInstant(now.time(), zone);
        LocalDate day = local.toLocalDate();
        return starts.reversed().stream()
                .filter(start -> !start.isAfter(local.toLocalTime()))
                .findFirst()
                .map(day::atTime)
                .orElseGet(() -> day.minusDays(1).atTime(starts.getLast()))
                .toInstant(zone);
    }
}
