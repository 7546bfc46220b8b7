package stint.station.sync;

import stint.station.core.SyncReport;
import stint.station.sync.SyncClient.RefusedException;
import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One round of syncing: send everything the server lacks, then fetch everything there is (SY-2).
 * One thread at a time.
 */
final class SyncRound {

    private static final String GENERATION = "generation";
    private static final String FORK = "fork";

    private final SyncClient client;
    private final SyncPort port;

    private long pushed;
    private long pulled;

    SyncRound(SyncClient client, SyncPort port) {
        this.client = client;
        this.port = port;
    }

    /** Never throws for what the network or the server does: the report says it. */
    SyncReport run() {
        pushed = 0;
        pulled = 0;
        String problem = null;
        try {
            try {
                pushAll();
            } catch (RefusedException e) {
                problem = e.getMessage(); // It won't have ours; we want to know the floor still.
            }
            pullAll();
        } catch (IOException e) {
            problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            port.unreachable(problem);
        }
        return new SyncReport(problem == null, pushed, pulled, problem);
    }

    private void pushAll() throws IOException {
        Optional<EventBatch<PushHeader>> next = port.unsent(EventBatch.EVENTS_MAX);
        while (next.isPresent()) {
            PushHeader sent = next.get().header();
            try {
                push(next.get());
            } catch (RefusedException e) {
                if (!FORK.equals(e.code())) {
                    throw e;
                }
                port.forked(sent.epoch());
            }
            next = port.unsent(EventBatch.EVENTS_MAX);
            if (next.isPresent() && next.get().header().equals(sent)) {
                throw new IOException(
                        "the server still wants epoch " + sent.epoch() + " from " + sent.from());
            }
        }
    }

    private void push(EventBatch<PushHeader> batch) throws IOException {
        long askedAt = System.nanoTime();
        PushReply reply = client.push(port.station(), batch);
        reached(reply.serverTimeMs(), askedAt);
        port.acknowledged(reply);
        pushed += Math.max(0, reply.mark() - batch.header().from() + 1);
    }

    private void pullAll() throws IOException {
        boolean more = true;
        while (more) {
            more = pullOnce();
        }
    }

    private boolean pullOnce() throws IOException {
        SyncPort.Cursor cursor = port.cursor();
        long askedAt = System.nanoTime();
        EventBatch<FeedHeader> page;
        try {
            page = client.feed(cursor, EventBatch.EVENTS_MAX);
        } catch (RefusedException e) {
            if (!GENERATION.equals(e.code()) || cursor.generation() == null) {
                throw e;
            }
            page = client.feed(new SyncPort.Cursor(null, 0), EventBatch.EVENTS_MAX);
            port.startOver(page.header().generation());
        }
        FeedHeader header = page.header();
        reached(header.serverTimeMs(), askedAt);
        if (header.to() - header.from() + 1 != page.bodies().size()) {
            throw new IOException("the feed was cut short at position " + header.from());
        }
        port.received(header, page.bodies());
        pulled += page.bodies().size();
        return header.to() < header.last();
    }

    private void reached(long serverTimeMillis, long askedAtNanos) {
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - askedAtNanos);
        port.reached(Instant.ofEpochMilli(serverTimeMillis), roundTrip);
    }
}
