package stint.installer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.SystemClocks;
import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.server.ServerConfig;
import stint.server.SyncServer;
import stint.station.sync.Identity;
import stint.wire.WireJson;
import stint.wire.protocol.LoginReply;
import stint.wire.protocol.LoginRequest;

import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What IT types to enrol a bench, at a real server, and that no secret of it is left in a log. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EnrolCommandsTest {

    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");

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

    private String code() {
        assertThat(run("enrol", "BENCH-7")).as(err.toString()).isZero();
        Matcher found = CODE.matcher(out.toString());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void SY_4_a_bench_is_enrolled_shown_and_revoked_by_three_commands() throws Exception {
        assertThat(run("join", code(), "--server", server.uri().toString()))
                .as(err.toString())
                .isZero();
        assertThat(Identity.read(directory.resolve("station-BENCH-7"))).isPresent();
        assertThat(run("stations")).isZero();
        assertThat(out.toString()).containsPattern("BENCH-7 +bench +enrolled");

        assertThat(run("revoke", "BENCH-7", "--reason", "stolen")).isZero();
        assertThat(run("stations")).isZero();
        assertThat(out.toString()).containsPattern("BENCH-7 +bench +revoked.*stolen");
    }

    @Test
    void SY_4_a_wrong_code_is_a_sentence_and_leaves_nothing_behind() {
        assertThat(run("join", "AAAA-AAAA", "--server", server.uri().toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("stint: the server refuses");
        assertThat(directory.resolve("station-BENCH-7")).doesNotExist();
    }

    @Test
    void SY_4_without_a_server_here_the_commands_say_where_to_run_them() {
        server.close();
        assertThat(run("enrol", "BENCH-7")).isEqualTo(1);
        assertThat(err.toString()).contains("no server runs on").doesNotContain("\tat ");
    }

    @Test
    void plain_http_goes_into_the_network_only_where_somebody_says_so() {
        assertThat(run("server", "--host", "0.0.0.0", "--port", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("plain http", "stint.server.insecure");
    }

    @Test
    void SY_4_no_secret_is_left_in_a_log() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ch.qos.logback.classic.Logger ours =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("stint");
        Level before = root.getLevel();
        log.start();
        root.addAppender(log);
        // As the log file has it at its most talkative.
        root.setLevel(Level.INFO);
        ours.setLevel(Level.DEBUG);
        String code;
        String pin = "592748";
        String token;
        try (ServerClient console = ServerClient.console(directory.resolve("server"))) {
            console.plan(
                    List.of(
                            new PlanFact.OperatorRegistered(
                                    new Operator(
                                            new OperatorCode("A"),
                                            "A",
                                            "en",
                                            Role.SUPERVISOR,
                                            null,
                                            Pins.hash(pin.toCharArray())))));
            code = code();
            run("join", code, "--server", server.uri().toString());
            token = signedIn(pin);
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
            ours.setLevel(null);
        }
        List<String> secrets = new ArrayList<>(List.of(code, code.replace("-", ""), pin, token));
        Path keys = SyncServer.keys(directory.resolve("server"));
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.length() > 40)
                        .forEach(secrets::add);
            }
        }
        secrets.add(
                Files.readAllLines(directory.resolve("station-BENCH-7/identity/station.key"))
                        .getFirst());
        List<ILoggingEvent> said = List.copyOf(log.list);
        assertThat(said).isNotEmpty();
        for (String secret : secrets) {
            assertThat(said).noneMatch(event -> event.getFormattedMessage().contains(secret));
        }
    }

    private String signedIn(String pin) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri().resolve("/api/v1/login"))
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            WireJson.write(new LoginRequest("A", pin))))
                            .build();
            byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
            return Objects.requireNonNull(WireJson.read(body, LoginReply.class).token());
        }
    }
}
