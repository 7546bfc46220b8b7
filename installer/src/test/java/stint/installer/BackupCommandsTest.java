package stint.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import stint.clock.SystemClocks;
import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.sop.PictureName;
import stint.installer.database.Postgres;
import stint.server.ServerConfig;
import stint.server.ServerConfig.Database;
import stint.server.SyncServer;
import stint.server.backup.BackupDamagedException;
import stint.server.backup.BackupFile;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What IT types to keep a site's events safe, at running servers on either kind of store. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BackupCommandsTest {

    private static final byte[] PICTURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3
    };

    private static Postgres postgres;

    @TempDir private Path directory;

    private final Typed typed = new Typed();
    private final StringWriter out = typed.out();
    private final StringWriter err = typed.err();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = new Postgres();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    /** A site of its own: a data directory and, on PostgreSQL, a database. */
    private record Place(Path data, @Nullable Database database) {

        SyncServer start() {
            return SyncServer.start(
                    new ServerConfig(
                                    "SITE",
                                    "127.0.0.1",
                                    0,
                                    data.resolve("server"),
                                    new SystemClocks(),
                                    ServerConfig.Access.OPEN)
                            .on(database));
        }
    }

    private Place place(String name, String kind) throws Exception {
        Path data = Files.createDirectory(directory.resolve(name));
        Database database = kind.equals("postgresql") ? postgres.empty() : null;
        String conf =
                database == null
                        ? ""
                        : "stint.server { database = \"%s\", databaseUser = \"%s\" }"
                                .formatted(database.url(), database.user());
        Files.writeString(data.resolve("stint.conf"), conf);
        return new Place(data, database);
    }

    private int run(Place place, String... args) {
        return typed.run(
                List.of(
                        "--data",
                        place.data().toString(),
                        "--config",
                        place.data().resolve("stint.conf").toString()),
                args);
    }

    private static void write(ServerClient client, int from, int to) throws IOException {
        List<PlanFact> people = new ArrayList<>();
        for (int number = from; number < to; number++) {
            OperatorCode code = new OperatorCode("P-" + number);
            people.add(
                    new PlanFact.OperatorRegistered(
                            new Operator(code, "P", "en", Role.OPERATOR, null, null)));
        }
        client.plan(people);
    }

    private static List<Event> feed(SyncServer server) throws IOException {
        try (ServerClient client = new ServerClient(server.uri())) {
            List<Event> events = new ArrayList<>();
            ServerClient.Page page = client.feed(0);
            while (!page.events().isEmpty()) {
                events.addAll(page.events());
                page = client.feed(page.header().to());
            }
            return events;
        }
    }

    private Path backup(Place place, SyncServer server, int events) throws IOException {
        try (ServerClient client = new ServerClient(server.uri())) {
            write(client, 0, events);
        }
        Path file = directory.resolve("backup-" + System.nanoTime());
        assertThat(run(place, "backup", file.toString())).as(err.toString()).isZero();
        return file;
    }

    @ParameterizedTest
    @CsvSource({"h2,h2", "h2,postgresql", "postgresql,h2", "postgresql,postgresql"})
    void SY_3_a_backup_of_a_server_that_is_written_to_fills_any_store(String from, String to)
            throws Exception {
        Place old = place("old", from);
        List<Event> before;
        String generation;
        try (SyncServer server = old.start();
                ServerClient client = new ServerClient(server.uri())) {
            write(client, 0, 2_500);
            String picture = client.keepPicture(PICTURE).name();
            assertThat(picture).endsWith(".png");
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> {
                        for (int number = 10_000; !enough.get(); number += 10) {
                            try {
                                write(client, number, number + 10);
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        }
                    });
            assertThat(run(old, "backup", directory.toString())).as(err.toString()).isZero();
            assertThat(run(old, "verify")).as(out + err.toString()).isZero();
            enough.set(true);
            writing.join();
            before = feed(server);
            generation = server.generation();
        }
        Path file = onlyBackup();
        long position = BackupFile.check(file).header().position();
        assertThat(position).isBetween(2_500L, (long) before.size());

        Place fresh = place("fresh", to);
        assertThat(run(fresh, "restore", file.toString())).as(err.toString()).isZero();
        assertThat(run(fresh, "verify")).as(out + err.toString()).isZero();
        assertThat(out.toString()).contains("%,d events".formatted(position));
        try (SyncServer server = fresh.start()) {
            assertThat(feed(server)).isEqualTo(before.subList(0, (int) position));
            assertThat(server.generation()).isNotEqualTo(generation);
            try (ServerClient client = new ServerClient(server.uri())) {
                String name = PictureName.of(PICTURE).orElseThrow();
                assertThat(client.get("/api/v1/pictures/" + name)).isEqualTo(PICTURE);
            }
            assertThat(run(fresh, "verify")).as(out + err.toString()).isZero();
        }
    }

    private Path onlyBackup() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).singleElement().asString().contains("stint-SITE-").endsWith(".stint");
            return found.getFirst();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void SY_3_a_finished_backup_is_known_to_the_server_and_a_restored_one_knows_of_none(String kind)
            throws Exception {
        Place place = place("site", kind);
        Path file;
        try (SyncServer server = place.start();
                ServerClient client = new ServerClient(server.uri())) {
            assertThat(metrics(client)).contains("stint_backup_position 0.0");
            file = backup(place, server, 40);
            assertThat(metrics(client)).contains("stint_backup_position 40.0");
            assertThatThrownBy(() -> client.backedUp("of another life", 1))
                    .isInstanceOf(ServerClient.RefusedException.class);
        }
        Place fresh = place("fresh", kind);
        assertThat(run(fresh, "restore", file.toString())).isZero();
        try (SyncServer server = fresh.start();
                ServerClient client = new ServerClient(server.uri())) {
            assertThat(metrics(client)).contains("stint_backup_position 0.0");
        }
    }

    private static String metrics(ServerClient client) throws IOException {
        return new String(client.get("/metrics"), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void SY_3_a_restore_overwrites_nothing(String kind) throws Exception {
        Place place = place("site", kind);
        Path file;
        try (SyncServer server = place.start()) {
            file = backup(place, server, 10);
            assertThat(run(place, "restore", file.toString())).isEqualTo(1);
            assertThat(feed(server)).hasSize(10);
        }
        assertThat(run(place, "restore", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("already").doesNotContain("\tat ");
        try (SyncServer server = place.start()) {
            assertThat(feed(server)).hasSize(10);
        }
    }

    @Test
    void SY_3_what_is_there_is_moved_aside_where_that_is_wished_and_no_server_runs()
            throws Exception {
        Place place = place("site", "h2");
        Path file;
        try (SyncServer server = place.start();
                ServerClient client = new ServerClient(server.uri())) {
            file = backup(place, server, 10);
            write(client, 10, 15);
            assertThat(run(place, "restore", file.toString(), "--aside")).isEqualTo(1);
            assertThat(err.toString()).contains("stop it first");
            assertThat(feed(server)).hasSize(15);
        }
        assertThat(run(place, "restore", file.toString(), "--aside")).as(err.toString()).isZero();
        try (SyncServer server = place.start()) {
            assertThat(feed(server)).hasSize(10);
        }
        try (Stream<Path> files = Files.list(place.data().resolve("server"))) {
            assertThat(files.filter(path -> path.getFileName().toString().startsWith("aside-")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside.resolve("journal")).isDirectory());
        }
    }

    @Test
    void SY_4_rows_changed_behind_a_running_servers_back_are_found_and_named() throws Exception {
        Place place = place("site", "postgresql");
        Database database = Objects.requireNonNull(place.database());
        try (SyncServer server = place.start()) {
            backup(place, server, 60);
            for (String change :
                    List.of(
                            "UPDATE event SET body = body || ' '::bytea WHERE position = 7",
                            "UPDATE event SET hash = sha256(hash) WHERE position = 19",
                            "UPDATE event SET sequence = 900 WHERE position = 23",
                            "DELETE FROM event WHERE position = 31",
                            "UPDATE event SET body = (SELECT body FROM event WHERE position = 42)"
                                    + " WHERE position = 41")) {
                Postgres.execute(database, change);
            }
            assertThat(run(place, "verify")).isEqualTo(1);
            assertThat(out.toString())
                    .contains("position 7:", "position 19:", "position 23:", "position 31:")
                    .contains("position 41:", "59 rows", "NOT as it was written")
                    .doesNotContain("position 50:");
        }
    }

    @Test
    void SY_4_an_index_that_shows_something_else_than_the_journal_is_found() throws Exception {
        Place place = place("site", "h2");
        try (SyncServer server = place.start()) {
            backup(place, server, 30);
        }
        // The index follows: what checks it has waited for it.
        assertThat(run(place, "verify")).isZero();
        Path index = place.data().resolve("server").resolve("index");
        Postgres.execute(
                new Database("jdbc:h2:file:" + index, "stint", ""),
                "UPDATE event SET body = X'7b7d' WHERE position = 12");
        assertThat(run(place, "verify")).isEqualTo(1);
        assertThat(out.toString()).contains("position 12: the index shows something else");
    }

    @Test
    void SY_4_whatever_is_changed_in_a_backup_is_found() throws Exception {
        Place place = place("site", "h2");
        byte[] plain;
        try (SyncServer server = place.start();
                GZIPInputStream in =
                        new GZIPInputStream(Files.newInputStream(backup(place, server, 50)))) {
            plain = in.readAllBytes();
        }
        SplittableRandom random = new SplittableRandom(4);
        Path changed = directory.resolve("changed");
        for (int time = 0; time < 600; time++) {
            byte[] bytes = plain.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            assertFound(changed, bytes, "bit of byte " + at);
            assertFound(changed, Arrays.copyOf(plain, at), "cut at " + at);
        }
        List<String> lines = new String(plain, StandardCharsets.ISO_8859_1).lines().toList();
        for (int at = 1; at + 2 < lines.size(); at++) {
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, at, at + 1);
            assertFound(changed, bytes(swapped), "swapped " + at);
            List<String> lacking = new ArrayList<>(lines);
            lacking.remove(at);
            assertFound(changed, bytes(lacking), "without " + at);
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(at, lines.get(at));
            assertFound(changed, bytes(doubled), "doubled " + at);
        }
        assertThat(run(place, "verify", changed.toString())).isEqualTo(1);
        assertThat(run(place("fresh", "h2"), "restore", changed.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nothing was changed").doesNotContain("\tat ");
        assertThat(directory.resolve("fresh").resolve("server")).doesNotExist();
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertFound(Path file, byte[] plain, String what) throws IOException {
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(plain);
        }
        assertThatThrownBy(() -> BackupFile.check(file))
                .as(what)
                .isInstanceOf(BackupDamagedException.class);
    }

    @Test
    void SY_4_what_is_no_backup_or_not_there_is_said_in_a_sentence() throws Exception {
        Place place = place("site", "h2");
        Path text = Files.writeString(directory.resolve("text"), "no backup");
        assertThat(run(place, "restore", text.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is no backup").doesNotContain("\tat ");
        assertThat(run(place, "verify", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(run(place, "verify")).isEqualTo(1);
        assertThat(run(place, "backup", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no server runs on");
    }
}
