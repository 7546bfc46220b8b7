package stint.server.trust;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.credential.PrivateFiles;
import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.sync.PushedBatch;
import stint.sync.RefusalException;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.MalformedMessageException;
import stint.wire.StoredEvent;
import stint.wire.protocol.Protocol;
import stint.wire.protocol.PushHeader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What stations sent that are trusted no more: each batch as a file, as it was pushed, forced to
 * the disk before it is acknowledged, and never folded (SY-4). A person judges it: then it is
 * pushed in the station's name, or stays. Thread-safe.
 */
public final class Apart {

    private static final Logger LOG = LoggerFactory.getLogger(Apart.class);

    private static final String SUFFIX = ".ndjson.gz";

    /** Files at most; a person should have come long before. */
    private static final int FILES_MAX = 10_000;

    /**
     * A batch that waits.
     *
     * @param first its first event
     * @param last its last event
     * @param hash the station's chain after it, as pushed
     */
    public record Waiting(EventId first, EventId last, Hash hash) {

        private String file() {
            return first + "-" + last.sequence() + "-" + hash + SUFFIX;
        }
    }

    private final Path directory;
    private final Map<String, Waiting> waiting = new TreeMap<>();

    private Apart(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens the store.
     *
     * @throws IOException when the directory can't be made or read
     */
    public static Apart open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Apart apart = new Apart(directory);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Waiting found = parse(file.getFileName().toString());
                if (found != null) {
                    apart.waiting.put(found.file(), found);
                }
            }
        }
        return apart;
    }

    private static @Nullable Waiting parse(String name) {
        if (!name.endsWith(SUFFIX)) {
            return null; // Half of one, from a crash; its station never had an answer.
        }
        try {
            int hashAt = name.length() - SUFFIX.length() - 2 * Hash.LENGTH;
            int lastAt = name.lastIndexOf('-', hashAt - 2) + 1;
            EventId first = EventId.parse(name.substring(0, lastAt - 1));
            long last = Long.parseLong(name.substring(lastAt, hashAt - 1));
            Hash hash = Hash.parse(name.substring(hashAt, name.length() - SUFFIX.length()));
            return new Waiting(first, new EventId(first.station(), first.epoch(), last), hash);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn("{} is nothing of ours", name);
            return null;
        }
    }

    /**
     * Keeps a batch, once however often it comes.
     *
     * @param held how far the feed itself has that station's epoch
     * @return up to where all is here or in the feed; the batch changes nothing when it leaves a
     *     gap
     * @throws FaultException when it can't be kept
     */
    public synchronized long keep(PushedBatch batch, long held) {
        long mark = Math.max(held, markOf(batch.station(), batch.epoch(), held));
        if (batch.from() > mark + 1 || batch.events().isEmpty() || batch.to() <= held) {
            return mark;
        }
        Waiting kept =
                new Waiting(
                        batch.events().getFirst().id(),
                        batch.events().getLast().id(),
                        batch.hashes().getLast());
        if (!waiting.containsKey(kept.file())) {
            if (waiting.size() >= FILES_MAX) {
                throw FaultException.of(Fault.OVERLOADED, "too much waits to be judged");
            }
            write(kept, batch);
            waiting.put(kept.file(), kept);
            LOG.warn(
                    "{} to {} are kept apart: their station is trusted no more",
                    kept.first(),
                    kept.last());
        }
        return Math.max(mark, batch.to());
    }

    private long markOf(StationCode station, int epoch, long held) {
        long mark = held;
        for (Waiting batch : ofStation(station)) {
            if (batch.first().epoch() == epoch && batch.first().sequence() <= mark + 1) {
                mark = Math.max(mark, batch.last().sequence());
            }
        }
        return mark;
    }

    private void write(Waiting kept, PushedBatch batch) {
        PushHeader header =
                new PushHeader(
                        Protocol.VERSION,
                        batch.station().value(),
                        batch.epoch(),
                        batch.from(),
                        batch.previous().toString(),
                        kept.hash().toString(),
                        batch.events().size());
        List<byte[]> bodies = batch.events().stream().map(StoredEvent::body).toList();
        try {
            PrivateFiles.write(
                    directory.resolve(kept.file()), new EventBatch<>(header, bodies).toGzip());
        } catch (IOException e) {
            throw FaultException.of(Fault.UNAVAILABLE, "what came can't be kept apart", e);
        }
    }

    /** All that waits, by station, epoch and sequence. */
    public synchronized List<Waiting> waiting() {
        return waiting.values().stream()
                .sorted(Comparator.comparing(Waiting::first).thenComparing(Waiting::last))
                .toList();
    }

    /** What waits of one station, in order. */
    public List<Waiting> ofStation(StationCode station) {
        return waiting().stream().filter(batch -> batch.first().station().equals(station)).toList();
    }

    /**
     * A batch as it was pushed.
     *
     * @throws FaultException when it can't be read
     */
    public PushedBatch read(Waiting batch) {
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(directory.resolve(batch.file())))) {
            return PushedBatch.check(
                    batch.first().station(), EventBatch.read(in, PushHeader.class));
        } catch (IOException | MalformedMessageException | RefusalException e) {
            throw FaultException.of(
                    Fault.UNAVAILABLE, "what was kept of " + batch.first() + " can't be read", e);
        }
    }

    /**
     * A person has judged a batch: it waits no more. Its bytes stay as evidence.
     *
     * @throws FaultException when the disk fails; it waits on then
     */
    public synchronized void judged(Waiting batch, boolean accepted) {
        try {
            Path judged = directory.resolve(accepted ? "accepted" : "refused");
            Files.createDirectories(judged);
            Files.move(
                    directory.resolve(batch.file()),
                    judged.resolve(batch.file()),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FaultException.of(Fault.UNAVAILABLE, "what was judged can't be put away", e);
        }
        waiting.remove(batch.file());
    }
}
