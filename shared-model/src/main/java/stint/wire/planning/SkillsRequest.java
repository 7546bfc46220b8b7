package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What somebody has learnt; all of it.
 *
 * @param skills by code
 * @param seen the version that whoever asks had before them; empty where they saw that there was
 *     none yet, absent for whatever is there
 */
public record SkillsRequest(List<String> skills, @Nullable String seen) {

    /** What is missing is empty. */
    public SkillsRequest {
        skills = skills == null ? List.of() : List.copyOf(skills);
    }
}
