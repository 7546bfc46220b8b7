package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import stint.clock.SystemClocks;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/** The board as a web page, in a real Chromium (BD-1, BD-2). */
@Tag(Browser.TAG)
class WebBoardTest {

    @TempDir private static Path directory;

    private static TestServer server;
    private static WebFloor floor;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.guarded(directory.resolve("server"), new SystemClocks());
        floor = new WebFloor(server).day();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private Browser browser(String... more) {
        return Browser.open(directory.resolve("profile-" + System.nanoTime()), more);
    }

    private static String card(Browser browser, String ticket) {
        return browser.text("article[aria-labelledby='card-" + ticket + "']");
    }

    @ParameterizedTest
    @CsvSource({"en, dark", "th, light", "he, dark", "ru, light"})
    void BD_1_the_board_speaks_each_language_on_wall_and_phone(String language, String theme)
            throws Exception {
        try (Browser browser = browser()) {
            browser.size(1920, 1080)
                    .go(server.uri("/board?page=1&theme=" + theme + "&lang=" + language));
            browser.until("cards are there", b -> b.all("article.card").size() == 6);
            assertThat(browser.run("return document.documentElement.dir"))
                    .isEqualTo(language.equals("he") ? "rtl" : "ltr");
            assertThat(browser.overflows()).isFalse();
            browser.run("return document.fonts.ready");
            browser.picture("web-board-" + language);
            assertThat(browser.seriousFaults()).isEmpty();

            browser.size(390, 844);
            assertThat(browser.overflows()).as("a phone scrolls in one direction").isFalse();
            browser.longPicture("web-board-" + language + "-phone");
            assertThat(browser.seriousFaults()).isEmpty();
        }
    }

    @Test
    void BD_1_a_tap_reaches_the_page_and_cards_keep_their_place() throws Exception {
        try (Browser browser = browser()) {
            browser.size(1920, 1080).go(server.uri("/board?page=1"));
            browser.until("the count is there", b -> card(b, WebFloor.TOTE).contains("61"));
            List<String> before = tickets(browser);

            floor.made(WebFloor.TOTE, 2, "BENCH-4", "Ivan", 0, 7);
            floor.push();

            browser.until("the tap is on the board", b -> card(b, WebFloor.TOTE).contains("68"));
            assertThat(tickets(browser)).isEqualTo(before);
        }
    }

    private static List<String> tickets(Browser browser) {
        return browser.texts(".ticket");
    }

    @Test
    void BD_1_pages_turn_by_themselves_and_one_may_stay_at_one() throws Exception {
        try (Browser browser = browser()) {
            browser.size(1920, 1080).go(server.uri("/board"));
            String first = browser.until("a page is marked", b -> b.text(".pages [aria-current]"));
            browser.until("the page turns", b -> !b.text(".pages [aria-current]").equals(first));

            browser.go(server.uri("/board?page=2"));
            browser.until("page 2 stays", b -> b.text(".pages [aria-current]").equals("2"));
        }
    }

    @Test
    void BD_1_a_board_is_filtered_by_line_area_and_job() throws Exception {
        try (Browser browser = browser()) {
            browser.size(1920, 1080).go(server.uri("/board?line=ATELIER&page=1"));
            assertThat(browser.all(".line.oem")).isEmpty();
            assertThat(browser.all(".line.atelier")).isNotEmpty();
            browser.go(server.uri("/board?area=Assembly"));
            assertThat(tickets(browser)).containsExactly(WebFloor.TOTE);
            browser.go(server.uri("/board?job=evening"));
            assertThat(tickets(browser)).containsExactly(WebFloor.EVENING);
            assertThat(browser.text(".chip")).isEqualTo("evening");
        }
    }

    @Test
    void BD_1_a_server_that_is_gone_leaves_what_was_known_and_comes_back_by_itself(
            @TempDir Path own) throws Exception {
        try (TestServer mine = TestServer.guarded(own, new SystemClocks());
                Browser browser = browser()) {
            new WebFloor(mine).day();
            browser.size(1920, 1080).go(mine.uri("/board?page=1"));
            browser.until("the board is live", b -> card(b, WebFloor.TOTE).contains("61"));
            mine.stop();

            browser.until("it says so", b -> b.find("#stale").isDisplayed());
            browser.picture("web-board-stale");
            assertThat(browser.text("#stale")).contains("Server not heard since");
            assertThat(card(browser, WebFloor.TOTE)).contains("61");

            mine.startAgainAtTheSamePort();
            browser.until("it comes back", b -> !b.find("#stale").isDisplayed());
        }
    }

    @Test
    void BD_1_without_scripts_the_board_is_a_reading_that_renews_itself() throws Exception {
        try (Browser browser = browser()) {
            browser.size(1920, 1080).withoutScripts().go(server.uri("/board?page=1&lang=en"));
            assertThat(card(browser, WebFloor.EVENING)).contains("Sewing").contains("2 / 3");
            assertThat(browser.all("noscript meta[http-equiv=refresh]")).hasSize(1);
        }
    }

    @Test
    void no_script_or_style_but_the_servers_own_may_run() throws Exception {
        HttpResponse<byte[]> response = server.get("/board");

        String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "script-src 'self'");
        assertThat(policy).doesNotContain("unsafe");
        String page = new String(response.body(), UTF_8);
        assertThat(page).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("style=");
        assertThat(page).doesNotContainPattern("\\son[a-z]+=");
    }
}
