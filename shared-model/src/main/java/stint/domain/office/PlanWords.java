package stint.domain.office;

import stint.domain.office.PlanRefusal.Code;
import stint.domain.planning.OrderState;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Says refusals in a planner's words and language (DP-3), the same on the server and at the desk.
 * Immutable.
 */
public final class PlanWords {

    /** The bundle's base name; English is its root. */
    public static final String BUNDLE = "stint.domain.office.plan";

    /** The languages there are words in, as BCP 47 tags. */
    public static final List<String> LANGUAGES = List.of("en", "th", "he", "ru");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;

    private PlanWords(ResourceBundle bundle, Locale locale, ZoneId zone) {
        this.bundle = bundle;
        this.locale = locale;
        this.zone = zone;
    }

    /** The words of a language; English where there are none. */
    public static PlanWords in(Locale locale, ZoneId zone) {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return new PlanWords(ResourceBundle.getBundle(BUNDLE, locale, control), locale, zone);
    }

    /**
     * The same for what a browser or a program asks for.
     *
     * @param acceptLanguage the header of that name; empty for none
     */
    public static PlanWords accepted(String acceptLanguage, ZoneId zone) {
        try {
            String tag = Locale.lookupTag(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return in(Locale.forLanguageTag(tag == null ? "en" : tag), zone);
        } catch (IllegalArgumentException e) {
            return in(Locale.ENGLISH, zone);
        }
    }

    /** One refusal in a sentence. */
    public String say(PlanRefusal refusal) {
        if (refusal.code() == Code.STALE) {
            return stale(refusal);
        }
        Object[] args = refusal.args().stream().map(this::shown).toArray();
        return format(refusal.code().name(), args);
    }

    private String stale(PlanRefusal refusal) {
        String what = refusal.args().get(0);
        String by = refusal.args().get(1);
        String since = moment(refusal.args().get(2));
        String head =
                by.isEmpty()
                        ? format("STALE_BY_NOBODY", what, since)
                        : format("STALE", what, by, since);
        StringBuilder text = new StringBuilder(head);
        for (PlanRefusal.Change change : refusal.changes()) {
            text.append(' ')
                    .append(
                            format(
                                    "CHANGE",
                                    field(change.field()),
                                    value(change.was()),
                                    value(change.is())));
        }
        return text.toString();
    }

    private String value(String value) {
        if (value.isEmpty()) {
            return format("NOTHING");
        }
        if (bundle.containsKey("WORD_" + value)) {
            return format("WORD_" + value);
        }
        return isStatus(value) ? format("STATUS_" + value) : String.valueOf(shown(value));
    }

    private static boolean isStatus(String value) {
        for (OrderState.Status status : OrderState.Status.values()) {
            if (status.name().equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** A field of a form, as people call it. */
    public String field(String field) {
        try {
            return bundle.getString("FIELD_" + field);
        } catch (MissingResourceException e) {
            return field;
        }
    }

    /** An order's status in a word. */
    public String status(OrderState.Status status) {
        return format("STATUS_" + status);
    }

    private Object shown(String arg) {
        if (arg.endsWith("Z") && arg.indexOf('T') == 10) {
            return moment(arg);
        }
        try {
            return arg.length() == 10 && arg.charAt(4) == '-' ? day(LocalDate.parse(arg)) : arg;
        } catch (DateTimeParseException e) {
            return arg;
        }
    }

    /** {@code Nov 10}, as the language writes it. */
    public String day(LocalDate day) {
        String pattern = locale.getLanguage().equals("en") ? "MMM d" : "d MMM";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    private String moment(String instant) {
        try {
            return DateTimeFormatter.ofPattern("d MMM HH:mm", locale)
                    .format(Instant.parse(instant).atZone(zone));
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    private String format(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }
}
