package stint.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.journal.RecordLog;
import stint.journal.Urgency;
import stint.wire.Chain;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.Protocol;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bench's truth: its own events in a journal, their chain, and what of them the server has
 * (SYNC "the bench store"). Not thread-safe.
 */
final class OwnLog {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLog.class);

    /** The chain's hash is remembered every so many events and computed between. */
    private static final int HASH_EVERY = 64;

    private final StationCode station;
    private final RecordLog journal;
    private final Outbox outbox = new Outbox();
    private final TreeMap<Integer, Long> firstIndexOfEpoch = new TreeMap<>();
    private final List<Hash> hashes = new ArrayList<>(List.of(Hash.ZERO));
    private Chain chain = new Chain(Hash.ZERO);
    private long last;

    private OwnLog(StationCode station, RecordLog journal) {
        this.station = station;
        this.journal = journal;
    }

    /** A log nothing is known of yet; {@link #catchUp} reads it. */
    static OwnLog on(StationCode station, RecordLog journal) {
        return new OwnLog(station, journal);
    }

    /**
     * Reads what it does not know yet.
     *
     * @param reader is given every such event, in order, and its index
     * @throws IOException when the disk fails or the journal is damaged
     */
    void catchUp(Reader reader) throws IOException {
        journal.replay(
                Math.max(journal.firstIndex(), last + 1),
                body -> {
                    StoredEvent event = read(body);
                    kept(event);
                    reader.read(event, last);
                });
    }

    /** Hears events. */
    @FunctionalInterface
    interface Reader {

        /**
         * The next event.
         *
         * @param index in the log
         */
        void read(StoredEvent event, long index);
    }

    /** The index of the last event. */
    long last() {
        return last;
    }

    private static StoredEvent read(byte[] body) throws IOException {
        try {
            return StoredEvent.read(body);
        } catch (UnreadableEventException e) {
            throw new IOException("the journal holds what is no event of this program", e);
        }
    }

    /** Keeps an event; when this returns it is durable. */
    void append(StoredEvent event, Urgency urgency) throws IOException {
        journal.keep(List.of(event.body()), urgency);
        kept(event);
    }

    private void kept(StoredEvent event) {
        EventId id = event.id();
        last++;
        firstIndexOfEpoch.putIfAbsent(id.epoch(), last - id.sequence() + 1);
        outbox.recorded(id.epoch(), id.sequence());
        chain.append(event.body());
        if (last % HASH_EVERY == 0) {
            hashes.add(chain.head());
        }
    }

    long unsent() {
        return outbox.unsent();
    }

    /** See {@link Outbox#marks()}. */
    Map<Integer, Long> marks() {
        return outbox.marks();
    }

    void acknowledged(PushReply reply) {
        outbox.acknowledged(reply.epoch(), reply.mark());
    }

    /** The server came back in the feed with an event of ours: it has all up to it. */
    void seenInFeed(EventId id) {
        if (id.station().equals(station) && id.sequence() > outbox.mark(id.epoch())) {
            outbox.acknowledged(id.epoch(), id.sequence());
        }
    }

    /** These can't be sent: the server has others under their numbers. */
    void abandon(int epoch) {
        outbox.abandon(epoch);
    }

    /** Another server, or one that lost its memory: nothing counts as sent. */
    void forgetMarks() {
        outbox.forgetMarks();
    }

    /** The oldest event the server lacks, to know since when (SY-1). */
    Optional<StoredEvent> oldestUnsent() {
        Optional<Outbox.Next> next = outbox.next();
        return next.isEmpty() ? Optional.empty() : batch(next.get(), 1).stream().findFirst();
    }

    /** The next batch to send. */
    Optional<EventBatch<PushHeader>> unsent(int eventsMax) {
        return outbox.next().map(next -> toPush(next, batch(next, eventsMax)));
    }

    /** All that is to be sent, in batches, though the server says nothing in between. */
    void eachUnsent(int eventsMax, CarriedFile.Sink sink) throws IOException {
        for (Outbox.Next epoch : outbox.all()) {
            Outbox.Next next = epoch;
            while (next.from() <= next.last()) {
                EventBatch<PushHeader> batch = toPush(next, batch(next, eventsMax));
                sink.take(batch);
                next =
                        new Outbox.Next(
                                next.epoch(), next.from() + batch.bodies().size(), next.last());
            }
        }
    }

    private List<StoredEvent> batch(Outbox.Next next, int eventsMax) {
        long wanted = Math.min(eventsMax, next.last() - next.from() + 1);
        List<StoredEvent> events = new ArrayList<>();
        long bytes = 0;
        try {
            for (byte[] body : journal.read(indexOf(next.epoch(), next.from()), (int) wanted)) {
                bytes += body.length;
                if (bytes > EventBatch.BYTES_MAX / 2 && !events.isEmpty()) {
                    break;
                }
                events.add(read(body));
            }
        } catch (IOException e) {
            LOG.error("what is unsent can't be read; it will be tried again", e);
            throw new UncheckedIOException(e);
        }
        return events;
    }

    private EventBatch<PushHeader> toPush(Outbox.Next next, List<StoredEvent> events) {
        Hash previous = hashBefore(indexOf(next.epoch(), next.from()));
        Chain ahead = new Chain(previous);
        List<byte[]> bodies = events.stream().map(StoredEvent::body).toList();
        bodies.forEach(ahead::append);
        PushHeader header =
                new PushHeader(
                        Protocol.VERSION,
                        station.value(),
                        next.epoch(),
                        next.from(),
                        previous.toString(),
                        ahead.head().toString(),
                        bodies.size());
        return new EventBatch<>(header, bodies);
    }

    private long indexOf(int epoch, long sequence) {
        Long first = firstIndexOfEpoch.get(epoch);
        if (first == null) {
            throw new IllegalStateException("no event of epoch " + epoch);
        }
        return first + sequence - 1;
    }

    private Hash hashBefore(long index) {
        int known = (int) ((index - 1) / HASH_EVERY);
        long from = (long) known * HASH_EVERY + 1;
        Chain walk = new Chain(hashes.get(known));
        int missing = (int) (index - from);
        if (missing > 0) {
            try {
                journal.read(from, missing).forEach(walk::append);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return walk.head();
    }

    void write(PackedOutput out) throws IOException {
        outbox.write(out);
        out.all(
                firstIndexOfEpoch.entrySet(),
                epoch -> {
                    out.number(epoch.getKey());
                    out.signed(epoch.getValue());
                });
        out.all(hashes, hash -> out.bytes(hash.toBytes()));
        out.bytes(chain.head().toBytes());
        out.number(last);
    }

    /** Goes on from what {@link #write} wrote. */
    void read(PackedInput in) throws IOException {
        outbox.read(in);
        for (int left = in.count(); left > 0; left--) {
            firstIndexOfEpoch.put(in.count(), in.signed());
        }
        hashes.clear();
        hashes.addAll(in.all(() -> Hash.of(in.bytes())));
        chain = new Chain(Hash.of(in.bytes()));
        last = in.number();
    }
}
