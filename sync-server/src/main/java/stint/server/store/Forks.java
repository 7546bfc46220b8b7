package stint.server.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.StationCode;
import stint.wire.Chain;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.protocol.PushHeader;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evidence of forks: each contradicting batch as a file, as it was pushed. Named by its last hash,
 * so a station that pushes it again and again leaves one. Used by the single writer.
 */
final class Forks {

    private static final Logger LOG = LoggerFactory.getLogger(Forks.class);

    /** Files at most; a person should have come long before. */
    private static final int FILES_MAX = 1_000;

    private final Path directory;

    Forks(Path directory) {
        this.directory = directory;
    }

    void keep(StationCode station, int epoch, long from, Hash previous, List<StoredEvent> events)
            throws IOException {
        Chain chain = new Chain(previous);
        events.forEach(event -> chain.append(event.body()));
        Path file =
                directory.resolve(
                        station + "." + epoch + "." + from + "-" + chain.head() + ".ndjson.gz");
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(directory);
        if (full()) {
            LOG.error("Too many forks are kept; {} is not", file.getFileName());
            return;
        }
        PushHeader header =
                new PushHeader(
                        1,
                        station.value(),
                        epoch,
                        from,
                        previous.toString(),
                        chain.head().toString(),
                        events.size());
        List<byte[]> bodies = events.stream().map(StoredEvent::body).toList();
        Path part = directory.resolve("part");
        Files.write(part, new EventBatch<>(header, bodies).toGzip());
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean full() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count() >= FILES_MAX;
        }
    }
}
