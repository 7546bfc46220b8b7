package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Somebody who works, what they have learnt, and how much is before them (DP-5).
 *
 * @param code the worker code
 * @param name the full name
 * @param role what they may do
 * @param language a BCP 47 tag
 * @param skills what they have learnt
 * @param skillsVersion the version of that
 * @param pieces assigned and not yet made
 * @param minutes how long that usually takes
 * @param tasks at how many tasks
 * @param working the tasks they are at now
 * @param active whether they work here
 * @param pin whether they have a PIN; which is told to nobody
 * @param version the version of who they are; absent where only benches know them
 */
public record PersonView(
        String code,
        String name,
        String role,
        String language,
        List<String> skills,
        @Nullable String skillsVersion,
        long pieces,
        long minutes,
        int tasks,
        List<String> working,
        boolean active,
        boolean pin,
        @Nullable String version) {

    /** Copies the lists. */
    public PersonView {
        skills = List.copyOf(skills);
        working = List.copyOf(working);
    }
}
