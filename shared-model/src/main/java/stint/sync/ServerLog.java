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
     * <p>Event n is at n − 1 in both lists.
     */
    private static final class Lane {
        private final List<Hash> hashes = new ArrayList<>();
        private final List<Long> records = new ArrayList<>();
        private final TreeMap<Long, Receipt> receipts = new TreeMap<>();
        private long mark;
        private boolean unwanted;

        private long last() {
            return hashes.size();
        }

        private Hash before(long sequence) {
            return sequence == 1 ? Hash.ZERO : hashes.get((int) sequence - 2);
        }

        private void cutAt(long sequence) {
            hashes.subList((int) sequence - 1, hashes.size()).clear();
            records.subList((int) sequence - 1, records.size()).clear();
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
        Lane lane = lanes.computeIfAbsent(id.epoch(), any -> new Lane());
        if (id.sequence() > lane.last() + 1) {
            LOG.error("{} came before those in front of it", id);
            return;
        }
        Hash hash = Chain.next(lane.before(id.sequence()), body);
        if (id.sequence() <= lane.last()
                && !lane.hashes.get((int) id.sequence() - 1).equals(hash)) {
            LOG.error("{} is another event than the one known; the server's counts", id);
            lane.cutAt(id.sequence());
        }
        if (id.sequence() > lane.last()) {
            lane.hashes.add(hash);
            lane.records.add(record);
        }
        lane.mark = Math.max(lane.mark, id.sequence());
    }

    /** The server gave its word for one of them. */
    void signed(Receipt receipt) {
        Lane lane = lanes.get(receipt.epoch());
        if (lane != null
                && receipt.sequence() >= 1
                && receipt.sequence() <= lane.last()
                && lane.before(receipt.sequence() + 1).toString().equals(receipt.hash())) {
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
            if (!lane.unwanted && lane.mark < lane.last()) {
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
            byte[] body = feed.body(lane.records.get((int) sequence - 1), id);
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
                        lane.before(from).toString(),
                        lane.hashes.get((int) to - 1).toString(),
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
            Lane lane = new Lane();
            lanes.put(in.count(), lane);
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
