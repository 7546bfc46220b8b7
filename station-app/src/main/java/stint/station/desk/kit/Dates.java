package stint.station.desk.kit;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as everybody on the site writes them, whatever the machine's own calendar is. */
public final class Dates {

    /** {@code 2026-01-31}; what is no day is nothing. */
    public static final StringConverter<LocalDate> ISO =
            new StringConverter<>() {
                @Override
                public String toString(@Nullable LocalDate day) {
                    return day == null ? "" : day.toString();
                }

                @Override
                public @Nullable LocalDate fromString(@Nullable String text) {
                    try {
                        return text == null || text.isBlank()
                                ? null
                                : LocalDate.parse(text.strip());
                    } catch (DateTimeException e) {
                        return null;
                    }
                }
            };

    private Dates() {}
}
