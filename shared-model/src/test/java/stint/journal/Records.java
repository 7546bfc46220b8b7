package stint.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Records to write, and copies of directories as a crash would leave them. */
final class Records {

    private Records() {}

    static List<byte[]> some(int count, long seed) {
        return some(count, seed, 120);
    }

    static List<byte[]> some(int count, long seed, int bytesMax) {
        Random random = new Random(seed);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[1 + random.nextInt(bytesMax)];
            random.nextBytes(record);
            records.add(record);
        }
        return records;
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    static long append(Journal journal, byte[] record)
            throws ExecutionException, InterruptedException {
        return journal.append(List.of(record)).toCompletableFuture().get();
    }

    static void assertSame(List<byte[]> read, List<byte[]> written) {
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).as("record %s", i + 1).isEqualTo(written.get(i));
        }
    }

    /** The segments of a journal as they are now, without its lock and mark of a clean stop. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(Segment.SUFFIX)) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }
}
