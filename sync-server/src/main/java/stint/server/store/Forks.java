package stint.server.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.EventId;
import stint.wire.Chain;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.protocol.Protocol;
import stint.wire.protocol.PushHeader;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Evidence of forks: each contradicting batch as a file, as it was pushed. Named by the event at
 * which the histories part and by the batch's last hash, so a station that pushes it again and
 * again leaves one. Used by the single writer.
 */
final class Forks {

    private static final Logger LOG = LoggerFactory.getLogger(Forks.class);

    private static final String SUFFIX = ".ndjson.gz";

    /** So many at most; a person should have come long before. */
    static final int KEPT_MAX = 1_000;

    /**
     * A contradicting batch, as it was pushed.
     *
     * @param hash the chain after it
     */
    record Evidence(Hash hash, EventBatch<PushHeader> batch) {

        static Evidence of(EventId parting, long from, Hash previous, List<StoredEvent> events) {
            Chain chain = new Chain(previous);
            events.forEach(event -> chain.append(event.body()));
            PushHeader header =
                    new PushHeader(
                            Protocol.VERSION,
                            parting.station().value(),
                            parting.epoch(),
                            from,
                            previous.toString(),
                            chain.head().toString(),
                            events.size());
            return new Evidence(
                    chain.head(),
                    new EventBatch<>(header, events.stream().map(StoredEvent::body).toList()));
        }
    }

    private final Path directory;
    private final TreeSet<EventId> partings = new TreeSet<>();
    private int files;

    private Forks(Path directory) {
        this.directory = directory;
    }

    static Forks open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Forks forks = new Forks(directory);
        try (Stream<Path> found = Files.list(directory)) {
            found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .forEach(forks::remember);
        }
        return forks;
    }

    private void remember(String name) {
        files++;
        try {
            int hashAt = name.length() - SUFFIX.length() - 2 * Hash.LENGTH;
            partings.add(EventId.parse(name.substring(0, hashAt - 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn("{} is no evidence of ours", name);
        }
    }

    /** The events at which histories part, in order. */
    List<EventId> partings() {
        return List.copyOf(partings);
    }

    /**
     * Keeps a batch.
     *
     * @param parting the first event of which there are two
     */
    void keep(EventId parting, long from, Hash previous, List<StoredEvent> events)
            throws IOException {
        Evidence evidence = Evidence.of(parting, from, previous, events);
        Path file = directory.resolve(parting + "-" + evidence.hash() + SUFFIX);
        if (Files.exists(file)) {
            return;
        }
        if (files >= KEPT_MAX) {
            LOG.error("Too many forks are kept; {} is not", file.getFileName());
            return;
        }
        Path part = directory.resolve("part");
        Files.write(part, evidence.batch().toGzip());
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        files++;
        partings.add(parting);
    }
}
