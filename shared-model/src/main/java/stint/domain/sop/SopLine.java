package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.SopFact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An SOP through its versions (SOP-1).
 *
 * @param code names it
 * @param versions those that were confirmed, oldest first
 * @param draft the next version, as it is being written; absent while nobody does
 * @param deleted the event that deleted it; absent while it may be used
 * @param revision how many facts it comes of
 */
public record SopLine(
        String code,
        List<Version> versions,
        @Nullable Sop draft,
        @Nullable Event deleted,
        int revision) {

    /**
     * A confirmed version.
     *
     * @param confirmed the event that confirmed it
     */
    public record Version(Sop sop, Event confirmed) {}

    /** Copies the list. */
    public SopLine {
        versions = List.copyOf(versions);
    }

    /**
     * What the office's facts come to, in canonical order. What contradicts them changes nothing.
     */
    static SopLine of(String code, Collection<Event> facts) {
        List<Version> versions = new ArrayList<>();
        Sop draft = null;
        Event deleted = null;
        for (Event event : facts) {
            if (deleted != null || !(event.fact() instanceof SopFact fact)) {
                continue;
            }
            switch (fact) {
                case SopFact.Drafted drafted -> {
                    if (drafted.sop().version() == versions.size() + 1) {
                        draft = drafted.sop();
                    }
                }
                case SopFact.Confirmed confirmed -> {
                    if (draft != null && draft.version() == confirmed.version()) {
                        versions.add(new Version(draft, event));
                        draft = null;
                    }
                }
                case SopFact.Deleted gone -> deleted = event;
            }
        }
        return new SopLine(code, versions, draft, deleted, facts.size());
    }

    /** The number of the version that a draft has, or would have. */
    public int nextVersion() {
        return versions.size() + 1;
    }

    /** The version to work by; none before one was confirmed, and when it was deleted. */
    public Optional<Sop> confirmed() {
        return deleted != null || versions.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.getLast().sop());
    }

    /** One of its confirmed versions. */
    public Optional<Sop> version(int number) {
        return number < 1 || number > versions.size()
                ? Optional.empty()
                : Optional.of(versions.get(number - 1).sop());
    }

    /** What made a version the old one before an event, if something had. */
    Optional<Event> superseded(int version, Event before) {
        return versions.stream()
                .filter(newer -> newer.sop().version() > version)
                .map(Version::confirmed)
                .filter(event -> Event.CANONICAL.compare(event, before) < 0)
                .findFirst()
                .or(() ->
                        Optional.ofNullable(deleted)
                                .filter(event -> Event.CANONICAL.compare(event, before) < 0));
    }
}
