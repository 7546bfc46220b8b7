package stint.server.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.office.PlanRefusal;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.domain.work.Floor;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.inbox.Recorded;
import stint.sync.Ledger;
import stint.sync.PushOutcome;
import stint.sync.PushedBatch;
import stint.wire.WireJson;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** What every route that writes does: reads a body, asks the writer, waits. Thread-safe. */
final class Writes {

    private static final String JSON = "application/json";

    private final Inbox inbox;
    private final Bodies bodies;
    private final BodyBudget budget;
    private final Duration answerTime;

    Writes(Inbox inbox, Bodies bodies, BodyBudget budget, Duration answerTime) {
        this.inbox = inbox;
        this.bodies = bodies;
        this.budget = budget;
        this.answerTime = answerTime;
    }

    /** Reads the body. */
    <T> T body(Context context, String mediaType, Bodies.Reader<T> reader) {
        return body(context, mediaType, reader, made -> made);
    }

    /**
     * Reads the body and does something with what was made of it.
     *
     * @param then does it, on the request's own thread: it may wait; the memory of the body counts
     *     until it is done
     */
    <T, R> R body(Context context, String mediaType, Bodies.Reader<T> reader, Function<T, R> then) {
        return bytes(context, bodies.usualMax(), reader, then, mediaType);
    }

    /**
     * The same, where more than the usual may come.
     *
     * @param bytesMax of the body, inflated
     */
    <T, R> R bytes(
            Context context,
            int bytesMax,
            Bodies.Reader<T> reader,
            Function<T, R> then,
            String... mediaTypes) {
        try (BodyBudget.Lease lease = budget.lease()) {
            return then.apply(bodies.read(context, lease, bytesMax, reader, mediaTypes));
        }
    }

    /** Reads a message. */
    <T> T message(Context context, Class<T> type) {
        return body(context, JSON, bytes -> WireJson.read(bytes, type));
    }

    /** Stores a push; when this returns, what it says is durable. */
    PushOutcome push(PushedBatch batch) {
        return await(inbox.push(batch));
    }

    /** Writes events of the server's own; when this returns they are durable. */
    Recorded record(@Nullable OperatorCode operator, Ledger.Decide decide) {
        return await(inbox.record(operator, decide));
    }

    /**
     * Decides on a command, at the server, and writes what becomes of it; a try that must be known
     * of is written before it is refused (SOP-5).
     */
    Recorded decide(
            @Nullable OperatorCode operator,
            Command command,
            Function<Decision.Refused, FaultException> refusal) {
        return decide(operator, command, floor -> {}, refusal);
    }

    /**
     * The same, when something is looked at before.
     *
     * @param first throws the fault that is in the way
     */
    Recorded decide(
            @Nullable OperatorCode operator,
            Command command,
            Consumer<Floor> first,
            Function<Decision.Refused, FaultException> refusal) {
        AtomicReference<Decision.@Nullable Refused> noted = new AtomicReference<>();
        Recorded recorded =
                record(
                        operator,
                        (floor, now) -> {
                            first.accept(floor);
                            return decided(floor, now, command, refusal, noted);
                        });
        Decision.Refused refused = noted.get();
        if (refused != null) {
            throw refusal.apply(refused);
        }
        return recorded;
    }

    /** Refuses what was made on another version. */
    static void asSeen(List<PlanRefusal> stale) {
        if (!stale.isEmpty()) {
            throw FaultException.refused(
                    stale.stream().map(refusal -> new FaultException.Refused(0, refusal)).toList());
        }
    }

    private static List<Fact> decided(
            Floor floor,
            TimeReading now,
            Command command,
            Function<Decision.Refused, FaultException> refusal,
            AtomicReference<Decision.@Nullable Refused> noted) {
        return switch (Decider.decide(floor, command, StationCode.SERVER, now)) {
            case Decision.Accepted accepted -> List.of(accepted.fact());
            case Decision.Noted tried -> {
                noted.set(tried.refusal());
                yield List.of(tried.fact());
            }
            case Decision.Refused refused -> throw refusal.apply(refused);
        };
    }

    /** Asks the floor with its log, which is the writer's own; short questions only. */
    <T> T ask(Function<Floor, T> question) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        record(
                null,
                (floor, now) -> {
                    answer.set(question.apply(floor));
                    return List.of();
                });
        T known = answer.get();
        if (known == null) {
            throw FaultException.of(Fault.INTERNAL, "the floor gave no answer");
        }
        return known;
    }

    /** Waits for the writer's answer, as long as a request may. */
    <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(answerTime.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FaultException fault
                    ? fault
                    : FaultException.of(Fault.INTERNAL, "the writer failed", e);
        } catch (TimeoutException e) {
            throw FaultException.of(
                    Fault.OVERLOADED, "the writer is behind; send the same again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FaultException.of(Fault.UNAVAILABLE, "the server is stopping", e);
        }
    }
}
