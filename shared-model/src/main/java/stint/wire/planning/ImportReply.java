package stint.wire.planning;

import java.util.List;

/**
 * An import was taken, all of it.
 *
 * @param orders line by line
 * @param position the feed's position that includes them
 */
public record ImportReply(List<ImportedOrder> orders, long position) {

    /** Copies the lists. */
    public ImportReply {
        orders = List.copyOf(orders);
    }
}
