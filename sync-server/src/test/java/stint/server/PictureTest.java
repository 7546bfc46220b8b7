package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.clock.SystemClocks;
import stint.domain.sop.PictureName;
import stint.wire.WireJson;
import stint.wire.protocol.PictureReply;
import stint.wire.protocol.VerifyView;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Pictures of steps and photos at a server, over real HTTP (SOP-1, SOP-2). */
class PictureTest {

    private static final byte[] START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @TempDir private Path directory;

    private TestServer server;
    private SigningStation bench;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.guarded(directory, new SystemClocks());
        bench = new SigningStation(server, "BENCH-1").enrolled("bench");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] picture(int bytes) {
        byte[] picture = new byte[bytes];
        new Random(bytes).nextBytes(picture);
        System.arraycopy(START, 0, picture, 0, START.length);
        return picture;
    }

    private HttpResponse<byte[]> keep(String authorization, byte[] picture) throws Exception {
        return server.send(
                HttpRequest.newBuilder(server.uri("/api/v1/pictures"))
                        .header("Authorization", authorization)
                        .header("Content-Type", "image/png")
                        .POST(BodyPublishers.ofByteArray(picture)));
    }

    private String signed(byte[] picture) throws Exception {
        return bench.header("POST", "/api/v1/pictures", picture);
    }

    private static String name(HttpResponse<byte[]> reply) throws Exception {
        assertThat(reply.statusCode()).as(new String(reply.body(), UTF_8)).isEqualTo(200);
        return WireJson.read(reply.body(), PictureReply.class).name();
    }

    @Test
    void SOP_1_what_the_office_gives_every_bench_gets_and_after_a_restart_too() throws Exception {
        byte[] picture = picture(300_000);
        String name = name(keep(server.console(), picture));
        assertThat(PictureName.of(picture)).hasValue(name);
        assertThat(name(keep(server.console(), picture))).isEqualTo(name);

        HttpResponse<byte[]> got = bench.get("/api/v1/pictures/" + name);
        assertThat(got.body()).isEqualTo(picture);
        assertThat(got.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        server.restart();
        assertThat(bench.get("/api/v1/pictures/" + name).body()).isEqualTo(picture);
    }

    @Test
    void SOP_2_a_bench_gives_a_photo_as_large_as_cameras_make_them() throws Exception {
        byte[] photo = picture(PictureName.BYTES_MAX);
        String name = name(keep(signed(photo), photo));
        assertThat(bench.get("/api/v1/pictures/" + name).body()).isEqualTo(photo);

        byte[] larger = picture(PictureName.BYTES_MAX + 1);
        assertThat(keep(signed(larger), larger).statusCode()).isEqualTo(413);
    }

    @Test
    void what_is_no_picture_is_refused_and_what_is_not_there_is_said() throws Exception {
        byte[] page = "<html><script>alert(1)</script>".getBytes(UTF_8);
        assertThat(keep(server.console(), page).statusCode()).isEqualTo(422);
        assertThat(keep(server.console(), new byte[0]).statusCode()).isEqualTo(422);
        String name = PictureName.of(picture(99)).orElseThrow();
        for (String missing : new String[] {name, "blade.png", "..%2Fkeys%2Fserver.key", "%00"}) {
            assertThat(bench.get("/api/v1/pictures/" + missing).statusCode())
                    .as(missing)
                    .isIn(400, 404);
        }
        byte[] signedOther = picture(1_000);
        assertThat(keep(signed(signedOther), picture(999)).statusCode()).isEqualTo(401);
        assertThat(keep("Bearer nobody", picture(999)).statusCode()).isEqualTo(401);
    }

    @Test
    void SY_4_a_picture_with_other_contents_is_found() throws Exception {
        byte[] picture = picture(5_000);
        String name = name(keep(server.console(), picture));
        assertThat(wrong()).isZero();
        Path file = directory.resolve("pictures").resolve(name);
        if (Files.exists(file)) {
            Files.write(file, Arrays.copyOf(picture, 4_999));
            assertThat(wrong()).isEqualTo(1);
        }
    }

    private long wrong() throws Exception {
        byte[] answer = server.as(server.console(), "POST", "/api/v1/verify", new byte[0]).body();
        return WireJson.read(answer, VerifyView.class).wrong();
    }
}
