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
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Line;
import stint.server.trace.PublicSerial;
import stint.server.trace.SerialCodes;

import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The customer's page of a piece, and the label that leads there (TR-1). */
class BagTest {

    private static final Pattern CODE = Pattern.compile("<b dir=\"ltr\">([0-9A-Z]{5}-[0-9A-Z]{5})");

    private static final String MORE = "JT251104009";
    private static final Serial IN_WORK = new Serial("EB-0101");
    private static final Serial SCRAPPED = new Serial("EB-0102");

    @TempDir private static Path directory;

    private static TestServer server;
    private static WebFloor floor;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.guarded(directory.resolve("server"), new SystemClocks());
        floor = new WebFloor(server).day();
        moreBags();
    }

    /** One that is still being made, and one that will never be sold. */
    private static void moreBags() throws Exception {
        floor.post(
                List.of(
                        WebFloor.job(
                                MORE,
                                "Evening bag",
                                Line.ATELIER,
                                2,
                                null,
                                "EVENING",
                                List.of(IN_WORK, SCRAPPED),
                                "Cutting",
                                "Sewing")));
        TaskId cutting = new TaskId(MORE, 1);
        floor.start(MORE, 1, "BENCH-2", "An", 90);
        floor.record(
                "BENCH-2",
                "An",
                70,
                new WorkFact.Completed(cutting, null, 2, List.of(IN_WORK, SCRAPPED), null));
        floor.record(
                "BENCH-2",
                "An",
                60,
                new WorkFact.Scrapped(cutting, null, 1, List.of(SCRAPPED), "stitch"));
        floor.push();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String label(Serial serial) throws Exception {
        HttpResponse<byte[]> response =
                server.as(server.console(), "GET", "/labels/serials/" + serial, new byte[0]);
        assertThat(response.statusCode()).isEqualTo(200);
        return new String(response.body(), UTF_8);
    }

    private static String code(Serial serial) throws Exception {
        Matcher code = CODE.matcher(label(serial));
        assertThat(code.find()).as("the label has a code").isTrue();
        return code.group(1);
    }

    private static String bag() throws Exception {
        return "/01/" + WebFloor.GTIN + "/21/" + WebFloor.BAG + "?c=" + code(WebFloor.BAG);
    }

    private static String page(String path) throws Exception {
        HttpResponse<byte[]> response = server.get(path + "&lang=en");
        assertThat(response.statusCode()).isEqualTo(200);
        return new String(response.body(), UTF_8);
    }

    @Test
    void TR_1_what_leaves_the_site_is_on_this_list_and_nothing_else() {
        assertThat(fields(PublicSerial.class))
                .containsExactly(
                        "serial",
                        "state",
                        "product",
                        "brand",
                        "gtin",
                        "handcrafted",
                        "steps",
                        "completed",
                        "batch");
        assertThat(fields(PublicSerial.Step.class))
                .containsExactly("name", "artisan", "from", "to", "minutes", "grade");
    }

    private static List<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    @Test
    void TR_1_a_bag_tells_its_steps_and_names_only_who_agreed() throws Exception {
        String page = page(bag());

        assertThat(page).contains("Evening bag “Ratri”", "Maison Chiang Mai", "EB-0001");
        assertThat(page).contains("Cutting", "Sewing", "Finishing");
        assertThat(page).as("by consent").contains("อันนา ช่างเย็บ");
        assertThat(page)
                .as("the name on the floor, worker codes and benches stay here")
                .doesNotContain("อันนา สุขใจ", "Chai Wongsa", ">An<", "BENCH-");
        assertThat(page).contains("An artisan of the house");
        assertThat(page).contains("8 min", "12 min", "24 min");
    }

    @Test
    void TR_1_a_name_is_gone_as_soon_as_consent_is_withdrawn() throws Exception {
        floor.withdraw("An");
        assertThat(page(bag())).doesNotContain("อันนา");
        floor.consent("An", "อันนา ช่างเย็บ");
        assertThat(page(bag())).contains("อันนา ช่างเย็บ");
    }

    @Test
    void TR_1_mass_production_tells_its_day_and_batch_only() throws Exception {
        String path = "/s/" + WebFloor.WHOLESALE + "?c=" + code(WebFloor.WHOLESALE);
        String page = page(path);

        assertThat(page).contains("Market tote", "MO-251104002", "Completed");
        assertThat(page).doesNotContain("Assembly", "Ivan", "Петров", "דנה", " min");
    }

    @Test
    void TR_1_without_its_code_a_serial_tells_nothing_not_even_that_it_exists() throws Exception {
        String known = new String(server.get("/s/EB-0002?lang=en").body(), UTF_8);
        String unknown = new String(server.get("/s/EB-9992?lang=en").body(), UTF_8);

        assertThat(known).contains("Type the code").doesNotContain("Ratri");
        assertThat(known.replace("EB-0002", "X")).isEqualTo(unknown.replace("EB-9992", "X"));
        assertThat(server.get("/s/EB-0002?c=" + code(WebFloor.BAG)).statusCode()).isEqualTo(404);
        assertThat(server.get(bag().replace(WebFloor.GTIN, "00012345600012")).statusCode())
                .as("another product's number")
                .isEqualTo(404);
    }

    @Test
    void TR_1_whoever_tries_codes_waits(@TempDir Path own) throws Exception {
        try (TestServer mine = TestServer.guarded(own, new SystemClocks())) {
            for (int tries = 0; tries < 5; tries++) {
                assertThat(mine.get("/s/EB-0001?c=AAAAA-AAAA" + tries).statusCode()).isEqualTo(404);
            }
            assertThat(mine.get("/s/EB-0001?c=AAAAA-AAAAA").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void TR_1_a_serial_that_counts_needs_a_code_and_one_that_is_random_does_not() {
        for (String counted :
                List.of(
                        "EB-0001",
                        "JT251030001-017",
                        "2025-10-30-LINE-3-000017",
                        "A1B2C3D4E5F6G7H8I9J000017",
                        "6ba7b810-9dad-11d1-80b4-00c04fd430c8")) {
            assertThat(SerialCodes.isGuessable(new Serial(counted))).as(counted).isTrue();
        }
        assertThat(SerialCodes.isGuessable(new Serial("7c1f2f0a-93d5-4b6e-a1c4-5f0e9d2b8a36")))
                .isFalse();
    }

    @Test
    void TR_1_a_code_is_read_as_people_type_it() throws Exception {
        String typed = code(WebFloor.BAG).toLowerCase(java.util.Locale.ROOT).replace("-", "%20");

        assertThat(
                        server.get("/01/" + WebFloor.GTIN + "/21/" + WebFloor.BAG + "?c=" + typed)
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void TR_1_a_product_with_a_gtin_has_its_page_at_the_digital_link() throws Exception {
        HttpResponse<byte[]> moved = server.get("/s/" + WebFloor.BAG + "?c=" + code(WebFloor.BAG));

        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(moved.headers().firstValue("Location").orElseThrow())
                .startsWith("/01/" + WebFloor.GTIN + "/21/EB-0001?c=");
    }

    @Test
    void TR_1_a_page_is_kept_for_a_minute_and_told_apart_by_its_tag() throws Exception {
        HttpResponse<byte[]> first = server.get(bag());
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(first.headers().allValues("Vary")).contains("Accept-Language");
        HttpResponse<byte[]> again =
                server.send(HttpRequest.newBuilder(server.uri(bag())).header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'th-TH,th;q=0.9', วิธี",
        "'he', איך",
        "'ru;q=0.8, fr', Как",
        "'fr', How",
        "'???', How"
    })
    void TR_1_the_browser_chooses_the_language(String accepted, String word) throws Exception {
        HttpResponse<byte[]> response =
                server.send(
                        HttpRequest.newBuilder(server.uri(bag()))
                                .header("Accept-Language", accepted));

        assertThat(new String(response.body(), UTF_8))
                .contains(word.equals("วิธี") ? "ขั้นตอนการทำ" : word);
    }

    @Tag(Browser.TAG)
    @ParameterizedTest
    @CsvSource({"en, light", "th, light", "he, dark", "ru, light"})
    void TR_1_the_page_is_for_a_phone(String language, String scheme) throws Exception {
        try (Browser browser = Browser.open(directory.resolve("profile-" + language))) {
            browser.size(390, 844).prefers(scheme);
            browser.go(server.uri(bag() + "&lang=" + language));
            assertThat(browser.overflows()).isFalse();
            browser.longPicture("bag-" + language);
            assertThat(browser.seriousFaults()).isEmpty();
            browser.size(1920, 1080).picture("bag-" + language + "-wide");
            picture(browser, "work", IN_WORK, language);
            picture(browser, "scrapped", SCRAPPED, language);
            picture(browser, "mass", WebFloor.WHOLESALE, language);
        }
    }

    private static void picture(Browser browser, String name, Serial serial, String language)
            throws Exception {
        browser.size(390, 844)
                .go(server.uri("/s/" + serial + "?c=" + code(serial) + "&lang=" + language));
        assertThat(browser.overflows()).isFalse();
        assertThat(browser.seriousFaults()).isEmpty();
        browser.longPicture("bag-" + name + "-" + language);
    }

    @Tag(Browser.TAG)
    @Test
    void TR_1_what_asks_for_the_code_can_be_used_and_leads_to_the_page() throws Exception {
        try (Browser browser = Browser.open(directory.resolve("profile-ask"))) {
            browser.size(390, 844)
                    .go(server.uri("/01/" + WebFloor.GTIN + "/21/" + WebFloor.BAG + "?lang=en"))
                    .picture("bag-code");
            assertThat(browser.seriousFaults()).isEmpty();
            browser.find("[name=c]").sendKeys(code(WebFloor.BAG));
            browser.find("button").click();
            browser.until("the page is there", b -> b.text("h1").contains("Ratri"));
        }
    }

    @Test
    void TR_1_labels_are_printed_one_a_page_and_only_for_those_who_may() throws Exception {
        assertThat(server.get("/labels/jobs/" + WebFloor.EVENING).statusCode()).isEqualTo(401);
        HttpResponse<byte[]> labels =
                server.as(server.console(), "GET", "/labels/jobs/" + WebFloor.EVENING, new byte[0]);
        assertThat(new String(labels.body(), UTF_8).split("<article", -1)).hasSize(4);
    }
}
