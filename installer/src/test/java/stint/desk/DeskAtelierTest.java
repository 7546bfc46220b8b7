package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.office.WorkQueue;
import stint.domain.plan.Line;
import stint.domain.work.Command;
import stint.wire.planning.JobChangeRequest;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The atelier's line, as seed 004 phase 6 tries it, by the hands of a planner (DP-1, DP-3, DP-6).
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeskAtelierTest {

    private static final String BAG = "Test Bag of Fifteen";

    @TempDir private Path directory;

    private static DeskDriver fill(DeskDriver desk) throws Exception {
        return desk.tap("#jobs-create")
                .type("#new-job-name", BAG)
                .type("#new-job-quantity", "15")
                .choose("#new-job-routing", "Luxury");
    }

    private static List<WorkQueue.Card> queue(DeskSite site) {
        return WorkQueue.of(site.server().picture().floor(), null, null).stream()
                .filter(card -> card.job().equals(BAG))
                .toList();
    }

    @Test
    void DP_1_DP_6_atelier_scenarios_1_to_3_create_and_start_in_one_step_without_an_order()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.PLANNER)) {
            fill(desk).picture("new-job-filled").tap("#new-job-ok");
            desk.see("#notice-lines", "15 pieces are in production");
            desk.see("#job-name", BAG).see("#job-badges", "Atelier").see("#job-facts", "0 of 15");
            desk.row("#pieces", "Waits for Cut leather");
            assertThat(desk.rows("#pieces")).isEqualTo(15);
            desk.picture("job-en");

            List<WorkQueue.Card> cards = queue(site);
            assertThat(cards).isNotEmpty();
            assertThat(cards)
                    .allSatisfy(card -> {
                        assertThat(card.line()).isEqualTo(Line.ATELIER);
                        assertThat(card.order()).isNull();
                    });
            assertThat(cards.getFirst().ready()).isEqualTo(15);

            // An operator sees it and begins; the desk shows it without being asked.
            site.work(
                    new StationCode("BENCH-1"),
                    new Command.Start(
                            new OperatorCode("1003"), cards.getFirst().task(), null, null, null));
            desk.see("#step-1", "in progress").see("#step-1", "Chai Wongsa").picture("job-live");

            desk.tap("#job-back").row("#jobs", BAG);
        }
    }

    @Test
    void DP_3_all_that_is_wrong_with_a_job_is_said_at_once() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.PLANNER)) {
            desk.tap("#jobs-create").type("#new-job-quantity", "101").tap("#new-job-ok");
            desk.see("#new-job-name-wrong", "Name required");
            desk.see("#new-job-quantity-wrong", "at most 100 pieces");
            desk.see("#new-job-routing-wrong", "Routing required").picture("new-job-refused");

            fill(desk).tap("#new-job-ok").see("#job-name", BAG);
        }
    }

    @Test
    void DP_1_a_job_is_changed_in_production_and_what_somebody_else_changed_is_said()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.PLANNER)) {
            desk.row("#jobs", "Test Luxury Bag").press(KeyCode.ENTER).see("#job-name", "Luxury");
            desk.row("#pieces", "Waits for");
            String ticket = desk.said("#job-name").split(" ", 2)[0];

            desk.tap("#job-change").type("#change-quantity", "9").tap("#change-ok");
            desk.see("#notice-lines", "is changed").see("#job-facts", "0 of 9");

            desk.tap("#job-change").type("#change-quantity", "12");
            site.console()
                    .office(
                            "jobs/" + ticket + "/change",
                            new JobChangeRequest("Another name", 10, null, null));
            desk.tap("#change-ok").see("#notice-lines", "was 9, is 10");
            desk.see("#job-name", "Another name").see("#job-facts", "0 of 10").picture("job-stale");

            desk.tap("#job-cancel").tap("#cancel-job-ok").see("#cancel-job-reason-wrong", "why");
            desk.type("#cancel-job-reason", "the customer left").tap("#cancel-job-ok");
            desk.see("#job-badges", "cancelled");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "he", "ru"})
    void DP_1_the_jobs_are_planned_in_the_planners_language(String language) throws Exception {
        try (DeskSite site = DeskSite.demo(directory, language);
                DeskDriver desk = DeskDriver.open(site, DeskSite.PLANNER)) {
            desk.row("#jobs", "Test Luxury Bag").picture("jobs-" + language);
            desk.tap("#jobs-create").type("#new-job-quantity", "101").tap("#new-job-ok");
            desk.see("#new-job-quantity-wrong").see("#new-job-quantity-wrong", "100");
            desk.picture("new-job-" + language).tap("#new-job-cancel");
            desk.row("#jobs", "Test Luxury Bag").press(KeyCode.ENTER).row("#pieces", "CL");
            desk.see("#story", "CL").picture("job-" + language);
        }
    }
}
