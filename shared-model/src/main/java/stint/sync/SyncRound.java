package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One round of syncing: send everything the server lacks, then fetch everything there is (SY-2),
 * and give back what of that the server turns out to have lost (SY-3). Says what to ask next and
 * takes the answer; asking is the caller's. A round is used once, by one thread at a time.
 */
public final class SyncRound {

    private static final String GENERATION = "generation";
    private static final String FORK = "fork";

    /** The server won't take back what is given back: others of that number, or not its word. */
    private static final Set<String> UNWANTED = Set.of(FORK, "not_allowed");

    /** The server has nothing against what was asked, but against who asks. */
    private static final Set<String> DENIALS = Set.of("revoked", "not_authenticated");

    private final SyncPort port;
    private Phase phase = Phase.PUSHING;
    private @Nullable PushHeader sent;
    private @Nullable String problem;
    private long pushed;
    private long pulled;

    private enum Phase {
        PUSHING,
        PULLING,
        STARTING_OVER,
        RETURNING,
        OVER
    }

    /** What to ask the server. */
    public sealed interface Request {

        /** To store these. */
        record Push(EventBatch<PushHeader> batch) implements Request {}

        /** To take back what its own log has lost. */
        record Return(EventBatch<PushHeader> batch) implements Request {}

        /** For what follows in the feed. */
        record Fetch(SyncPort.Cursor cursor, int eventsMax) implements Request {}
    }

    /** What the server said. */
    public sealed interface Answer {

        /** To a push or a return. */
        record Pushed(PushReply reply) implements Answer {}

        /** To a fetch. */
        record Page(EventBatch<FeedHeader> page) implements Answer {}

        /**
         * No, to either.
         *
         * @param code the problem's short word; empty for none
         * @param detail for the log
         */
        record Refused(String code, String detail) implements Answer {}
    }

    /** A round for a bench. */
    public SyncRound(SyncPort port) {
        this.port = port;
    }

    /** What to ask now; empty when the round is over. */
    public Optional<Request> next() {
        if (phase == Phase.PUSHING) {
            Optional<EventBatch<PushHeader>> batch = port.unsent(EventBatch.EVENTS_MAX);
            if (batch.isPresent() && !batch.get().header().equals(sent)) {
                sent = batch.get().header();
                return Optional.of(new Request.Push(batch.get()));
            }
            phase = Phase.PULLING;
            if (batch.isPresent()) {
                failed(
                        "the server still wants epoch "
                                + batch.get().header().epoch()
                                + " from "
                                + batch.get().header().from());
            }
        }
        return switch (phase) {
            case RETURNING -> returning();
            case PULLING -> Optional.of(fetch(port.cursor()));
            case STARTING_OVER -> Optional.of(fetch(new SyncPort.Cursor(null, 0)));
            default -> Optional.empty();
        };
    }

    private Optional<Request> returning() {
        Optional<EventBatch<PushHeader>> batch = port.owed(EventBatch.EVENTS_MAX);
        if (batch.isEmpty() || batch.get().header().equals(sent)) {
            phase = Phase.OVER;
            return Optional.empty();
        }
        sent = batch.get().header();
        return Optional.of(new Request.Return(batch.get()));
    }

    private static Request fetch(SyncPort.Cursor cursor) {
        return new Request.Fetch(cursor, EventBatch.EVENTS_MAX);
    }

    /**
     * The server answered what {@link #next} asked.
     *
     * @param roundTrip from question to answer
     */
    public void answered(Answer answer, Duration roundTrip) {
        switch (answer) {
            case Answer.Pushed(PushReply reply) -> pushed(reply, roundTrip);
            case Answer.Page(EventBatch<FeedHeader> page) -> fetched(page, roundTrip);
            case Answer.Refused refused -> refused(refused);
        }
    }

    private void pushed(PushReply reply, Duration roundTrip) {
        PushHeader asked = sent;
        if (asked == null) {
            throw new IllegalStateException("nothing was sent");
        }
        reached(reply.serverTimeMs(), roundTrip);
        if (phase == Phase.RETURNING) {
            port.returned(reply);
            return;
        }
        port.acknowledged(reply);
        pushed += Math.max(0, reply.mark() - asked.from() + 1);
    }

    private void fetched(EventBatch<FeedHeader> page, Duration roundTrip) {
        FeedHeader header = page.header();
        if (phase == Phase.STARTING_OVER) {
            port.startOver(header.generation());
            phase = Phase.PULLING;
        }
        reached(header.serverTimeMs(), roundTrip);
        if (header.to() - header.from() + 1 != page.bodies().size()) {
            failed("the feed was cut short at position " + header.from());
            return;
        }
        port.received(header, page.bodies());
        pulled += page.bodies().size();
        if (header.to() >= header.last()) {
            phase = Phase.RETURNING;
        }
    }

    private void refused(Answer.Refused refused) {
        PushHeader asked = sent;
        if (DENIALS.contains(refused.code())) {
            failed(refused.detail());
            port.denied(refused.code());
        } else if (phase == Phase.PUSHING && asked != null) {
            if (FORK.equals(refused.code())) {
                port.forked(asked.epoch());
            } else {
                problem = refused.detail(); // It won't have ours; we want to know the floor still.
                phase = Phase.PULLING;
            }
        } else if (phase == Phase.RETURNING && asked != null && UNWANTED.contains(refused.code())) {
            port.unwanted(asked.epoch());
        } else if (phase == Phase.PULLING
                && GENERATION.equals(refused.code())
                && port.cursor().generation() != null) {
            phase = Phase.STARTING_OVER;
        } else {
            failed(refused.detail());
        }
    }

    /** There was no answer, or none that makes sense: the round is over. */
    public void failed(String why) {
        problem = why;
        phase = Phase.OVER;
        port.unreachable(why);
    }

    private void reached(long serverTimeMillis, Duration roundTrip) {
        port.reached(Instant.ofEpochMilli(serverTimeMillis), roundTrip);
    }

    /** What went wrong; absent while nothing did. */
    public @Nullable String problem() {
        return problem;
    }

    /** How many own events the server took in, or had. */
    public long pushed() {
        return pushed;
    }

    /** How many events were fetched. */
    public long pulled() {
        return pulled;
    }
}
