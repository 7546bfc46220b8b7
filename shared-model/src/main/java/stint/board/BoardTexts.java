package stint.board;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The board's words, numbers and dates in one language and time zone. Immutable. */
public final class BoardTexts {

    private static final String BUNDLE = "stint.board.board";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;

    public BoardTexts(Locale locale, ZoneId zone) {
        // English is the root bundle; without this a Thai machine would show Thai to those who
        // asked for English.
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = locale;
        this.zone = zone;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", locale);
        this.day = DateTimeFormatter.ofPattern("EEEE d MMMM", locale);
        this.shortDay = DateTimeFormatter.ofPattern("d MMM", locale);
    }

    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The text of a key that may not exist, else that of another. */
    public String textOr(String key, String otherwise, Object... values) {
        try {
            return text(key, values);
        } catch (MissingResourceException e) {
            return text(otherwise, values);
        }
    }

    public String clock(Instant moment) {
        return clock.format(moment.atZone(zone));
    }

    public String day(Instant moment) {
        return day.format(moment.atZone(zone));
    }

    public String day(LocalDate date) {
        return shortDay.format(date);
    }

    public LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** {@code 14 min ago}; the largest unit alone, since that is what one takes in at a glance. */
    public String ago(Duration age) {
        return span("ago.", age);
    }

    /** {@code 14 min}. */
    public String length(Duration length) {
        return span("for.", length);
    }

    private String span(String prefix, Duration span) {
        if (span.toDays() > 0) {
            return text(prefix + "days", span.toDays());
        }
        if (span.toHours() > 0) {
            return text(prefix + "hours", span.toHours());
        }
        if (span.toMinutes() > 0) {
            return text(prefix + "minutes", span.toMinutes());
        }
        return text(prefix + "seconds", Math.max(0, span.toSeconds()));
    }
}
