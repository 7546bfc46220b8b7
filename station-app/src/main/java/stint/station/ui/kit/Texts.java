package stint.station.ui.kit;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The kiosk's words, numbers and dates in one language and time zone. Immutable.
 *
 * @param bundle the words, also handed to the FXML loader
 * @param locale the language
 * @param zone the zone of times shown
 */
public record Texts(ResourceBundle bundle, Locale locale, ZoneId zone) {

    /** The bundle's base name; English is its root. */
    public static final String BUNDLE = "stint.station.ui.kit.kiosk";

    /** The texts of a language; English where there are none. */
    public static Texts in(Locale locale, ZoneId zone) {
        // Without this a Thai machine would show Thai to those who asked for English.
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(BUNDLE, locale, control), locale, zone);
    }

    /** The same words for another language. */
    public Texts withLanguage(String tag) {
        return in(Locale.forLanguageTag(tag), zone);
    }

    /** A text with its values filled in. */
    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The BCP 47 tag of the language. */
    public String language() {
        return locale.getLanguage();
    }

    /** Whether the language is written from right to left. */
    public boolean rightToLeft() {
        return switch (locale.getLanguage()) {
            case "he", "iw", "ar", "fa", "ur" -> true;
            default -> false;
        };
    }

    /** {@code 14:05}. */
    public String clock(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(moment.atZone(zone));
    }

    /** {@code 14:05}, with the day before it when that is not the day of {@code now}. */
    public String moment(Instant moment, Instant now) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return day.equals(LocalDate.ofInstant(now, zone))
                ? clock(moment)
                : day(day) + " " + clock(moment);
    }

    /** {@code 14 Nov}. */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM", locale).format(date);
    }

    /** Hours and minutes, rounded down to minutes: {@code 1:05}. */
    public String length(Duration length) {
        Duration shown = length.isNegative() ? Duration.ZERO : length;
        return text(
                "length", shown.toHours(), String.format(locale, "%02d", shown.toMinutesPart()));
    }
}
