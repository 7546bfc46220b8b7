package stint.station.desk.kit;

import java.util.Locale;

/** How numbers stand in words. Pure; any thread. */
public final class Numbers {

    private Numbers() {}

    /**
     * A range, which runs from left to right in every language. Isolated only where words run the
     * other way: a font without these signs shows boxes.
     */
    public static String range(String range, String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("he")
                ? "\u2066" + range + "\u2069"
                : range;
    }
}
