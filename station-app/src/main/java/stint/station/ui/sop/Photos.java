package stint.station.ui.sop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The photos that a camera left in the bench's folder. Any thread. */
final class Photos {

    private static final Logger LOG = LoggerFactory.getLogger(Photos.class);

    /** As many as a gloved finger hits beside each other. */
    static final int SHOWN_MAX = 4;

    private static final String KINDS = "*.{jpg,jpeg,png,JPG,JPEG,PNG}";

    private record Taken(Path file, long atMs) {}

    private Photos() {}

    /** The newest, newest first; none where there is no folder, or it can't be read. */
    static CompletionStage<List<Path>> newest(Path folder) {
        return CompletableFuture.supplyAsync(() -> read(folder));
    }

    private static List<Path> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Taken> taken = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, KINDS)) {
            for (Path file : files) {
                taken.add(new Taken(file, Files.getLastModifiedTime(file).toMillis()));
            }
        } catch (IOException e) {
            LOG.warn("the photos in {} can't be read", folder, e);
            return List.of();
        }
        return taken.stream()
                .sorted(Comparator.comparingLong(Taken::atMs).thenComparing(Taken::file).reversed())
                .limit(SHOWN_MAX)
                .map(Taken::file)
                .toList();
    }
}
