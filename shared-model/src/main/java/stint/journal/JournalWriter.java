package stint.journal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** The one thread that writes: takes all that waits, writes it, forces once, confirms. */
final class JournalWriter {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    /** One group's bytes at most, unless a single request is larger. */
    private static final int GROUP_BYTES_MAX = 1 << 20;

    private final Path directory;
    private final JournalOptions options;
    private final Room room;
    private final List<Segment> segments;
    private final LinkedBlockingQueue<Request> queue = new LinkedBlockingQueue<>();
    private final UninterruptedThread thread;
    private final List<Confirmation> group = new ArrayList<>();
    private FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private int end;
    private long nextIndex;
    private volatile long forced;
    private volatile @Nullable IOException broken;
    private boolean stopped;

    /** What waits to be written. */
    private record Request(
            List<byte[]> records, Urgency urgency, CompletableFuture<Long> confirmed) {

        int bytes() {
            return records.stream().mapToInt(Segment::recordBytes).sum();
        }
    }

    /** Who is told when the group is forced. */
    private record Confirmation(CompletableFuture<Long> confirmed, long lastIndex) {}

    JournalWriter(
            Path directory,
            JournalOptions options,
            Room room,
            List<Segment> segments,
            Recovery recovery)
            throws IOException {
        this.directory = directory;
        this.options = options;
        this.room = room;
        this.segments = segments;
        this.nextIndex = recovery.nextIndex();
        this.forced = nextIndex - 1;
        this.end = recovery.end();
        this.thread = new UninterruptedThread("journal " + directory.getFileName(), this::work);
        if (segments.isEmpty()) {
            segments.add(Segment.create(directory, nextIndex, options.segmentBytes()));
        }
        this.channel = openLast();
        // After kill -9 the last group may be whole in memory and not on the disk.
        channel.force(false);
    }

    void start() {
        thread.start();
    }

    long forced() {
        return forced;
    }

    CompletionStage<Long> submit(List<byte[]> records, Urgency urgency) {
        CompletableFuture<Long> confirmed = new CompletableFuture<>();
        synchronized (queue) {
            if (stopped) {
                confirmed.completeExceptionally(
                        new JournalClosedException("the journal is closed", null));
            } else {
                queue.add(new Request(List.copyOf(records), urgency, confirmed));
            }
        }
        return confirmed;
    }

    /** Writes what waits and ends the thread; true when everything confirmed is whole. */
    boolean stop() throws IOException {
        synchronized (queue) {
            stopped = true;
            queue.add(new Request(List.of(), Urgency.ENDING, new CompletableFuture<>()));
        }
        thread.joinFully();
        channel.close();
        return broken == null;
    }

    private void work() {
        List<Request> taken = new ArrayList<>();
        boolean last = false;
        while (!last) {
            taken.add(take());
            queue.drainTo(taken);
            for (Request request : taken) {
                last |= request.records().isEmpty();
                if (!last) {
                    write(request);
                }
            }
            confirmGroup();
            taken.clear();
        }
    }

    private Request take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Can't be: this thread takes no interrupts.
                LOG.error("the journal's thread was interrupted", e);
            }
        }
    }

    private void write(Request request) {
        try {
            requireWhole();
            if (!room.admits(request.urgency())) {
                throw new JournalFullException("too little room on the disk for new work");
            }
            int bytes = request.bytes();
            if (bytes > segments.getLast().bytes() - end - buffer.position()) {
                confirmGroup();
                requireWhole();
                roll(bytes);
            } else if (buffer.position() + bytes > GROUP_BYTES_MAX) {
                confirmGroup();
                requireWhole();
            }
            encode(request, bytes);
        } catch (IOException | RuntimeException e) {
            request.confirmed().completeExceptionally(e);
        }
    }

    private void requireWhole() throws JournalClosedException {
        IOException cause = broken;
        if (cause != null) {
            throw new JournalClosedException("an earlier write failed", cause);
        }
    }

    private void encode(Request request, int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger =
                    ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        for (byte[] record : request.records()) {
            segments.getLast().remember(nextIndex, end + buffer.position());
            Segment.put(buffer, nextIndex, forced, record);
            nextIndex++;
        }
        group.add(new Confirmation(request.confirmed(), nextIndex - 1));
    }

    private void confirmGroup() {
        if (group.isEmpty()) {
            return;
        }
        try {
            buffer.flip();
            int written = buffer.limit();
            Disk.writeFully(channel, buffer, end);
            channel.force(false);
            end += written;
            forced = nextIndex - 1;
            group.forEach(one -> one.confirmed().complete(one.lastIndex()));
        } catch (IOException e) {
            // After a failed force nobody knows what is on the disk: only a new start can tell.
            broken = e;
            LOG.error("the journal in {} can't be written any more", directory, e);
            group.forEach(one ->
                    one.confirmed()
                            .completeExceptionally(
                                    new JournalClosedException("the write failed", e)));
        }
        group.clear();
        buffer.clear();
    }

    /** Goes on in a new segment; everything before it is forced already. */
    private void roll(int bytesNeeded) throws IOException {
        int bytes = Math.max(options.segmentBytes(), Segment.HEADER_BYTES + bytesNeeded);
        Segment next;
        try {
            next = Segment.create(directory, nextIndex, bytes);
        } catch (IOException e) {
            LOG.error("no new journal segment", e);
            next = createInReserve(bytes);
        }
        segments.add(next);
        channel.close();
        channel = openLast();
        end = Segment.HEADER_BYTES;
        room.keepReserve();
    }

    private Segment createInReserve(int bytes) throws IOException {
        if (!room.release()) {
            throw new JournalFullException("no room on the disk for a new segment");
        }
        return Segment.create(directory, nextIndex, bytes);
    }

    private FileChannel openLast() throws IOException {
        return FileChannel.open(segments.getLast().file(), StandardOpenOption.WRITE);
    }
}
