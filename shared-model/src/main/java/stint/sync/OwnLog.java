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
 * (SYNC "the bench store"). What has come back with the feed, and the server calls safe, leaves the
 * journal and is read from the feed's. Not thread-safe.
 */
final class OwnLog {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLog.class);

    /** The chain's hash is remembered every so many events and computed between. */
    private static final int HASH_EVERY = 64;

    private final StationCode station;
    private final RecordLog journal;
    private final JournalBodies bodies;
    private final long standsAfter;
    private final Returned returned;
    private SafeMark safe = new SafeMark();
    private final Outbox outbox = new Outbox();
    private final TreeMap<Integer, Long> firstIndexOfEpoch = new TreeMap<>();
    private final List<Hash> hashes = new ArrayList<>(List.of(Hash.ZERO));
    private Chain chain = new Chain(Hash.ZERO);
    private long last;

    private OwnLog(StationCode station, RecordLog journal, JournalBodies bodies, long standsAfter) {
        this.station = station;
        this.journal = journal;
        this.bodies = bodies;
        this.standsAfter = standsAfter;
        returned = bodies.returned();
    }

    /**
     * A log nothing is known of yet; {@link #catchUp} reads it.
     *
     * @param standsAfter the last record of the log of the feed that something stands for; −1 for
     *     none
     */
    static OwnLog on(
            StationCode station, RecordLog journal, JournalBodies bodies, long standsAfter) {
        return new OwnLog(station, journal, bodies, standsAfter);
    }

    /**
     * Reads what it does not know yet.
     *
     * @param reader is given every such event, in order, and its index
     * @param apart is given those that left the journal and are kept apart: no log of the feed need
     *     have them
     * @throws IOException when the disk fails or the journal is damaged
     */
    void catchUp(Reader reader, Reader apart) throws IOException {
        long read = last;
        Optional<byte[]> instead = journal.instead();
        if (instead.isPresent()) {
            shortened(instead.get());
        }
        long[] index = {Math.max(journal.firstIndex(), read + 1)};
        journal.replay(
                index[0],
                body -> {
                    StoredEvent event = read(body);
                    if (index[0] > last) {
                        kept(event);
                    }
                    reader.read(event, index[0]);
                    index[0]++;
                });
        if (goOnBehindKept(this)) {
            long through = Math.min(bodies.kept().count(), journal.firstIndex() - 1);
            for (long gone = read + 1; gone <= through; gone++) {
                apart.read(read(bodies.own(gone, 1).getFirst()), gone);
            }
        }
    }

    /**
     * Events left the journal. Where a snapshot knows them already, it may be older than what says
     * where they are now; and while the feed is read on, the fold asks for them.
     */
    private void shortened(byte[] instead) throws IOException {
        OwnLog then = last == 0 ? this : on(station, journal, bodies.anew(), standsAfter);
        LetGoEvents.read(instead, then, then.bodies);
        if (then.last > journal.lastIndex()) {
            throw new IOException(
                    "the journal ends at " + journal.lastIndex() + ", and had " + then.last);
        }
        if (then != this) {
            if (bodies.kept().count() <= then.last) { // Else it is known when all is read.
                goOnBehindKept(then);
            }
            returned.goOnFrom(then.returned);
        }
    }

    /**
     * What is kept apart is of this journal, or is nothing.
     *
     * @return whether anything is
     */
    private boolean goOnBehindKept(OwnLog log) throws IOException {
        KeptEvents kept = bodies.kept();
        if (standsAfter < 0) {
            return false;
        }
        boolean ours =
                kept.count() <= log.last && log.hashBefore(kept.count() + 1).equals(kept.head());
        if (ours) {
            log.returned.goOnBehind(kept, standsAfter);
        } else {
            LOG.error("the events of {} that are kept apart are of another journal", station);
        }
        return ours;
    }

    /**
     * Whether every event can be read. Not where the log of the feed was lost, with events that
     * only it had.
     */
    boolean readable() {
        return journal.firstIndex() - 1 <= returned.count();
    }

    /** Up to where the feed is held by a finished backup, as far as is known; 0 for nowhere. */
    long safePosition() {
        return safe.position();
    }

    /** Of the same journal, in the same life of the server's store: knows what is safe. */
    void goOnAs(OwnLog before) {
        safe = before.safe;
    }

    /** A base holds these: the server has them. */
    void heldBy(Marks marks) {
        marks.of(station)
                .forEach((epoch, mark) -> {
                    if (mark.sequence() > outbox.mark(epoch)) {
                        outbox.acknowledged(epoch, mark.sequence());
                    }
                });
    }

    /** The events that no log needs to hold once a base does, and those that left the journal. */
    KeptEvents keepFor(Marks marks) throws IOException {
        long count = Math.max(journal.firstIndex() - 1, heldAlike(marks));
        return KeptEvents.first(count, hashBefore(count + 1), bodies::own);
    }

    /** The last event up to which a base holds exactly these. */
    private long heldAlike(Marks marks) {
        long alike = 0;
        for (Map.Entry<Integer, Long> epoch : firstIndexOfEpoch.entrySet()) {
            Marks.Mark mark = marks.of(station, epoch.getKey());
            Map.Entry<Integer, Long> next = firstIndexOfEpoch.higherEntry(epoch.getKey());
            long end = next == null ? last : next.getValue() - 1;
            long held = mark == null ? 0 : epoch.getValue() + mark.sequence() - 1;
            if (mark == null
                    || held <= alike
                    || held > end
                    || !hashBefore(held + 1).equals(mark.head())) {
                return alike;
            }
            alike = held;
            if (held < end) {
                return alike;
            }
        }
        return alike;
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
        returned.recorded(last, chain.head());
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
        long missing =
                outbox.next().map(next -> indexOf(next.epoch(), next.from())).orElse(last + 1);
        safe.acknowledged(missing - 1, reply);
    }

    /** An event came with the feed. If it is ours, the server has all up to it. */
    void came(EventId id, byte[] body, long place) {
        if (!id.station().equals(station)) {
            return;
        }
        if (id.sequence() > outbox.mark(id.epoch())) {
            outbox.acknowledged(id.epoch(), id.sequence());
        }
        Long first = firstIndexOfEpoch.get(id.epoch());
        if (first != null) {
            returned.came(first + id.sequence() - 1, body, place);
        }
    }

    /**
     * Takes what is on the disk twice, and safe, out of the journal.
     *
     * @return whether anything went
     * @throws IOException when the disk fails; what is there is as good as before
     */
    boolean letGo() throws IOException {
        long through = Math.min(safe.through(), returned.count());
        return through > 0 && journal.letGo(through + 1, () -> LetGoEvents.bytes(this, bodies));
    }

    /** These can't be sent: the server has others under their numbers. */
    void abandon(int epoch) {
        outbox.abandon(epoch);
    }

    /** Another server, or one that lost its memory: nothing counts as sent. */
    void forgetMarks() {
        outbox.forgetMarks();
        safe.forget();
    }

    /** The oldest event the server lacks, to know since when (SY-1). */
    Optional<StoredEvent> oldestUnsent() {
        return nextToSend()
                .map(next -> {
                    try {
                        return read(batch(next, 1).getFirst());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** The next batch to send. */
    Optional<EventBatch<PushHeader>> unsent(int eventsMax) {
        return nextToSend().map(next -> toPush(next, batch(next, eventsMax)));
    }

    private Optional<Outbox.Next> nextToSend() {
        return outbox.next().filter(next -> hasUpTo(indexOf(next.epoch(), next.from())));
    }

    /**
     * Whether an event can be read, and what its hash is made from. Not where its record was let go
     * and the log of the feed was lost since: then the feed must come first.
     */
    private boolean hasUpTo(long index) {
        return hashedBefore(index) + 1 >= journal.firstIndex()
                || Math.min(index, journal.firstIndex() - 1) <= returned.count();
    }

    /** All that is to be sent, in batches, though the server says nothing in between. */
    void eachUnsent(int eventsMax, CarriedFile.Sink sink) throws IOException {
        for (Outbox.Next epoch : outbox.all()) {
            Outbox.Next next = epoch;
            if (!hasUpTo(indexOf(next.epoch(), next.from()))) {
                throw new IOException(
                        "the log of the feed was lost, and with it events that the server has:"
                                + " sync this bench first");
            }
            while (next.from() <= next.last()) {
                EventBatch<PushHeader> batch = toPush(next, batch(next, eventsMax));
                sink.take(batch);
                next =
                        new Outbox.Next(
                                next.epoch(), next.from() + batch.bodies().size(), next.last());
            }
        }
    }

    private List<byte[]> batch(Outbox.Next next, int eventsMax) {
        long wanted = Math.min(eventsMax, next.last() - next.from() + 1);
        List<byte[]> events = new ArrayList<>();
        long bytes = 0;
        try {
            for (byte[] body : bodies.own(indexOf(next.epoch(), next.from()), (int) wanted)) {
                bytes += body.length;
                if (bytes > EventBatch.BYTES_MAX / 2 && !events.isEmpty()) {
                    break;
                }
                events.add(body);
            }
        } catch (IOException e) {
            LOG.error("what is unsent can't be read; it will be tried again", e);
            throw new UncheckedIOException(e);
        }
        return events;
    }

    private EventBatch<PushHeader> toPush(Outbox.Next next, List<byte[]> events) {
        Hash previous = hashBefore(indexOf(next.epoch(), next.from()));
        Chain ahead = new Chain(previous);
        events.forEach(ahead::append);
        PushHeader header =
                new PushHeader(
                        Protocol.VERSION,
                        station.value(),
                        next.epoch(),
                        next.from(),
                        previous.toString(),
                        ahead.head().toString(),
                        events.size());
        return new EventBatch<>(header, events);
    }

    private long indexOf(int epoch, long sequence) {
        Long first = firstIndexOfEpoch.get(epoch);
        if (first == null) {
            throw new IllegalStateException("no event of epoch " + epoch);
        }
        return first + sequence - 1;
    }

    /** The last event before another one of which the hash is at hand. */
    private static long hashedBefore(long index) {
        return (index - 1) / HASH_EVERY * HASH_EVERY;
    }

    private Hash hashBefore(long index) {
        long from = hashedBefore(index) + 1;
        Chain walk = new Chain(hashes.get((int) (from / HASH_EVERY)));
        int missing = (int) (index - from);
        if (missing > 0) {
            try {
                bodies.own(from, missing).forEach(walk::append);
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
        returned.write(out);
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
        returned.read(in);
    }
}
