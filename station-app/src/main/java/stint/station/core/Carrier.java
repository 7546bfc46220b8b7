package stint.station.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import stint.credential.Receipts;
import stint.station.sync.Identity;
import stint.sync.Bench;
import stint.sync.CarriedFile;
import stint.wire.EventBatch;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.Receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Hands events to a person who carries them, and takes the receipts that come back the same way
 * (SY-5). Used by the core's thread.
 */
final class Carrier {

    private final Bench bench;
    private final @Nullable Identity identity;
    private final KeptReceipts receipts;

    Carrier(Bench bench, @Nullable Identity identity, KeptReceipts receipts) {
        this.bench = bench;
        this.identity = identity;
        this.receipts = receipts;
    }

    private Identity identity() throws IOException {
        if (identity == null) {
            throw new IOException(
                    "this bench was never enrolled, so nobody could tell its file from another's;"
                            + " enrol it with \"stint join\" where there is a network, once");
        }
        return identity;
    }

    /**
     * What the server had signed for before this start: where the feed tells nothing of it, since
     * there is no network, it would be carried again and again. Receipts of another life of the
     * server's store say nothing.
     */
    void remember() {
        if (identity == null) {
            return;
        }
        for (PushReply reply : receipts.of(bench.cursor().generation())) {
            Receipt receipt = reply.receipt();
            if (receipt != null
                    && Receipts.verify(identity.serverKey(), receipt)
                    && reply.mark() > bench.marks().getOrDefault(reply.epoch(), 0L)) {
                bench.acknowledged(reply);
            }
        }
    }

    /** Writes all that the server is not known to have. */
    CarriedFile.Card export(Path file) throws IOException {
        Identity own = identity();
        return CarriedFile.write(
                file,
                own.station(),
                own.site(),
                own.key(),
                own.serverKey(),
                sink -> bench.eachUnsent(EventBatch.EVENTS_MAX, sink));
    }

    /**
     * Takes the server's replies: what their receipts cover is not sent again.
     *
     * @return how many events are unsent now
     * @throws IOException when the file is damaged or not for this bench; nothing is taken then
     */
    long takeReceipts(Path file) throws IOException {
        Identity own = identity();
        for (String line : Files.readAllLines(file, UTF_8)) {
            requireOurs(own, read(file, line), file);
        }
        for (String line : Files.readAllLines(file, UTF_8)) {
            PushReply reply = read(file, line);
            bench.acknowledged(reply);
            receipts.keep(reply);
        }
        return bench.unsentCount();
    }

    private static PushReply read(Path file, String line) throws IOException {
        try {
            return WireJson.read(line.getBytes(UTF_8), PushReply.class);
        } catch (MalformedMessageException e) {
            throw new IOException(
                    file + " holds no receipts: import the bench's file at the server again", e);
        }
    }

    private static void requireOurs(Identity own, PushReply reply, Path file) throws IOException {
        Receipt receipt = reply.receipt();
        if (receipt == null || !Receipts.verify(own.serverKey(), receipt)) {
            throw new IOException(file + " is not signed by the server this bench belongs to");
        }
        if (!receipt.station().equals(own.station().value())) {
            throw new IOException(
                    file + " is for " + receipt.station() + "; this bench is " + own.station());
        }
        if (receipt.epoch() != reply.epoch() || receipt.sequence() != reply.mark()) {
            throw new IOException(file + " was altered: it says more than the server signed");
        }
    }
}
