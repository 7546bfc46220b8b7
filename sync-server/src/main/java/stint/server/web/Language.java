package stint.server.web;

import org.jspecify.annotations.Nullable;

import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that pages speak (DOMAIN UX). */
public enum Language {
    EN("en", "English"),
    TH("th", "ไทย"),
    HE("he", "עברית"),
    RU("ru", "Русский");

    private final String tag;
    private final String own;

    Language(String tag, String own) {
        this.tag = tag;
        this.own = own;
    }

    /** As BCP 47 writes it. */
    public String tag() {
        return tag;
    }

    /** Its name in itself. */
    public String ownName() {
        return own;
    }

    /** Of days with their year, as its readers write them: in Thailand by the Buddhist era. */
    DateTimeFormatter date() {
        return switch (this) {
            case EN -> DateTimeFormatter.ofPattern("d MMMM y", locale());
            case TH ->
                    DateTimeFormatter.ofPattern("d MMMM y", locale())
                            .withChronology(ThaiBuddhistChronology.INSTANCE);
            case HE, RU -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale());
        };
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return this == HE ? "rtl" : "ltr";
    }

    /** For dates and numbers. */
    public Locale locale() {
        return Locale.of(tag);
    }

    /** The language of a tag, if pages speak it. */
    public static Optional<Language> of(@Nullable String wanted) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(wanted)).findFirst();
    }

    /**
     * The language for a reader: the one asked for, else the best of what the browser accepts, else
     * English.
     *
     * @param asked a tag from the address; whatever else is as good as none
     * @param accepted the header {@code Accept-Language}
     */
    public static Language choose(@Nullable String asked, @Nullable String accepted) {
        return of(asked).orElseGet(() -> accepted(accepted));
    }

    private static Language accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return EN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            Locale found =
                    Locale.lookup(ranges, Arrays.stream(values()).map(Language::locale).toList());
            return found == null ? EN : of(found.toLanguageTag()).orElse(EN);
        } catch (IllegalArgumentException e) {
            return EN; // A browser that can't say what it reads is read English to.
        }
    }
}
