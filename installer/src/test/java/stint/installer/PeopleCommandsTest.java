package stint.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.wire.WireJson;
import stint.wire.protocol.LoginRequest;

import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the first administrator comes about, gets a PIN, and who did what, at a real server. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PeopleCommandsTest {

    private static final Pattern PIN = Pattern.compile("PIN of 9001: (\\d{6,12})");

    @TempDir private Path directory;

    private SyncServer server;
    private final Typed typed = new Typed();
    private final StringWriter out = typed.out();
    private final StringWriter err = typed.err();

    @BeforeEach
    void start() {
        server =
                SyncServer.start(
                        new ServerConfig(
                                "SITE",
                                "127.0.0.1",
                                0,
                                directory.resolve("server"),
                                new SystemClocks(),
                                ServerConfig.Access.REQUIRED));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(String... args) {
        return typed.run(List.of("--data", directory.toString()), args);
    }

    private String pinned() {
        assertThat(run("person", "9001", "--name", "Suda Prasert", "--role", "admin"))
                .as(err.toString())
                .isZero();
        assertThat(run("pin", "9001", "--generate")).as(err.toString()).isZero();
        Matcher found = PIN.matcher(out.toString());
        assertThat(found.find()).as(out.toString()).isTrue();
        return found.group(1);
    }

    private int login(String pin) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri().resolve("/api/v1/login"))
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            WireJson.write(new LoginRequest("9001", pin))))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void SY_4_the_first_administrator_is_made_at_the_server_and_logs_in() throws Exception {
        assertThat(login(pinned())).isEqualTo(200);
    }

    @Test
    void SY_4_a_new_name_or_role_keeps_the_pin() throws Exception {
        String pin = pinned();
        assertThat(run("person", "9001", "--name", "Suda P.", "--role", "supervisor")).isZero();
        assertThat(login(pin)).isEqualTo(200);
    }

    @Test
    void SY_4_what_is_wrong_is_a_sentence() {
        assertThat(run("pin", "9001", "--generate")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no 9001").doesNotContain("\tat ");
        assertThat(run("person", "9001", "--name", "S", "--language", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("en, th, he or ru");
    }

    @Test
    void EV_5_the_audit_says_who_did_what_and_no_secret() {
        String pin = pinned();
        assertThat(run("enrol", "BENCH-7")).isZero();
        assertThat(run("audit")).as(err.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("operator_registered +9001, admin, without a PIN")
                .containsPattern("operator_registered +9001, admin ")
                .containsPattern("enrolment_offered +BENCH-7")
                .doesNotContain(pin, "argon2");

        assertThat(run("audit", "--by", "nobody")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run("audit", "--since", "2999-01-01")).isZero();
        assertThat(out.toString()).isEmpty();
    }
}
