package stint.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.wire.Chain;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.Protocol;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.Receipt;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a bench holds of the server's own log. Nobody records that log again after a server was put
 * back from a backup, so every bench that has read it keeps it and gives back what is missing
 * (SY-3). Not thread-safe.
 */
final class ServerLog {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);

    /**
     * One epoch.
     *
     * <p>The event after the one it began with is the first in both lists.
     */
    private static final class Lane {
        private final long began;
        private final Hash beganWith;
        private final List<Hash> hashes = new ArrayList<>();
        private final List<Long> records = new ArrayList<>();
        private final TreeMap<Long, Receipt> receipts = new TreeMap<>();
        private long mark;
        private boolean unwanted;

        Lane(long began, Hash beganWith) {
            this.began = began;
            this.beganWith = beganWith;
        }

        private int place(long sequence) {
            return (int) (sequence - began - 1);
        }

        private long last() {
            return began + hashes.size();
        }

        /** The chain after an event that is here, or the one it began with. */
        private Hash at(long sequence) {
            return sequence == began ? beganWith : hashes.get(place(sequence));
        }

        private void cutAt(long sequence) {
            hashes.subList(place(sequence), hashes.size()).clear();
            records.subList(place(sequence), records.size()).clear();
            receipts.tailMap(sequence, true).clear();
        }
    }

    private final TreeMap<Integer, Lane> lanes = new TreeMap<>();
    private boolean readToTheEnd;

    /**
     * An event of the server's own came with the feed.
     *
     * @param record where the bench's log of the feed holds it
     */
    void seen(EventId id, byte[] body, long record) {
        Lane lane = lanes.computeIfAbsent(id.epoch(), any -> new Lane(0, Hash.ZERO));
        if (id.sequence() > lane.last() + 1) {
            LOG.error("{} came before those in front of it", id);
            return;
        }
        if (id.sequence() > lane.began) {
            take(lane, id, body, record);
        }
        lane.mark = Math.max(lane.mark, id.sequence());
    }

    private static void take(Lane lane, EventId id, byte[] body, long record) {
        Hash hash = Chain.next(lane.at(id.sequence() - 1), body);
        if (id.sequence() <= lane.last() && !lane.at(id.sequence()).equals(hash)) {
            LOG.error("{} is another event than the one known; the server's counts", id);
            lane.cutAt(id.sequence());
        }
        if (id.sequence() > lane.last()) {
            lane.hashes.add(hash);
            lane.records.add(record);
        } else {
            lane.records.set(lane.place(id.sequence()), record);
        }
    }

    /** Of these epochs what came up to these events is not here. */
    void begin(Map<Integer, Marks.Mark> epochs) {
        epochs.forEach((epoch, mark) -> lanes.put(epoch, new Lane(mark.sequence(), mark.head())));
    }

    /** Of each epoch the last event that is not here, where there are such. */
    SortedMap<Integer, Marks.Mark> begins() {
        SortedMap<Integer, Marks.Mark> begins = new TreeMap<>();
        lanes.forEach((epoch, lane) -> {
            if (lane.began > 0) {
                begins.put(epoch, new Marks.Mark(lane.began, lane.beganWith));
            }
        });
        return begins;
    }

    /** A base holds the server's own log up to these events: the server has them. */
    void heldBy(Map<Integer, Marks.Mark> epochs) {
        epochs.forEach((epoch, mark) -> {
            Lane lane = lanes.get(epoch);
            boolean alike =
                    lane != null
                            && lane.began <= mark.sequence()
                            && lane.last() >= mark.sequence()
                            && lane.at(mark.sequence()).equals(mark.head());
            if (lane == null || !alike) {
                lane = new Lane(mark.sequence(), mark.head());
                lanes.put(epoch, lane);
            }
            lane.mark = Math.max(lane.mark, mark.sequence());
        });
    }

    /**
     * Whether records up to one are of no use for giving back, once what is up to these events is
     * safe.
     */
    boolean doesWithout(long record, Map<Integer, Marks.Mark> epochs) {
        for (Map.Entry<Integer, Lane> entry : lanes.entrySet()) {
            Lane lane = entry.getValue();
            Marks.Mark mark = epochs.get(entry.getKey());
            long safe = mark == null ? 0 : mark.sequence();
            if (!lane.unwanted && lane.mark < lane.last()) {
                return false;
            }
            for (long next = Math.max(safe, lane.began) + 1; next <= lane.last(); next++) {
                if (lane.records.get(lane.place(next)) <= record) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What is up to these events is here no more. */
    void letGo(Map<Integer, Marks.Mark> epochs) {
        epochs.forEach((epoch, mark) -> {
            Lane lane = lanes.get(epoch);
            if (lane != null && lane.began < mark.sequence() && mark.sequence() <= lane.last()) {
                Lane shorter = new Lane(mark.sequence(), lane.at(mark.sequence()));
                int gone = lane.place(mark.sequence()) + 1;
                shorter.hashes.addAll(lane.hashes.subList(gone, lane.hashes.size()));
                shorter.records.addAll(lane.records.subList(gone, lane.records.size()));
                shorter.receipts.putAll(lane.receipts.tailMap(mark.sequence(), false));
                shorter.mark = lane.mark;
                shorter.unwanted = lane.unwanted;
                lanes.put(epoch, shorter);
            }
        });
    }

    /** The server gave its word for one of them. */
    void signed(Receipt receipt) {
        Lane lane = lanes.get(receipt.epoch());
        if (lane != null
                && receipt.sequence() > lane.began
                && receipt.sequence() <= lane.last()
                && lane.at(receipt.sequence()).toString().equals(receipt.hash())) {
            lane.receipts.put(receipt.sequence(), receipt);
        }
    }

    /** All that the server's store now has was read: what did not come, it lacks. */
    void readToTheEnd() {
        readToTheEnd = true;
    }

    /** The server's store is another one: what it has is to be seen. */
    void forgetMarks() {
        readToTheEnd = false;
        for (Lane lane : lanes.values()) {
            lane.mark = 0;
            lane.unwanted = false;
        }
    }

    /** The server has an epoch up to here. */
    void acknowledged(int epoch, long mark) {
        Lane lane = lanes.get(epoch);
        if (lane != null) {
            lane.mark = Math.min(mark, lane.last());
        }
    }

    /** The server has other events of this epoch. */
    void unwanted(int epoch) {
        Lane lane = lanes.get(epoch);
        if (lane != null) {
            lane.unwanted = true;
        }
    }

    /**
     * The oldest events the server lacks, all of one epoch; empty while that is unknown.
     *
     * @param feed where they are
     */
    Optional<EventBatch<PushHeader>> owed(int eventsMax, FeedLog feed) {
        if (!readToTheEnd) {
            return Optional.empty();
        }
        for (Map.Entry<Integer, Lane> entry : lanes.entrySet()) {
            Lane lane = entry.getValue();
            if (!lane.unwanted && lane.mark >= lane.began && lane.mark < lane.last()) {
                return Optional.of(batch(entry.getKey(), lane, eventsMax, feed));
            }
        }
        return Optional.empty();
    }

    private static EventBatch<PushHeader> batch(int epoch, Lane lane, int eventsMax, FeedLog feed) {
        long from = lane.mark + 1;
        // Up to what the server gave its word for next; without one, as far as one batch goes.
        Map.Entry<Long, Receipt> word = lane.receipts.higherEntry(lane.mark);
        boolean signed = word != null && word.getKey() - lane.mark <= eventsMax;
        long last =
                word != null && signed
                        ? word.getKey()
                        : Math.min(lane.last(), lane.mark + eventsMax);
        List<byte[]> bodies = new ArrayList<>();
        long bytes = 0;
        for (long sequence = from; sequence <= last; sequence++) {
            EventId id = new EventId(StationCode.SERVER, epoch, sequence);
            byte[] body = feed.body(lane.records.get(lane.place(sequence)), id);
            bytes += body.length;
            if (!signed && bytes > EventBatch.BYTES_MAX / 2 && !bodies.isEmpty()) {
                break;
            }
            bodies.add(body);
        }
        long to = from + bodies.size() - 1;
        PushHeader header =
                new PushHeader(
                        Protocol.VERSION,
                        StationCode.SERVER.value(),
                        epoch,
                        from,
                        lane.at(from - 1).toString(),
                        lane.at(to).toString(),
                        bodies.size(),
                        word != null && signed ? word.getValue() : null);
        return new EventBatch<>(header, bodies);
    }

    void write(PackedOutput out) throws IOException {
        out.all(
                lanes.entrySet(),
                entry -> {
                    Lane lane = entry.getValue();
                    out.number(entry.getKey());
                    out.number(lane.began);
                    out.bytes(lane.beganWith.toBytes());
                    out.all(lane.hashes, hash -> out.bytes(hash.toBytes()));
                    out.all(lane.records, out::number);
                    out.all(lane.receipts.values(), receipt -> out.bytes(WireJson.write(receipt)));
                    out.number(lane.mark);
                    out.flag(lane.unwanted);
                });
    }

    /** Goes on from what {@link #write} wrote. */
    void read(PackedInput in) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            int epoch = in.count();
            Lane lane = new Lane(in.number(), Hash.of(in.bytes()));
            lanes.put(epoch, lane);
            lane.hashes.addAll(in.all(() -> Hash.of(in.bytes())));
            lane.records.addAll(in.all(in::number));
            for (Receipt receipt : in.all(() -> receipt(in.bytes()))) {
                lane.receipts.put(receipt.sequence(), receipt);
            }
            lane.mark = in.number();
            lane.unwanted = in.flag();
        }
    }

    private static Receipt receipt(byte[] bytes) throws IOException {
        try {
            return WireJson.read(bytes, Receipt.class);
        } catch (MalformedMessageException e) {
            throw new IOException("no receipt", e);
        }
    }
}
