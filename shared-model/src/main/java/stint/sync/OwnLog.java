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

/**
 * The bench's truth: its own events in a journal, their chain, and what of them the server has
 * (SYNC "the bench store"). What has come back with the feed, and the server calls safe, leaves the
 * journal and is read from the feed's. Not thread-safe.
 */
final class OwnLog {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLog.class);

    private final StationCode station;
    private final RecordLog journal;
    private final JournalBodies bodies;
    private final long standsAfter;
    private final Returned returned;
    private SafeMark safe = new SafeMark();
    private final Outbox outbox = new Outbox();
    private final OwnChain chain;

    private OwnLog(StationCode station, RecordLog journal, JournalBodies bodies, long standsAfter) {
        this.station = station;
        this.journal = journal;
        this.bodies = bodies;
        this.standsAfter = standsAfter;
        returned = bodies.returned();
        chain = new OwnChain(bodies::own);
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
        long read = last();
        Optional<byte[]> instead = journal.instead();
        if (instead.isPresent()) {
            shortened(instead.get());
        }
        long[] index = {Math.max(journal.firstIndex(), read + 1)};
        journal.replay(
                index[0],
                body -> {
                    StoredEvent event = read(body);
                    if (index[0] > last()) {
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
        OwnLog then = last() == 0 ? this : on(station, journal, bodies.anew(), standsAfter);
        LetGoEvents.read(instead, then, then.bodies);
        if (then.last() > journal.lastIndex()) {
            throw new IOException(
                    "the journal ends at " + journal.lastIndex() + ", and had " + then.last());
        }
        if (then != this) {
            if (bodies.kept().count() <= then.last()) { // Else it is known when all is read.
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
                kept.count() <= log.last()
                        && log.chain.before(kept.count() + 1).equals(kept.head());
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
        long count = Math.max(journal.firstIndex() - 1, chain.heldAlike(marks, station));
        return KeptEvents.first(count, chain.before(count + 1), bodies::own);
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
        return chain.last();
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
        outbox.recorded(event.id().epoch(), event.id().sequence());
        Hash after = chain.add(event);
        returned.recorded(last(), after);
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
                outbox.next()
                        .map(next -> chain.indexOf(next.epoch(), next.from()))
                        .orElse(last() + 1);
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
        chain.find(id.epoch(), id.sequence()).ifPresent(index -> returned.came(index, body, place));
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
        return outbox.next().filter(next -> hasUpTo(chain.indexOf(next.epoch(), next.from())));
    }

    /**
     * Whether an event can be read, and what its hash is made from. Not where its record was let go
     * and the log of the feed was lost since: then the feed must come first.
     */
    private boolean hasUpTo(long index) {
        return OwnChain.knownBefore(index) + 1 >= journal.firstIndex()
                || Math.min(index, journal.firstIndex() - 1) <= returned.count();
    }

    /** All that is to be sent, in batches, though the server says nothing in between. */
    void eachUnsent(int eventsMax, CarriedFile.Sink sink) throws IOException {
        for (Outbox.Next epoch : outbox.all()) {
            Outbox.Next next = epoch;
            if (!hasUpTo(chain.indexOf(next.epoch(), next.from()))) {
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
            for (byte[] body : bodies.own(chain.indexOf(next.epoch(), next.from()), (int) wanted)) {
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
        Hash previous = chain.before(chain.indexOf(next.epoch(), next.from()));
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

    void write(PackedOutput out) throws IOException {
        outbox.write(out);
        chain.write(out);
        returned.write(out);
    }

    /** Goes on from what {@link #write} wrote. */
    void read(PackedInput in) throws IOException {
        outbox.read(in);
        chain.read(in);
        returned.read(in);
    }
}
