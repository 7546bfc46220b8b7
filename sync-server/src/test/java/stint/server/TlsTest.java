package stint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.credential.Pem;
import stint.credential.SelfSigned;
import stint.credential.TlsTrust;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;

/** The server speaks TLS from PEM files, and a client knows it by its certificate. */
class TlsTest {

    @TempDir private Path directory;

    private Path certificate;
    private Path key;

    @BeforeEach
    void make() throws IOException {
        certificate = directory.resolve("certificate.pem");
        key = directory.resolve("key.pem");
        SelfSigned.write(
                certificate, key, List.of("localhost", "stint.lan", "127.0.0.1"), Instant.now());
    }

    private SyncServer start() {
        return start(ServerConfig.Limits.usual());
    }

    private SyncServer start(ServerConfig.Limits limits) {
        return SyncServer.start(
                new ServerConfig(
                        "TEST",
                        "127.0.0.1",
                        0,
                        directory.resolve("server"),
                        new SystemClocks(),
                        new ServerConfig.Access(
                                true, true, 6, new ServerConfig.Tls(certificate, key)),
                        limits));
    }

    private static int asked(SyncServer server, X509TrustManager trusted) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(TlsTrust.context(trusted)).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri().resolve("/api/v1/info")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void SY_4_a_client_that_knows_the_certificate_speaks_with_the_server() throws Exception {
        try (SyncServer server = start()) {
            assertThat(server.uri()).hasScheme("https");
            assertThat(asked(server, TlsTrust.systemAnd(certificate))).isEqualTo(200);
            X509Certificate own = Pem.certificates(certificate).getFirst();
            assertThat(asked(server, TlsTrust.only(own))).isEqualTo(200);
        }
    }

    @Test
    void SY_4_a_server_with_another_certificate_is_not_spoken_with() throws Exception {
        Path other = directory.resolve("other.pem");
        SelfSigned.write(
                other, directory.resolve("other.key"), List.of("127.0.0.1"), Instant.now());
        Path elsewhere = directory.resolve("elsewhere.pem");
        try (SyncServer server = start()) {
            assertThatThrownBy(() -> asked(server, TlsTrust.systemAnd(other)))
                    .isInstanceOf(SSLException.class);
            X509Certificate unknown = Pem.certificates(other).getFirst();
            assertThatThrownBy(() -> asked(server, TlsTrust.only(unknown)))
                    .isInstanceOf(SSLException.class);
        }
        SelfSigned.write(elsewhere, key, List.of("stint.lan"), Instant.now());
        certificate = elsewhere;
        try (SyncServer server = start()) {
            assertThatThrownBy(() -> asked(server, TlsTrust.systemAnd(elsewhere)))
                    .as("the name is not in it")
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void BD_1_an_encrypted_connection_at_work_is_not_taken_for_one_that_never_asked()
            throws Exception {
        ServerConfig.Limits hasty = hasty(Duration.ofMillis(300));
        HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(TlsTrust.context(TlsTrust.systemAnd(certificate)))
                        .build();
        try (SyncServer server = start(hasty)) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri().resolve("/api/v1/live"))
                            .header("Accept", "text/event-stream")
                            .build();
            HttpResponse<Stream<String>> stream =
                    client.send(request, HttpResponse.BodyHandlers.ofLines());
            long signs = stream.body().filter("event: alive"::equals).limit(8).count();
            assertThat(signs).as("2 s of signs of life on one connection").isEqualTo(8);
        } finally {
            client.shutdownNow();
        }
    }

    @Test
    void a_handshake_that_never_ends_is_ended() throws Exception {
        ServerConfig.Limits hasty = hasty(ServerConfig.Limits.usual().heartbeat());
        try (SyncServer server = start(hasty);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(0x16); // A handshake begins so.
            assertThat(ended(socket)).isTrue();
        }
    }

    private static boolean ended(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // An alert, before the end.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true; // Reset.
        }
    }

    @Test
    void the_key_is_its_users_alone_and_its_certificate_says_what_it_is_for() throws Exception {
        assertThat(Files.getPosixFilePermissions(key))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        X509Certificate made = Pem.certificates(certificate).getFirst();
        made.verify(made.getPublicKey());
        made.checkValidity();
        assertThat(made.getSubjectAlternativeNames()).hasSize(3);
        assertThatThrownBy(() -> Pem.privateKey(certificate)).hasMessageContaining("PRIVATE KEY");
        assertThatThrownBy(() -> Pem.certificates(key)).isInstanceOf(IOException.class);
    }

    /** Limits that end a silence before a request after 0.4 s. */
    private static ServerConfig.Limits hasty(Duration heartbeat) {
        ServerConfig.Limits usual = ServerConfig.Limits.usual();
        return new ServerConfig.Limits(
                usual.bodyBytesMax(),
                usual.bodyTime(),
                Duration.ofMillis(400),
                usual.headerBytesMax(),
                usual.bodiesBytesMax(),
                usual.connectionsMax(),
                usual.queueMax(),
                usual.answerTime(),
                heartbeat);
    }
}
