package stint.sync;

import org.jspecify.annotations.Nullable;

import stint.wire.EventBatch;
import stint.wire.protocol.FeedHeader;
import stint.wire.protocol.HistoryPiece;
import stint.wire.protocol.HistoryQuery;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** The server has too much to do: the same is asked again later. */
    private static final Set<String> LATER = Set.of("overloaded", "unavailable", "too_often");

    private final SyncPort port;
    private Phase phase = Phase.PUSHING;
    private @Nullable PushHeader sent;
    private @Nullable String problem;
    private long pushed;
    private long pulled;
    private boolean baseAsked;
    private @Nullable HistoryQuery asking;
    private long askedAfter;

    private enum Phase {
        PUSHING,
        BASE,
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

        /** For what the feed comes to. */
        record Bootstrap() implements Request {}

        /**
         * For what was before.
         *
         * @param after where the last piece of the answer ended; 0 at first
         */
        record History(SyncPort.Cursor cursor, HistoryQuery query, long after) implements Request {}
    }

    /** What the server said. */
    public sealed interface Answer {

        /** To a push or a return. */
        record Pushed(PushReply reply) implements Answer {}

        /** To a fetch, or to a question about what was before. */
        record Page(EventBatch<FeedHeader> page) implements Answer {}

        /** What the feed comes to. */
        record Bootstrapped(PackedBase base) implements Answer {}

        /**
         * No, to any.
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
            case BASE -> Optional.of(new Request.Bootstrap());
            case PULLING -> pulling();
            case STARTING_OVER -> Optional.of(fetch(new SyncPort.Cursor(null, 0)));
            default -> Optional.empty();
        };
    }

    private Optional<Request> pulling() {
        if (wantsBase(0)) {
            return Optional.of(new Request.Bootstrap());
        }
        SyncPort.Cursor cursor = port.cursor();
        HistoryQuery wanted = port.historyWanted().orElse(null);
        boolean known = cursor.generation() != null;
        if (wanted == null || !known) {
            return Optional.of(fetch(cursor));
        }
        if (!wanted.equals(asking)) {
            asking = wanted;
            askedAfter = 0;
        }
        return Optional.of(new Request.History(cursor, wanted, askedAfter));
    }

    /** It is asked for once in a round. */
    private boolean wantsBase(long last) {
        if (baseAsked || !port.wantsBase(last)) {
            return false;
        }
        baseAsked = true;
        phase = Phase.BASE;
        return true;
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
            case Answer.Bootstrapped(PackedBase base) -> baseCame(OfferedBase.of(base));
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

    private void baseCame(@Nullable OfferedBase base) {
        port.baseCame(base);
        phase = Phase.PULLING;
    }

    private void remembered(FeedHeader header, HistoryPiece piece, List<byte[]> bodies) {
        if (asking == null || !asking.equals(piece.query())) {
            failed("the server answers what was not asked");
            return;
        }
        boolean more = piece.next() > askedAfter;
        askedAfter = piece.next();
        port.remembered(header, bodies);
        if (!more && asking.equals(port.historyWanted().orElse(null))) {
            failed("what was before could not be kept");
        }
    }

    private void fetched(EventBatch<FeedHeader> page, Duration roundTrip) {
        FeedHeader header = page.header();
        HistoryPiece history = header.history();
        if (history != null) {
            remembered(header, history, page.bodies());
            return;
        }
        if (phase == Phase.STARTING_OVER) {
            port.startOver(header.generation());
            phase = Phase.PULLING;
        }
        reached(header.serverTimeMs(), roundTrip);
        if (header.to() - header.from() + 1 != page.bodies().size()) {
            failed("the feed was cut short at position " + header.from());
            return;
        }
        if (header.from() == 1 && wantsBase(header.last())) {
            return;
        }
        port.received(header, page.bodies());
        if (port.historyWanted().isPresent()) {
            return; // The page may not have been taken; it is fetched again behind the answer.
        }
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
        } else if (phase == Phase.BASE && !LATER.contains(refused.code())) {
            baseCame(null);
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
