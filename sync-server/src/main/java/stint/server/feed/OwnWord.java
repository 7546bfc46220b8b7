package stint.server.feed;

import org.jspecify.annotations.Nullable;

import stint.credential.Receipts;
import stint.credential.SigningKey;
import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.sync.EventStore;
import stint.sync.PushedBatch;
import stint.wire.EventBatch;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.Receipt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Signs, of each piece of the feed, how far the server's own log goes in it. What a bench later
 * gives back to a server that was put back is taken by that signature, and not by the bench's word:
 * the own log says who is trusted (SY-3, SY-4). Thread-safe.
 */
public final class OwnWord implements AutoCloseable {

    /** How every body of the own log begins: nothing else is parsed. */
    private static final byte[] OWN =
            ("{\"station\":\"" + StationCode.SERVER + "\",").getBytes(StandardCharsets.UTF_8);

    private static final int KEPT_MAX = 1_000;

    /** An event of the server's own, and where it stands in the feed. */
    private record Own(long position, EventId id) {}

    private final SigningKey key;
    private final Supplier<EventStore> store;

    /** The store is read where no request's end can interrupt it. */
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("own-word").daemon().factory());

    private final Map<EventId, Receipt> given =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<EventId, Receipt> eldest) {
                            return size() > KEPT_MAX;
                        }
                    });

    /**
     * @param store where the chain is
     */
    public OwnWord(SigningKey key, Supplier<EventStore> store) {
        this.key = key;
        this.store = store;
    }

    /** The same piece, with the server's word for what of its own is in it. */
    public EventBatch<FeedHeader> on(EventBatch<FeedHeader> piece) {
        FeedHeader header = piece.header();
        Map<Integer, Own> last = new TreeMap<>();
        long position = header.from();
        for (byte[] body : piece.bodies()) {
            own(position, body).ifPresent(found -> last.put(found.id().epoch(), found));
            position++;
        }
        if (last.isEmpty()) {
            return piece;
        }
        List<Receipt> own = last.values().stream().map(one -> receipt(one, header)).toList();
        return new EventBatch<>(
                new FeedHeader(
                        header.generation(),
                        header.from(),
                        header.to(),
                        header.last(),
                        header.serverTimeMs(),
                        own),
                piece.bodies());
    }

    private static boolean isOwn(byte[] body) {
        return body.length > OWN.length && Arrays.equals(body, 0, OWN.length, OWN, 0, OWN.length);
    }

    private static Optional<Own> own(long position, byte[] body) {
        try {
            return isOwn(body)
                    ? Optional.of(new Own(position, StoredEvent.read(body).id()))
                    : Optional.empty();
        } catch (UnreadableEventException e) {
            return Optional.empty(); // Whatever it is, there is no word for it.
        }
    }

    private Receipt receipt(Own own, FeedHeader header) {
        EventId id = own.id();
        Receipt known = given.get(id);
        if (known != null) {
            return known;
        }
        Hash hash = CompletableFuture.supplyAsync(() -> hash(own.position()), reader).join();
        Receipt receipt =
                Receipts.sign(
                        key,
                        id.station(),
                        id.epoch(),
                        id.sequence(),
                        hash,
                        header.to(),
                        header.serverTimeMs());
        given.put(id, receipt);
        return receipt;
    }

    private Hash hash(long position) {
        return store.get().hashes(position, position).getFirst();
    }

    /**
     * Whether the server once gave its word for a batch of its own events.
     *
     * @param receipt the one that came with it
     */
    public boolean covers(PushedBatch batch, @Nullable Receipt receipt) {
        return receipt != null
                && !batch.events().isEmpty()
                && receipt.station().equals(StationCode.SERVER.value())
                && receipt.epoch() == batch.epoch()
                && receipt.sequence() == batch.to()
                && receipt.hash().equals(batch.hashes().getLast().toString())
                && Receipts.verify(key.verifying(), receipt);
    }

    @Override
    public void close() {
        reader.shutdown();
    }
}
