package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.office.WorkQueue;
import stint.domain.plan.Line;
import stint.domain.plan.Share;
import stint.domain.work.FloorView;
import stint.wire.planning.OrderRequest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The OEM line, as seed 004 phase 6 tries it, by the hands of a planner (DP-2, DP-3, DP-5, DP-6).
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeskOrdersTest {

    private static final String ORDER = "MO-TEST-1";
    private static final int DAYS_UNTIL_START = 5;

    @TempDir private Path directory;

    private static DeskDriver orders(DeskSite site) throws Exception {
        return DeskDriver.open(site, DeskSite.PLANNER).page("orders").see("#orders-plan");
    }

    private static DeskDriver fill(DeskDriver desk, DeskSite site) throws Exception {
        LocalDate start = site.today().plusDays(DAYS_UNTIL_START);
        return desk.tap("#orders-plan")
                .type("#order-code", ORDER)
                .type("#order-customer", "ABC Trading")
                .choose("#order-product", "TOTE Bag")
                .type("#order-quantity", "500")
                .choose("#order-routing", "TOTE Production V1")
                .date("#order-scheduledStart", start)
                .date("#order-scheduledEnd", start.plusDays(15))
                .date("#order-due", start.plusDays(20));
    }

    private static boolean off(DeskDriver desk, String button) throws Exception {
        return DeskDriver.onFx(() -> desk.find(button).map(Node::isDisabled).orElse(true));
    }

    @Test
    void DP_2_DP_3_oem_scenarios_1_and_2_an_order_without_routing_and_schedule_is_refused_at_once()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = orders(site)) {
            desk.tap("#orders-plan")
                    .type("#order-customer", "ABC Trading")
                    .type("#order-quantity", "50")
                    .date("#order-due", site.today().plusDays(2))
                    .tap("#order-ok");
            desk.see("#order-routing-wrong", "Routing required");
            desk.see("#order-scheduledStart-wrong", "Schedule required for OEM");
            desk.see("#order-product-wrong", "Product required");
            desk.see("#order-quantity-wrong", "at least 100 pieces");
            desk.see("#order-due-wrong", "7 days").picture("order-refused");
        }
    }

    @Test
    void DP_2_DP_5_DP_6_oem_scenarios_3_to_6_from_planned_to_production_and_then_locked()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = orders(site)) {
            fill(desk, site).picture("order-filled").tap("#order-ok");
            desk.see("#notice-lines", "is planned").row("#orders", ORDER);
            desk.see("#orders-why", ORDER);

            desk.tap("#order-schedule").tap("#schedule-ok").see("#notice-lines", "is scheduled");
            String start =
                    DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH)
                            .format(site.today().plusDays(DAYS_UNTIL_START));
            desk.row("#orders", ORDER).tap("#order-start");
            desk.see("#notice-lines", "Cannot start before " + start).picture("order-too-early");

            site.later(Duration.ofDays(DAYS_UNTIL_START));
            desk.tap("#order-start").see("#notice-lines", "Production of " + ORDER);
            desk.see("#orders-why", "locked");
            assertThat(off(desk, "#order-change")).isTrue();
            desk.picture("order-started");

            // What was seen before it started is refused in words, too.
            desk.tap("#order-schedule")
                    .date("#schedule-scheduledEnd", site.today().plusDays(18))
                    .tap("#schedule-ok");
            desk.see("#schedule-wrong", "Cannot modify schedule after production started");
            desk.picture("order-locked").tap("#schedule-cancel");

            inTheQueue(site);
            desk.tap("#order-job").see("#job-badges", "OEM").see("#job-facts", ORDER);
            desk.row("#pieces", "Waits for Cut canvas");
            assertThat(desk.rows("#pieces")).isEqualTo(500);
        }
    }

    private static void inTheQueue(DeskSite site) {
        FloorView floor = site.server().picture().floor();
        List<WorkQueue.Card> cards =
                WorkQueue.of(floor, null, null).stream()
                        .filter(card -> ORDER.equals(card.order()))
                        .toList();
        assertThat(cards).isNotEmpty();
        WorkQueue.Card first = cards.getFirst();
        assertThat(first.line()).isEqualTo(Line.OEM);
        assertThat(first.ready()).isEqualTo(500);
        List<Share> shares = floor.planning().sharesOf(first.task());
        assertThat(shares.stream().mapToInt(Share::pieces).sum()).isEqualTo(500);
    }

    @Test
    void DP_2_what_somebody_else_changed_meanwhile_is_said_and_shown() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = orders(site)) {
            fill(desk, site).tap("#order-ok").row("#orders", ORDER);
            desk.tap("#order-change").type("#order-quantity", "600");
            LocalDate start = site.today().plusDays(DAYS_UNTIL_START);
            site.console()
                    .office(
                            "orders/" + ORDER,
                            new OrderRequest(
                                    null,
                                    "oem",
                                    "XYZ",
                                    "TOTE",
                                    700,
                                    "TOTE-V1",
                                    0,
                                    start,
                                    start.plusDays(15),
                                    start.plusDays(20),
                                    null));
            desk.tap("#order-ok").see("#notice-lines", "was 500, is 700");
            desk.row("#orders", "XYZ").picture("order-stale");

            desk.tap("#order-cancel").type("#cancel-order-reason", "paid too late");
            desk.tap("#cancel-order-ok").see("#notice-lines", "is cancelled");
            desk.tap("#orders-over").row("#orders", ORDER).see("#orders-why", "paid too late");
        }
    }

    @Test
    void DP_2_a_file_of_orders_is_taken_whole_or_every_bad_line_is_named() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = orders(site)) {
            LocalDate start = site.today().plusDays(2);
            String head =
                    "code,customer,product,quantity,routing,scheduled_start,scheduled_end,due\n";
            String dates = start + "," + start.plusDays(5) + "," + start.plusDays(20) + "\n";
            String good = "MO-C1,ABC,TOTE,200,TOTE-V1," + dates;
            desk.tap("#orders-import")
                    .type(
                            "#import-text",
                            head
                                    + good
                                    + "MO-C2,ABC,TOTE,few,TOTE-V1,"
                                    + dates
                                    + "MO-C3,,TOTE,20,NOWHERE,"
                                    + dates)
                    .tap("#import-ok");
            desk.see("#import-wrong", "Line 3: \"few\" is no whole number");
            desk.see("#import-wrong", "Line 4: Customer required").picture("import-refused");
            desk.see("#import-wrong", "Line 4: There is no routing NOWHERE");
            assertThat(site.server().picture().floor().planning().order("MO-C1")).isEmpty();

            desk.type("#import-text", head + good).tap("#import-ok");
            desk.see("#notice-lines", "1 orders imported").row("#orders", "MO-C1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void DP_2_the_orders_are_planned_in_the_planners_language(String language) throws Exception {
        try (DeskSite site = DeskSite.demo(directory, language);
                DeskDriver desk = orders(site)) {
            desk.row("#orders", "MO-2025-001").picture("orders-" + language);
            desk.tap("#orders-plan").tap("#order-ok").see("#order-due-wrong");
            desk.picture("order-" + language);
        }
    }
}
