package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.event.StationCode;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.wire.planning.DefineReasonRequest;
import stint.wire.planning.PersonRequest;
import stint.wire.planning.PersonView;
import stint.wire.planning.PlannedStationRequest;
import stint.wire.planning.PlannedStationView;
import stint.wire.planning.ProductRequest;
import stint.wire.planning.ProductView;
import stint.wire.planning.ReasonView;
import stint.wire.planning.RefusalView;
import stint.wire.planning.SkillsRequest;
import stint.wire.protocol.PinRequest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** People, stations, reasons and products over HTTP, as the desk keeps them. */
class MasterDataTest {

    private static final String PIN = "592748";

    @TempDir private Path directory;

    private TestServer server;
    private OfficeClient admin;
    private OfficeClient planner;

    @BeforeEach
    void open() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks());
        admin = OfficeClient.of(server, "A", Role.ADMIN);
        planner = OfficeClient.of(server, "P", Role.PLANNER);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private PersonView person(String code) throws Exception {
        return Arrays.stream(planner.get("people", PersonView[].class))
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static PersonRequest operator(String name, boolean active, String seen) {
        return new PersonRequest(name, "th", "operator", active, seen);
    }

    @Test
    void DP_3_what_is_wrong_with_a_person_is_said_all_at_once_each_at_its_field() throws Exception {
        List<RefusalView> wrong =
                OfficeClient.refusals(
                        planner.post(
                                "people/a%20b", new PersonRequest("", "xx", "admin", true, null)));

        assertThat(wrong)
                .extracting(RefusalView::field)
                .contains("code", "name", "language", "role");
        assertThat(wrong)
                .extracting(RefusalView::text)
                .contains("Only an administrator says who is more than an operator");
    }

    @Test
    void SY_4_a_person_is_made_and_changed_without_their_pin_being_told_or_lost() throws Exception {
        planner.done("people/N1", operator("ช่างใหม่", true, null));
        admin.post("people/N1/pin", new PinRequest(PIN));
        PersonView before = person("N1");
        planner.done("people/N1", operator("ช่างเก่า", true, before.version()));

        assertThat(person("N1").name()).isEqualTo("ช่างเก่า");
        assertThat(before.pin()).isTrue();
        assertThat(person("N1").pin()).isTrue();
        String told =
                new String(
                        planner.send("GET", "people", "application/json", new byte[0]).body(),
                        UTF_8);
        assertThat(told).doesNotContain("argon2", "sealed1", PIN);
        assertThat(planner.refused("people/N1", operator("X", true, before.version())))
                .singleElement()
                .asString()
                .contains("changed by Khun P", "was ช่างใหม่, is ช่างเก่า");
    }

    @Test
    void DP_3_what_two_begin_as_new_under_one_code_is_made_once() throws Exception {
        planner.done("people/N2", operator("First", true, ""));

        assertThat(planner.refused("people/N2", operator("Second", true, "")))
                .singleElement()
                .asString()
                .contains("changed by Khun P", "Name: was nothing, is First");
        assertThat(person("N2").name()).isEqualTo("First");
    }

    @Test
    void SY_4_who_works_here_no_more_cannot_sign_in_and_is_signed_out() throws Exception {
        OfficeClient leaving = OfficeClient.of(server, "L", Role.SUPERVISOR);
        assertThat(leaving.get("reasons", ReasonView[].class)).isEmpty();
        admin.done("people/L", new PersonRequest("L", "en", "supervisor", false, null));

        assertThat(leaving.send("GET", "reasons", "application/json", new byte[0]).statusCode())
                .isEqualTo(401);
        assertThat(person("L").active()).isFalse();
        assertThat(person("L").pin()).isFalse();
        assertThat(admin.post("people/L/pin", new PinRequest(PIN)).statusCode()).isEqualTo(422);
        admin.done("people/L", new PersonRequest("L", "en", "supervisor", true, null));
        assertThat(admin.post("people/L/pin", new PinRequest(PIN)).statusCode()).isEqualTo(200);
    }

    @Test
    void SY_4_the_last_administrator_stays_one() throws Exception {
        assertThat(admin.refused("people/A", new PersonRequest("A", "en", "planner", true, null)))
                .singleElement()
                .asString()
                .contains("last administrator");
        OfficeClient.of(server, "A2", Role.ADMIN);
        admin.done("people/A", new PersonRequest("A", "en", "planner", true, null));
    }

    @Test
    void DP_3_a_skill_that_is_no_code_is_said_at_its_field() throws Exception {
        planner.done("people/N1", operator("N", true, null));
        assertThat(
                        OfficeClient.refusals(
                                planner.post(
                                        "people/N1/skills",
                                        new SkillsRequest(List.of("edge paint"), null))))
                .extracting(RefusalView::field)
                .containsExactly("skills");
    }

    @Test
    void ST_1_a_station_is_made_known_and_changed_and_a_stale_change_is_told() throws Exception {
        planner.done("planned-stations/B1", station(null, "bench", "hall-1", null, null, null));
        planner.done("planned-stations/M1", station("B1", "press", null, "oem", "Press", null));
        PlannedStationView press = planner.get("planned-stations", PlannedStationView[].class)[1];
        assertThat(press.bench()).isEqualTo("B1");
        assertThat(press.line()).isEqualTo("oem");
        planner.done("planned-stations/M1", station("B1", "press", "hall-2", null, null, null));

        assertThat(
                        planner.refused(
                                "planned-stations/M1",
                                station("B1", "press", "hall-3", null, null, press.version())))
                .singleElement()
                .asString()
                .contains("Area: was nothing, is hall-2");
        assertThat(server.server().picture().floor().station(new StationCode("M1")))
                .hasValueSatisfying(at -> assertThat(at.area()).isEqualTo("hall-2"));
    }

    @Test
    void ST_1_DP_3_all_that_is_wrong_with_a_station_is_said_at_once() throws Exception {
        assertThat(
                        OfficeClient.refusals(
                                planner.post(
                                        "planned-stations/M1",
                                        station("NOWHERE", "a b", "c d", "oem", null, null))))
                .extracting(RefusalView::field)
                .containsExactly("type", "area", "bench", "task");
    }

    private static PlannedStationRequest station(
            String bench, String type, String area, String line, String task, String seen) {
        return new PlannedStationRequest("switch", bench, type, area, List.of(), line, task, seen);
    }

    @Test
    void ST_4_a_reason_says_which_languages_it_lacks_and_reaches_the_floor() throws Exception {
        planner.done(
                "reasons/no-thread",
                new DefineReasonRequest("hold", Map.of("en", "No thread", "th", " "), null));
        ReasonView reason = planner.get("reasons", ReasonView[].class)[0];

        assertThat(reason.missing()).containsExactly("th", "he", "ru");
        assertThat(server.server().picture().floor().reasons(Reason.Kind.HOLD)).hasSize(1);
        assertThat(
                        OfficeClient.refusals(
                                planner.post(
                                        "reasons/other",
                                        new DefineReasonRequest(
                                                "scrap", Map.of("th", "อื่น ๆ"), null))))
                .extracting(RefusalView::field)
                .containsExactly("label_en");
    }

    @Test
    void TR_1_a_product_keeps_its_brand() throws Exception {
        planner.done(
                "products/BAG",
                new ProductRequest("Bag", null, null, null, "Charlotte Aimée", null));
        assertThat(planner.get("products", ProductView[].class)[0].brand())
                .isEqualTo("Charlotte Aimée");
    }
}
