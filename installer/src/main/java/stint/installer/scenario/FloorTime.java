package stint.installer.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes a scenario's times: {@code 08:00}, {@code 08:00:30}, and {@code 1+08:00} on the
 * next day.
 *
 * @param zone the floor's time zone
 * @param day the day that {@code 08:00} is on
 */
public record FloorTime(ZoneId zone, LocalDate day) {

    private static final Pattern AT =
            Pattern.compile("(?:(\\d{1,4})\\+)?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final Pattern JUMP = Pattern.compile("([+-])(\\d{1,9})(ms|s|m|min|h|d)");

    /**
     * Reads a time.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public Instant at(String text) {
        Matcher matcher = AT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a time is written 08:00, 08:00:30 or 1+08:00 for the next day, not \""
                            + text
                            + "\"");
        }
        int hour = Integer.parseInt(matcher.group(2));
        int minute = Integer.parseInt(matcher.group(3));
        int second = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        if (hour > 23 || minute > 59 || second > 59) {
            throw new IllegalArgumentException("there is no such time of day: \"" + text + "\"");
        }
        long days = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        return day.plusDays(days).atTime(hour, minute, second).atZone(zone).toInstant();
    }

    /** The text that {@link #at} reads as this moment, to the second. */
    public String text(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        long days = ChronoUnit.DAYS.between(day, local.toLocalDate());
        LocalTime time = local.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return (days == 0 ? "" : days + "+") + time;
    }

    /** The first moment of the first day. */
    public Instant dawn() {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * Reads how far a clock jumps: {@code +2h}, {@code -90s}.
     *
     * @throws IllegalArgumentException when the text is no jump
     */
    public static Duration jump(String text) {
        Matcher matcher = JUMP.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a clock jumps by \"+2h\" or \"-90s\", not \"" + text + "\"");
        }
        long amount = Long.parseLong(matcher.group(2));
        ChronoUnit unit =
                switch (matcher.group(3)) {
                    case "ms" -> ChronoUnit.MILLIS;
                    case "s" -> ChronoUnit.SECONDS;
                    case "h" -> ChronoUnit.HOURS;
                    case "d" -> ChronoUnit.DAYS;
                    default -> ChronoUnit.MINUTES;
                };
        return Duration.of(matcher.group(1).equals("-") ? -amount : amount, unit);
    }
}
