package stint.desk;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Who may sit at the desk, and how it says so. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DeskLoginTest {

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void a_planner_signs_in_and_works_in_their_own_language(String language) throws Exception {
        try (DeskSite site = DeskSite.demo(directory, language);
                DeskDriver desk = DeskDriver.open(site)) {
            desk.see("#login-code").picture("login");
            desk.signIn(DeskSite.PLANNER).see("#who", "Ploy").row("#jobs", "Test Luxury Bag");
            desk.picture("jobs-" + language);
        }
    }

    @Test
    void whoever_is_nobody_or_works_at_a_bench_stays_outside() throws Exception {
        try (DeskSite site = DeskSite.empty(directory, "en");
                DeskDriver desk = DeskDriver.open(site)) {
            desk.type("#login-code", DeskSite.PLANNER).type("#login-pin", "111222");
            desk.tap("#login-enter").see("#login-problem", "wrong");

            desk.type("#login-code", DeskSite.OPERATOR).type("#login-pin", DeskSite.PIN);
            desk.tap("#login-enter").see("#login-problem", "for supervisors, planners");

            desk.signIn(DeskSite.PLANNER).tap("#sign-out").see("#login-code");
        }
    }

    @Test
    void the_desk_is_dark_where_somebody_likes_it_so_and_keys_lead_to_its_pages() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.SUPERVISOR)) {
            desk.row("#jobs", "Test Luxury Bag").tap("#light").picture("jobs-dark");
            desk.shortcut(KeyCode.DIGIT2)
                    .see("#page-title", "Orders")
                    .row("#orders", "MO-2025-002");
            desk.picture("orders-dark");
        }
    }

    @Test
    void without_its_server_the_desk_says_so_and_keeps_what_it_knew() throws Exception {
        try (DeskSite site = DeskSite.demo(directory, "en");
                DeskDriver desk = DeskDriver.open(site, DeskSite.PLANNER)) {
            desk.row("#jobs", "Test Luxury Bag");
            site.stopServer();
            desk.see("#gone-text", "can’t be reached").see("#jobs", "Test Luxury Bag");
            desk.picture("server-gone");

            site.restartServer();
            desk.see("#login-problem", "signed out").signIn(DeskSite.PLANNER);
            desk.gone("#gone").see("#jobs", "Test Luxury Bag");
        }
    }
}
