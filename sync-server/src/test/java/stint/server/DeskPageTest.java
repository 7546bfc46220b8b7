package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stint.clock.SystemClocks;
import stint.wire.WireJson;
import stint.wire.protocol.ExceptionView;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The supervisor's desk in a real browser (EX-2, EV-5). */
@Tag(Browser.TAG)
class DeskPageTest {

    @TempDir private Path directory;

    private TestServer server;
    private WebFloor floor;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.guarded(directory.resolve("server"), new SystemClocks());
        floor = new WebFloor(server).day();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Browser signedIn(String language) throws Exception {
        Browser browser = Browser.open(directory.resolve("profile"));
        browser.size(1280, 900).go(server.uri("/exceptions?lang=" + language));
        browser.find("a.main").click();
        browser.until("the form is there", b -> !b.all("[name=pin]").isEmpty());
        browser.find("[name=operator]").sendKeys(WebFloor.SUPERVISOR);
        browser.find("[name=pin]").sendKeys(WebFloor.PIN);
        browser.find("button.main").click();
        browser.until("the list is there", b -> !b.all("article.item").isEmpty());
        return browser;
    }

    private List<ExceptionView> exceptions(String type) throws Exception {
        HttpResponse<byte[]> response =
                server.as(server.console(), "GET", "/api/v1/exceptions", new byte[0]);
        return Arrays.stream(WireJson.read(response.body(), ExceptionView[].class))
                .filter(exception -> exception.type().equals(type))
                .toList();
    }

    @Test
    void EX_2_a_supervisor_signs_in_and_acknowledges_with_a_note() throws Exception {
        try (Browser browser = signedIn("en")) {
            assertThat(exceptions("OVER_PRODUCTION").getFirst().acknowledged()).isNull();
            browser.find("form.look [name=note]").sendKeys("ordered in addition");
            browser.find("form.look button").click();

            browser.until("nothing is open", b -> b.text(".empty").contains("All is well"));
            ExceptionView looked = exceptions("OVER_PRODUCTION").getFirst();
            assertThat(looked.acknowledged().by()).isEqualTo(WebFloor.SUPERVISOR);
            assertThat(looked.acknowledged().note()).isEqualTo("ordered in addition");

            browser.go(server.uri("/exceptions?lang=en&all=1"));
            assertThat(browser.text(".item.looked .note")).contains("ordered in addition", "Nok");
        }
    }

    @Test
    void EV_5_a_count_is_corrected_and_what_was_wrong_is_no_more() throws Exception {
        try (Browser browser = signedIn("en")) {
            browser.find("details summary").click();
            browser.find("[name=quantity]").clear();
            browser.find("[name=quantity]").sendKeys("102");
            browser.find("form[action^='/exceptions/correct'] [name=reason]").sendKeys("recounted");
            browser.find("form[action^='/exceptions/correct'] button").click();

            browser.until("102 of 100 is within the tolerance", b -> b.all(".item").isEmpty());
            assertThat(exceptions("OVER_PRODUCTION")).isEmpty();
        }
    }

    @Test
    void EV_5_an_event_is_taken_back() throws Exception {
        try (Browser browser = signedIn("en")) {
            browser.find("details summary").click();
            browser.find("form[action^='/exceptions/void'] [name=reason]").sendKeys("not ours");
            browser.find("form[action^='/exceptions/void'] button").click();

            browser.until("nothing is over any more", b -> b.all(".item").isEmpty());
            assertThat(exceptions("OVER_PRODUCTION")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "he", "ru"})
    void EX_2_the_desk_can_be_used_by_everybody(String language) throws Exception {
        try (Browser browser = signedIn(language)) {
            assertThat(browser.run("return document.documentElement.lang")).isEqualTo(language);
            browser.find("details summary").click();
            browser.picture("desk-" + language);
            assertThat(browser.seriousFaults()).isEmpty();
            browser.size(390, 844);
            assertThat(browser.overflows()).isFalse();
            browser.longPicture("desk-" + language + "-phone");
        }
    }

    @Test
    void TR_1_labels_are_drawn_to_be_printed() throws Exception {
        try (Browser browser = signedIn("en")) {
            browser.go(server.uri("/labels/jobs/" + WebFloor.EVENING + "?lang=en"));
            browser.size(500, 700).picture("labels");
            assertThat(browser.all("article.label svg.qr path")).hasSize(3);
            assertThat(browser.seriousFaults()).isEmpty();
        }
    }

    @Test
    void SY_4_a_form_of_another_site_or_without_its_proof_changes_nothing() throws Exception {
        HttpResponse<byte[]> login =
                server.send(
                        form("/login", Map.of("operator", "Nok", "pin", WebFloor.PIN))
                                .header("Sec-Fetch-Site", "same-origin"));
        assertThat(login.statusCode()).isEqualTo(303);
        String cookie =
                login.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        String key = exceptions("OVER_PRODUCTION").getFirst().key();
        Map<String, String> fields = Map.of("exception", key, "note", "nothing");

        HttpResponse<byte[]> foreign =
                server.send(
                        form("/exceptions/acknowledge", fields)
                                .header("Cookie", cookie)
                                .header("Sec-Fetch-Site", "cross-site"));
        HttpResponse<byte[]> unproven =
                server.send(
                        form("/exceptions/acknowledge", fields)
                                .header("Cookie", cookie)
                                .header("Sec-Fetch-Site", "same-origin"));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(unproven.statusCode()).isEqualTo(403);
        assertThat(exceptions("OVER_PRODUCTION").getFirst().acknowledged()).isNull();
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }
}
