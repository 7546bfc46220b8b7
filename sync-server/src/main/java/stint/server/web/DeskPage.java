package stint.server.web;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The supervisor's desk: exceptions and what can be done about them (EX-2).
 *
 * @param texts its words
 * @param person who is signed in; empty where nobody is, who then may only read
 * @param proof what its forms carry
 * @param all whether those looked at are shown too
 * @param type the kind that is shown alone; empty for all
 * @param types the kinds there are
 * @param items what is shown, newest first
 * @param more how many there are besides
 * @param problem what went wrong with the last form; empty for nothing
 */
public record DeskPage(
        WebTexts texts,
        String person,
        String proof,
        boolean all,
        String type,
        List<Kind> types,
        List<Item> items,
        int more,
        String problem) {

    /** So many are shown at once. */
    public static final int ITEMS_MAX = 100;

    /** Copies the lists. */
    public DeskPage {
        types = List.copyOf(types);
        items = List.copyOf(items);
    }

    /** A kind of exception and its name. */
    public record Kind(String code, String name) {}

    /**
     * One exception.
     *
     * @param key names it; empty where it can't be acknowledged
     * @param text what it says
     * @param detail its kind and the rule that was applied
     * @param when the last of its claims
     * @param claims what shows it
     * @param looked who looked at it, in words; empty while it is open
     * @param note what they said
     * @param version what whoever acknowledges it says they saw
     */
    public record Item(
            String key,
            String text,
            String detail,
            String when,
            List<Claim> claims,
            String looked,
            String note,
            String version) {

        /** Copies the claims. */
        public Item {
            claims = List.copyOf(claims);
        }
    }

    /**
     * One event that shows an exception.
     *
     * @param event its identity
     * @param text who did what, where and when
     * @param voided whether it counts no more
     * @param quantity its quantity, where it can be corrected
     * @param canTakeBack whether it can be taken back
     * @param version what whoever corrects it says they saw
     */
    public record Claim(
            String event,
            String text,
            boolean voided,
            @Nullable Long quantity,
            boolean canTakeBack,
            String version) {}

    /** Where this list is, in this language. */
    public String at(boolean withAll, String ofType) {
        return "/exceptions?lang="
                + texts.language().tag()
                + (withAll ? "&all=1" : "")
                + (ofType.isEmpty() ? "" : "&type=" + ofType);
    }
}
