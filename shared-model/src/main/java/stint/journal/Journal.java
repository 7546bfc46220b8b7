package stint.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An append-only list of records, each some bytes, numbered from 1 without gaps. What {@link
 * #append} confirmed is on the disk: it survives {@code kill -9} and a power cut (SYNC "the bench
 * store").
 *
 * <p>Any thread may call. One thread of the journal's own writes: it takes all that waits, forces
 * once, and confirms.
 */
public final class Journal implements RecordLog {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final DirectoryLock lock;
    private final CleanStop cleanStop;
    private final LetGo letGo;
    private final List<Segment> segments;
    private final JournalWriter writer;
    private final boolean startedCleanly;
    private final long lastAtStart;
    private final long cutBytes;
    private boolean closed;

    private Journal(
            DirectoryLock lock,
            CleanStop cleanStop,
            LetGo letGo,
            List<Segment> segments,
            JournalWriter writer,
            boolean startedCleanly,
            long cutBytes) {
        this.lock = lock;
        this.cleanStop = cleanStop;
        this.letGo = letGo;
        this.segments = segments;
        this.writer = writer;
        this.startedCleanly = startedCleanly;
        this.lastAtStart = writer.forced();
        this.cutBytes = cutBytes;
    }

    /**
     * Opens the journal in a directory, which is made when missing. Reads everything: a torn end is
     * cut behind the last whole record.
     *
     * @throws JournalLockedException when somebody has it open
     * @throws JournalDamagedException when a record is missing that was once forced; the files are
     *     left as they are
     * @throws IOException when the disk fails, or has no room for a first segment
     */
    public static Journal open(Path directory, JournalOptions options) throws IOException {
        Disk.createDirectories(directory);
        return open(directory, options, Room.usableBytesOf(directory));
    }

    static Journal open(Path directory, JournalOptions options, LongSupplier usableBytes)
            throws IOException {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return open(directory, options, usableBytes, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Journal open(
            Path directory, JournalOptions options, LongSupplier usableBytes, DirectoryLock lock)
            throws IOException {
        removeUnfinished(directory);
        Recovery recovery = Recovery.of(directory);
        // After kill -9 a name may be there in memory and not on the disk: what is read is kept.
        Disk.forceDirectory(directory);
        CleanStop cleanStop = new CleanStop(directory);
        long lastAtStop = cleanStop.read();
        long last = recovery.nextIndex() - 1;
        if (lastAtStop > last) {
            throw new JournalDamagedException(
                    directory, last + 1, 0, "is missing, though the last stop was clean");
        }
        boolean fresh = recovery.segments().isEmpty();
        LetGo letGo = new LetGo(directory);
        if (!fresh && recovery.segments().getFirst().firstIndex() > 1 && letGo.read().isEmpty()) {
            throw new JournalDamagedException(
                    directory, 1, 0, "is missing, and what stands for it");
        }
        if (recovery.cutBytes() > 0) {
            LOG.info("{}: cut {} bytes behind record {}", directory, recovery.cutBytes(), last);
        }
        Room room = new Room(directory, options, usableBytes);
        List<Segment> segments = new CopyOnWriteArrayList<>(recovery.segments());
        JournalWriter writer = new JournalWriter(directory, options, room, segments, recovery);
        cleanStop.remove();
        room.keepReserve();
        writer.start();
        return new Journal(
                lock,
                cleanStop,
                letGo,
                segments,
                writer,
                fresh || lastAtStop == last,
                recovery.cutBytes());
    }

    private static void removeUnfinished(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.new")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    @Override
    public boolean startedCleanly() {
        return startedCleanly;
    }

    /** Bytes of a torn end that were cut at the start; 0 for none. */
    public long cutBytes() {
        return cutBytes;
    }

    @Override
    public long firstIndex() {
        return segments.getFirst().firstIndex();
    }

    @Override
    public long lastIndex() {
        return writer.forced();
    }

    /** Appends new work; see {@link #append(List, Urgency)}. */
    public CompletionStage<Long> append(List<byte[]> records) {
        return append(records, Urgency.NORMAL);
    }

    /**
     * Appends records in order, next to each other. The stage completes, on the journal's thread,
     * with the last one's index once they are durable. After a crash before that, some, the first
     * ones, may be there.
     *
     * <p>It completes with {@link JournalFullException} when there is too little room, and with
     * {@link JournalClosedException} when the journal takes nothing any more; then nothing was
     * recorded, as far as can be known.
     *
     * @param records at least one, none of them empty; not copied, so leave them alone
     */
    public CompletionStage<Long> append(List<byte[]> records, Urgency urgency) {
        if (records.isEmpty() || records.stream().anyMatch(bytes -> bytes.length == 0)) {
            throw new IllegalArgumentException("nothing to append, or an empty record");
        }
        return writer.submit(records, urgency);
    }

    @Override
    public long keep(List<byte[]> records, Urgency urgency) throws IOException {
        try {
            return append(records, urgency).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
        }
    }

    /** One thread at a time may ask for it. */
    @Override
    public boolean letGo(long before, Supplier<byte[]> instead) throws IOException {
        long wanted = Math.min(before, lastIndex());
        if (segments.size() < 2 || segments.get(1).firstIndex() > wanted) {
            return false;
        }
        letGo.write(instead.get());
        // The oldest first, and none after one that can't be deleted: no gap is ever left.
        while (segments.size() > 1 && segments.get(1).firstIndex() <= wanted) {
            Segment oldest = segments.getFirst();
            segments.remove(oldest);
            try {
                letGo.delete(oldest);
            } catch (IOException e) {
                segments.addFirst(oldest);
                throw e;
            }
        }
        return true;
    }

    /** The thread that lets go may ask for it. */
    @Override
    public void stand(byte[] instead) throws IOException {
        letGo.write(instead);
    }

    @Override
    public Optional<byte[]> instead() throws IOException {
        return letGo.read();
    }

    @Override
    public void replay(long from, Replay listener) throws IOException {
        requireKept(from);
        try (JournalReader reader = reader(from)) {
            for (byte[] bytes = reader.next(); bytes != null; bytes = reader.next()) {
                listener.record(bytes);
            }
        }
    }

    @Override
    public List<byte[]> read(long from, int countMax) throws IOException {
        requireKept(from);
        List<byte[]> records = new ArrayList<>();
        try (JournalReader reader = reader(from)) {
            byte[] next = reader.next();
            while (next != null) {
                records.add(next);
                next = records.size() < countMax ? reader.next() : null;
            }
        }
        return records;
    }

    private void requireKept(long from) {
        if (from < firstIndex()) {
            throw new IllegalArgumentException(
                    "the journal begins with " + firstIndex() + ", not " + from);
        }
    }

    /**
     * A reader of the durable records from an index on. It sees what becomes durable while it
     * reads, and passes over what was let go before it came there.
     */
    public JournalReader reader(long from) {
        return new JournalReader(segments, writer::forced, from);
    }

    /**
     * Writes what waits, leaves the mark of a clean stop, and lets go of the directory. Idempotent.
     *
     * <p>A run that started uncleanly and recorded nothing leaves no mark: what it began, such as a
     * new epoch, is written nowhere, and the next run must begin it again.
     *
     * @throws IOException when something could not be written; the next start will be unclean
     */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            boolean whole = writer.stop();
            if (whole && (startedCleanly || writer.forced() > lastAtStart)) {
                cleanStop.write(writer.forced());
            }
        } finally {
            lock.close();
        }
    }
}
