package stint.wire.planning;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is; a PIN is no part of it.
 *
 * @param name the full name
 * @param language a BCP 47 tag
 * @param role {@code operator}, {@code supervisor}, {@code planner} or {@code admin}
 * @param active whether they work here; absent for yes
 * @param seen the version that whoever asks had before them; empty where they saw that there was
 *     none yet, absent for whatever is there
 */
public record PersonRequest(
        String name,
        String language,
        String role,
        @Nullable Boolean active,
        @Nullable String seen) {

    /** What is missing is empty, or usual. */
    public PersonRequest {
        name = name == null ? "" : name;
        language = language == null ? "en" : language;
        role = role == null ? "operator" : role;
    }
}
