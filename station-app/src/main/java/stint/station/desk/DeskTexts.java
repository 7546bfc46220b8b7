package stint.station.desk;

import org.jspecify.annotations.Nullable;

import stint.station.ui.kit.Texts;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The desk's words: those of a page, in the bundle {@code desk} of its package, above those that
 * all pages share, in the bundle of this one. Immutable.
 */
final class DeskTexts {

    /** The languages there are words in, by tag, each by its own name. */
    static final Map<String, String> LANGUAGES =
            Map.of("en", "English", "th", "ไทย", "he", "עברית", "ru", "Русский");

    private DeskTexts() {}

    /** The texts of the package of a class; English where there are none in a language. */
    static Texts in(Class<?> home, Locale locale, ZoneId zone) {
        ResourceBundle shared = bundle(DeskTexts.class, locale);
        return new Texts(
                home.getPackageName().equals(DeskTexts.class.getPackageName())
                        ? shared
                        : new Above(bundle(home, locale), shared),
                locale,
                zone);
    }

    private static ResourceBundle bundle(Class<?> home, Locale locale) {
        // Without this a Thai machine would show Thai to those who asked for English.
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(home.getPackageName() + ".desk", locale, control);
    }

    /** Words above others. */
    private static final class Above extends ResourceBundle {

        private final ResourceBundle own;
        private final ResourceBundle shared;

        Above(ResourceBundle own, ResourceBundle shared) {
            this.own = own;
            this.shared = shared;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            if (own.containsKey(key)) {
                return own.getObject(key);
            }
            return shared.containsKey(key) ? shared.getObject(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            Set<String> keys = new HashSet<>(own.keySet());
            keys.addAll(shared.keySet());
            return Collections.enumeration(keys);
        }
    }
}
