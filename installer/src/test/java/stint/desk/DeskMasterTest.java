package stint.desk;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.plan.Reason;
import stint.domain.work.FloorView;
import stint.wire.planning.PersonRequest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Who and what the floor is made of, kept at the desk (ST-1, ST-4, DP-2, DP-3, DP-5). */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeskMasterTest {

    private static final String NEW_PIN = "592748";

    @TempDir private Path directory;

    private static DeskDriver master(DeskSite site, String who) throws Exception {
        return DeskDriver.open(site, who).page("master").see("#people-add");
    }

    private static boolean off(DeskDriver desk, String selector) throws Exception {
        return DeskDriver.onFx(() -> desk.find(selector).map(Node::isDisabled).orElse(true));
    }

    private static FloorView floor(DeskSite site) {
        return site.server().picture().floor();
    }

    @Test
    void DP_3_a_person_is_made_with_skills_and_all_that_is_wrong_is_said_at_once()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = master(site, DeskSite.PLANNER)) {
            desk.tap("#people-add").tap("#person-ok");
            desk.see("#person-code-wrong", "1 to 40 letters").see("#person-name-wrong", "Name");
            desk.picture("master-person-wrong");
            assertThat(off(desk, "#person-role")).as("an administrator's").isTrue();
            assertThat(DeskDriver.onFx(() -> desk.find("#people-pin").isEmpty())).isTrue();

            desk.type("#person-code", "3001").type("#person-name", "Somsak New");
            desk.type("#person-skills", "machine, edge/paint").tap("#person-ok");
            desk.see("#person-skills-wrong", "edge/paint");
            desk.type("#person-skills", "machine, edge-paint").tap("#person-ok");
            desk.see("#notice-lines", "3001 is saved").row("#master-people-list", "3001");
            assertThat(floor(site).planning().skillsOf(new OperatorCode("3001")))
                    .containsExactly("edge-paint", "machine");
            desk.type("#people-search", "somsak").see("#people-count", "1 of");
        }
    }

    @Test
    void SY_4_an_administrator_gives_a_pin_that_is_shown_nowhere_and_makes_somebody_leave()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = master(site, DeskSite.ADMIN)) {
            desk.row("#master-people-list", DeskSite.OPERATOR).tap("#people-pin");
            desk.type("#pin-pin", "111111").type("#pin-again", "111111").tap("#pin-ok");
            desk.see("#pin-wrong", "over and over");
            desk.type("#pin-pin", NEW_PIN).type("#pin-again", NEW_PIN).picture("master-pin");
            desk.tap("#pin-ok").see("#notice-lines", "has a new PIN");

            desk.row("#master-people-list", DeskSite.OPERATOR).tap("#people-change");
            desk.choose("#person-active", "not active").tap("#person-ok");
            desk.see("#notice-lines", "O1 is saved");
            assertThat(floor(site).operator(new OperatorCode("O1")).orElseThrow().active())
                    .isFalse();
            desk.row("#master-people-list", DeskSite.ADMIN).tap("#people-change");
            desk.choose("#person-role", "Planner").tap("#person-ok");
            desk.see("#person-role-wrong", "last administrator").picture("master-last-admin");
        }
    }

    @Test
    void DP_3_what_somebody_else_changed_meanwhile_is_said() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = master(site, DeskSite.PLANNER)) {
            desk.row("#master-people-list", DeskSite.OPERATOR).tap("#people-change");
            desk.type("#person-name", "Malee Thongdee");
            site.console()
                    .office(
                            "people/O1",
                            new PersonRequest("Malee T.", "en", "operator", true, null));
            desk.tap("#person-ok").see("#notice-lines", "was Malee Thong, is Malee T.");
            desk.row("#master-people-list", "Malee T.").picture("master-stale");
        }
    }

    @Test
    void ST_1_a_station_is_made_and_all_that_is_wrong_is_said_at_once() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = master(site, DeskSite.PLANNER)) {
            desk.tap("#master-stations").tap("#stations-add");
            desk.type("#station-code", "PRESS-9").type("#station-type", "two words");
            desk.choose("#station-line", "OEM").tap("#station-ok");
            desk.see("#station-type-wrong", "two words").see("#station-task-wrong", "both");
            desk.picture("master-station-wrong");
            desk.type("#station-type", "press").type("#station-task", "Press").tap("#station-ok");
            desk.see("#notice-lines", "PRESS-9 is saved").row("#master-stations-list", "PRESS-9");
            assertThat(floor(site).station(new StationCode("PRESS-9")).orElseThrow().type())
                    .isEqualTo("press");
        }
    }

    @Test
    void ST_4_a_reason_without_a_label_is_seen_and_one_without_english_is_refused()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = master(site, DeskSite.PLANNER)) {
            desk.tap("#master-reasons").tap("#reasons-add");
            desk.type("#reason-code", "no-zip").type("#reason-label_th", "ไม่มีซิป");
            desk.tap("#reason-ok").see("#reason-label_en-wrong", "English label");
            desk.type("#reason-label_en", "No zip").tap("#reason-ok");
            desk.see("#notice-lines", "no-zip is saved").type("#reasons-search", "no-zip");
            desk.see("#master-reasons-list", "missing").picture("master-reasons");
            List<Reason> reasons = floor(site).reasons(Reason.Kind.HOLD);
            assertThat(reasons)
                    .anySatisfy(reason ->
                            assertThat(reason.labels())
                                    .isEqualTo(Map.of("en", "No zip", "th", "ไม่มีซิป")));
        }
    }

    @Test
    void TR_1_DP_2_products_skills_and_limits_are_kept() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = master(site, DeskSite.PLANNER)) {
            desk.tap("#master-products").row("#master-products-list", "TOTE");
            desk.tap("#products-change").type("#product-gtin", "9506000134353");
            desk.tap("#product-ok").see("#product-gtin-wrong", "no GTIN");
            desk.picture("master-product-wrong");
            desk.type("#product-gtin", "9506000134352").type("#product-brand", "Rebello");
            desk.tap("#product-ok").see("#notice-lines", "TOTE is saved");
            assertThat(floor(site).product("TOTE").orElseThrow().brand()).isEqualTo("Rebello");
            assertThat(floor(site).product("TOTE").orElseThrow().routing()).isEqualTo("TOTE-V1");

            desk.tap("#master-skills").row("#master-skills-list", "machine").tap("#skills-change");
            desk.choose("#skill-operator", "· O1").tap("#skill-ok");
            desk.see("#notice-lines", "O1 is saved").picture("master-skills");
            assertThat(floor(site).planning().skillsOf(new OperatorCode("O1")))
                    .containsExactly("machine");

            desk.tap("#master-limits").type("#limits-oemMin", "0").tap("#limits-ok");
            desk.see("#limits-oemMin-wrong", "must be 1").picture("master-limits");
            desk.type("#limits-oemMin", "50").tap("#limits-ok").see("#notice-lines", "limits are");
            assertThat(floor(site).planning().limitsInForce().oemQuantityMin()).isEqualTo(50);
        }
    }

    @Test
    void SY_4_a_supervisor_says_what_people_have_learnt_and_nothing_else_of_them()
            throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = master(site, DeskSite.SUPERVISOR)) {
            assertThat(off(desk, "#people-add")).isTrue();
            desk.row("#master-people-list", DeskSite.OPERATOR).tap("#people-change");
            assertThat(off(desk, "#person-name")).isTrue();
            desk.type("#person-skills", "machine").tap("#person-ok");
            desk.see("#notice-lines", "O1 is saved");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void UX_1_master_data_is_kept_in_the_planners_language(String language) throws Exception {
        try (DeskSite site = DeskSite.demo(directory, language);
                DeskDriver desk = master(site, DeskSite.ADMIN)) {
            desk.row("#master-people-list", DeskSite.OPERATOR).tap("#people-change");
            desk.picture("master-people-" + language);
            desk.tap("#master-stations")
                    .see("#stations-count")
                    .picture("master-stations-" + language);
            desk.tap("#master-reasons").tap("#reasons-add").picture("master-reasons-" + language);
            desk.tap("#master-products").row("#master-products-list", "TOTE");
            desk.tap("#products-change").picture("master-products-" + language);
            desk.tap("#master-skills").row("#master-skills-list", "machine");
            desk.picture("master-skills-" + language);
            desk.tap("#master-limits").see("#limits-oemMin").picture("master-limits-" + language);
        }
    }
}
