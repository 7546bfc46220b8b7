package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One thing that is wrong (DP-3).
 *
 * @param code the rule, for programs
 * @param field the field it is about
 * @param line the line of an import, from 1
 * @param text in words, in the caller's language
 * @param changes what changed meanwhile, where that is what is wrong
 */
public record RefusalView(
        String code,
        @Nullable String field,
        @Nullable Integer line,
        String text,
        List<ChangeView> changes) {

    /** Copies the lists. */
    public RefusalView {
        changes = List.copyOf(changes);
    }
}
