package stint.wire.planning;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A routing: its draft, and its published versions.
 *
 * @param code names it
 * @param name what people call it
 * @param draft as it is being drawn
 * @param draftVersion the version of the draft
 * @param problems what keeps the draft from being published
 * @param published oldest first
 */
public record RoutingView(
        String code,
        String name,
        @Nullable GraphView draft,
        @Nullable String draftVersion,
        List<RefusalView> problems,
        List<PublishedView> published) {

    /** Copies the lists. */
    public RoutingView {
        problems = List.copyOf(problems);
        published = List.copyOf(published);
    }
}
