package stint.station.ui.entry;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.station.ui.bench.Problem;
import stint.station.ui.kit.PieceGrid.Piece;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was typed and chosen, and is not recorded yet. Immutable.
 *
 * @param typed a quantity or serial as typed
 * @param chosen pieces tapped or scanned
 * @param page which page of pieces is shown, from 0
 * @param problem what was wrong with it; absent when nothing is
 */
public record EntryDraft(String typed, Set<Serial> chosen, int page, @Nullable Problem problem) {

    /** Nothing yet. */
    public static final EntryDraft EMPTY = new EntryDraft("", Set.of(), 0, null);

    /** As much as a serial may have; what is longer is a mistake and need not be kept. */
    private static final int TYPED_MAX = 40;

    private static final int PIECES_PER_PAGE = 9;

    /** Copies the set, in the order of choice. */
    public EntryDraft {
        chosen = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(chosen));
    }

    /** More characters. */
    public EntryDraft plus(String characters) {
        String longer = typed + characters;
        return longer.length() > TYPED_MAX ? this : withTyped(longer);
    }

    /** Less the last character. */
    public EntryDraft minus() {
        return withTyped(typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1));
    }

    /** Another text. */
    public EntryDraft withTyped(String text) {
        return new EntryDraft(text, chosen, page, null);
    }

    /** A piece chosen, or no longer. */
    public EntryDraft withToggled(Serial serial) {
        Set<Serial> changed = new LinkedHashSet<>(chosen);
        if (!changed.remove(serial)) {
            changed.add(serial);
        }
        return new EntryDraft(typed, changed, page, null);
    }

    /** A piece chosen, if it was not. */
    public EntryDraft withChosen(Serial serial) {
        return chosen.contains(serial) ? withProblem(null) : withToggled(serial);
    }

    /** Another page. */
    public EntryDraft turned(int by) {
        return new EntryDraft(typed, chosen, Math.max(0, page + by), problem);
    }

    /** Something wrong, or no longer. */
    public EntryDraft withProblem(@Nullable Problem newProblem) {
        return new EntryDraft(typed, chosen, page, newProblem);
    }

    /** Empty again, on the same page. */
    public EntryDraft emptied() {
        return new EntryDraft("", Set.of(), page, null);
    }

    /**
     * What was added since it was as given, once that is recorded: hands are faster than a disk.
     */
    public EntryDraft since(EntryDraft recorded) {
        Set<Serial> left = new LinkedHashSet<>(chosen);
        left.removeAll(recorded.chosen);
        String rest =
                typed.startsWith(recorded.typed) ? typed.substring(recorded.typed.length()) : typed;
        return new EntryDraft(rest, left, page, null);
    }

    /** As an entry by name. */
    public Entry pieces(List<Serial> candidates) {
        int pages = Math.max(1, Math.ceilDiv(candidates.size(), PIECES_PER_PAGE));
        int shownPage = Math.clamp(page, 0, pages - 1);
        List<Piece> shown =
                candidates.stream()
                        .skip((long) shownPage * PIECES_PER_PAGE)
                        .limit(PIECES_PER_PAGE)
                        .map(serial -> new Piece(serial.value(), chosen.contains(serial)))
                        .toList();
        return new Entry.Pieces(typed, shown, shownPage, pages, chosen.size());
    }

    /** As an entry by number. */
    public Entry quantity() {
        return new Entry.Quantity(typed);
    }
}
