package stint.server.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/** The words, numbers and dates of pages in one language and time zone. Immutable. */
public final class WebTexts {

    private static final String BUNDLE = "stint.server.web.web";

    private final Language language;
    private final ZoneId zone;
    private final ResourceBundle bundle;

    /**
     * @param zone the site's
     */
    public WebTexts(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Which language. */
    public Language language() {
        return language;
    }

    /** A text with its values. */
    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(values);
    }

    /** The text of a key that may not exist, else that of another. */
    public String textOr(String key, String otherwise, Object... values) {
        return text(bundle.containsKey(key) ? key : otherwise, values);
    }

    /** {@code 30 October 2025}. */
    public String date(Instant moment) {
        return date(LocalDate.ofInstant(moment, zone));
    }

    /** {@code 30 October 2025}. */
    public String date(LocalDate date) {
        return language.date().format(date);
    }

    /** {@code 08:30}. */
    public String clock(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(moment.atZone(zone));
    }

    /** {@code 30 Oct, 08:30}. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM, HH:mm", language.locale())
                .format(moment.atZone(zone));
    }

    /** The time for machines, in the site's zone. */
    public String machine(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone).withNano(0));
    }
}
