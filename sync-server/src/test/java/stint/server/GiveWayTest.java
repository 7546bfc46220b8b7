package stint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Who gives way is nicer than others, as Linux itself says. */
@EnabledOnOs(OS.LINUX)
class GiveWayTest {

    private static final Path THREADS = Path.of("/proc/self/task");

    /** In {@code stat}, counted from what follows the name in brackets. */
    private static final int NICE = 16;

    @BeforeEach
    void asOthers() {
        assumeThat(ofThisThread()).as("the build itself gives way to nobody").isZero();
    }

    @Test
    void a_thread_gives_way_and_who_started_it_does_not() throws Exception {
        AtomicReference<Integer> nice = new AtomicReference<>();
        Thread thread =
                GiveWay.threads(Thread.ofPlatform().factory(), GiveWay.SOMEWHAT)
                        .newThread(() -> nice.set(ofThisThread()));
        thread.start();
        thread.join();
        assertThat(nice.get()).isEqualTo(GiveWay.SOMEWHAT);
        assertThat(ofThisThread()).isZero();
    }

    @Test
    void all_of_a_process_gives_way_but_who_says_so() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                GiveWayTest.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        List<String> threads = said.lines().toList();
        assertThat(threads).contains("0 me", GiveWay.ALWAYS + " later");
        assertThat(threads).filteredOn(line -> line.startsWith("0 ")).containsExactly("0 me");
        assertThat(threads)
                .filteredOn(line -> line.startsWith(GiveWay.ALWAYS + " "))
                .as("the collector, the compilers and others")
                .hasSizeGreaterThan(5);
    }

    /** The process: how nice each of its threads is, and one that a nice one starts. */
    public static void main(String[] args) throws Exception {
        String me = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
        try (ExecutorService before = Executors.newSingleThreadExecutor()) {
            before.submit(() -> {}).get();
            GiveWay.others(GiveWay.ALWAYS);
            ofAll().forEach((thread, nice) ->
                    System.out.println(nice + " " + (thread.equals(me) ? "me" : thread)));
            before.submit(GiveWayTest::startOne).get();
        }
    }

    private static boolean startOne() throws InterruptedException {
        return Thread.ofPlatform()
                .start(() -> System.out.println(ofThisThread() + " later"))
                .join(Duration.ofMinutes(1));
    }

    private static Map<String, Integer> ofAll() throws IOException {
        Map<String, Integer> all = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                try {
                    all.put(thread.getFileName().toString(), nice(thread));
                } catch (FileSystemException e) {
                    continue; // It has ended.
                }
            }
        }
        return all;
    }

    private static int ofThisThread() {
        try {
            return nice(Path.of("/proc/thread-self"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int nice(Path thread) throws IOException {
        String stat = Files.readString(thread.resolve("stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]);
    }
}
