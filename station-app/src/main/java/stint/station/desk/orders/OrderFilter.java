package stint.station.desk.orders;

import stint.wire.planning.OrderView;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which of the orders to show. Pure.
 *
 * @param which by where they stand
 * @param search what code, customer, product or ticket holds; empty for all
 */
record OrderFilter(Which which, String search) {

    /** By where they stand. */
    enum Which {
        OPEN,
        PLANNED,
        SCHEDULED,
        STARTED,
        LATE,
        OVER,
        ALL
    }

    /** The orders that are wanted, by due date, those without one last. */
    List<OrderView> of(List<OrderView> orders) {
        return orders.stream()
                .filter(order -> wanted(order) && found(order))
                .sorted(
                        Comparator.<OrderView, LocalDate>comparing(order ->
                                        Objects.requireNonNullElse(order.due(), LocalDate.MAX))
                                .thenComparing(OrderView::code))
                .toList();
    }

    private boolean wanted(OrderView order) {
        boolean over = over(order);
        return switch (which) {
            case OPEN -> !over;
            case PLANNED -> order.status().equals("planned");
            case SCHEDULED -> order.status().equals("scheduled");
            case STARTED -> order.status().equals("in_progress");
            case LATE -> order.late();
            case OVER -> over;
            case ALL -> true;
        };
    }

    /** Whether nothing comes of it any more. */
    static boolean over(OrderView order) {
        return order.status().equals("done") || order.status().equals("cancelled");
    }

    private boolean found(OrderView order) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return Stream.of(order.code(), order.customer(), order.product(), order.ticket())
                .filter(Objects::nonNull)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** A code that no order has yet, such as {@code MO-2026-004}. */
    static String nextCode(List<OrderView> orders, LocalDate today) {
        String beginning = "MO-" + today.getYear() + "-";
        int highest =
                orders.stream()
                        .map(OrderView::code)
                        .filter(code -> code.matches(beginning + "\\d{1,6}"))
                        .mapToInt(code -> Integer.parseInt(code.substring(beginning.length())))
                        .max()
                        .orElse(0);
        return "%s%03d".formatted(beginning, highest + 1);
    }
}
