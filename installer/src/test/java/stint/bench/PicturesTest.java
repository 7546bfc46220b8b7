package stint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.sop.PictureName;
import stint.installer.ServerClient;
import stint.station.core.StationCore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Pictures of steps come to a real bench, its photos to a real server, whenever it is there. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PicturesTest {

    private static final byte[] BLADE = png(1);
    private static final byte[] SHEET = png(2);
    private static final byte[] PHOTO = png(3);

    @TempDir Path directory;

    private Site site;

    private static byte[] png(int what) {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) what};
    }

    @BeforeEach
    void start() throws Exception {
        site = new Site(directory);
        site.plan();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static String name(byte[] picture) {
        return PictureName.of(picture).orElseThrow();
    }

    private void confirm(String code, int version, byte[] picture) throws Exception {
        String sop =
                """
                {"code":"%s","version":%d,"titles":{"en":"Cut"},"operations":["Sew"],
                 "tasks":[{"titles":{"en":"Cut"},"steps":[
                  {"key":"gap","texts":{"en":"Measure"},"picture":"%s"}]}]}
                """;
        String body = sop.formatted(code, version, name(picture));
        assertThat(site.ask("POST", "sops", body).statusCode()).isEqualTo(200);
        assertThat(site.ask("POST", "sops/" + code + "/confirm", "").statusCode()).isEqualTo(200);
    }

    private void keep(byte[] picture) throws IOException {
        try (ServerClient client = new ServerClient(site.uri())) {
            assertThat(client.keepPicture(picture).name()).isEqualTo(name(picture));
        }
    }

    private boolean serverHas(byte[] picture) {
        try (ServerClient client = new ServerClient(site.uri())) {
            client.get("/api/v1/pictures/" + name(picture));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What comes on a thread of the bench's own is there in the end; rounds bring it. */
    private static void inTheEnd(StationCore bench, BooleanSupplier there) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            Site.sync(bench);
        }
    }

    private Path photo(byte[] contents) throws IOException {
        Path file = Files.createTempFile(directory, "IMG_", ".png");
        return Files.write(file, contents);
    }

    private static String kept(StationCore bench, Path photo) {
        return bench.keepPhoto(photo).toCompletableFuture().join();
    }

    @Test
    void SOP_1_pictures_of_every_version_come_to_the_bench_and_stay_when_the_server_goes()
            throws Exception {
        keep(BLADE);
        keep(SHEET);
        confirm("SEW", 1, BLADE);
        confirm("SEW", 2, SHEET);
        try (StationCore bench = site.bench("BENCH-1", false)) {
            for (byte[] picture : List.of(BLADE, SHEET)) {
                Path file = bench.pictures().resolve(name(picture));
                inTheEnd(bench, () -> Files.exists(file));
                assertThat(Files.readAllBytes(file)).isEqualTo(picture);
            }
            site.stopServer();
            assertThat(bench.pictures().resolve(name(BLADE))).exists();
        }
    }

    @Test
    void SOP_1_a_picture_that_the_server_gets_later_comes_later_and_holds_up_no_other()
            throws Exception {
        keep(SHEET);
        confirm("SEW-A", 1, BLADE);
        confirm("SEW-B", 1, SHEET);
        try (StationCore bench = site.bench("BENCH-1", false)) {
            inTheEnd(bench, () -> Files.exists(bench.pictures().resolve(name(SHEET))));
            assertThat(bench.pictures().resolve(name(BLADE))).doesNotExist();
            keep(BLADE);
            inTheEnd(bench, () -> Files.exists(bench.pictures().resolve(name(BLADE))));
        }
    }

    @Test
    void SOP_2_a_photo_taken_without_a_network_gets_to_the_server_though_the_camera_lost_it()
            throws Exception {
        site.stopServer();
        Path file = photo(PHOTO);
        try (StationCore bench = site.bench("BENCH-1", false)) {
            assertThat(kept(bench, file)).isEqualTo(name(PHOTO));
        }
        Files.delete(file);
        site.restartServer();
        try (StationCore bench = site.bench("BENCH-1", false)) {
            inTheEnd(bench, () -> serverHas(PHOTO));
        }
    }

    @Test
    void SY_3_a_server_that_lost_its_store_gets_the_photos_again() throws Exception {
        try (StationCore bench = site.bench("BENCH-1", false)) {
            kept(bench, photo(PHOTO));
            inTheEnd(bench, () -> serverHas(PHOTO));
            site.replaceServer();
            assertThat(serverHas(PHOTO)).isFalse();
            inTheEnd(bench, () -> serverHas(PHOTO));
        }
    }

    @Test
    void what_is_no_picture_is_not_kept() throws Exception {
        try (StationCore bench = site.bench("BENCH-1", false)) {
            for (Path bad : List.of(photo(new byte[] {1, 2, 3}), directory.resolve("none.png"))) {
                assertThatThrownBy(() -> kept(bench, bad))
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(IOException.class);
            }
        }
    }
}
