package stint.powercut;

import stint.powercut.Leftover.Model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The power goes behind some writes. {@code -Dcuts=10000} cuts more often, {@code -Dseed=N}
 * elsewhere.
 *
 * @param number tells the cuts of one test apart
 * @param writes all until then
 */
record Cut(int number, List<Write> writes, Model model) {

    static final long SEED = Long.getLong("seed", 1);
    static final int CUTS = Integer.getInteger("cuts", 300);

    /** Leaves in a new directory what the disk holds then. */
    Path leave(Path below) throws IOException {
        Path left = Files.createDirectory(below.resolve("cut-" + model + "-" + number));
        Leftover.write(writes, model, new Random(SEED ^ ((long) number << 20)), left);
        return left;
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Says which it is. */
    @Override
    public String toString() {
        return "seed %d, cut %d after write %d (%s)".formatted(SEED, number, writes.size(), model);
    }
}
