package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.clock.Clocks;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.domain.work.Floor;
import stint.domain.work.TaskState;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.inbox.Recorded;
import stint.sync.PushOutcome;
import stint.sync.PushedBatch;
import stint.sync.RefusalException;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.MalformedMessageException;
import stint.wire.UnreadableEventException;
import stint.wire.WireJson;
import stint.wire.protocol.CancelRequest;
import stint.wire.protocol.PlanReply;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is written through HTTP: pushes of stations, the office's plan, cancellations. */
final class PushRoutes {

    private static final String JSON = "application/json";

    private final Inbox inbox;
    private final Clocks clocks;
    private final Bodies bodies;
    private final BodyBudget budget;
    private final Presence presence;
    private final Duration answerTime;

    /** A floor that comes back at once must not keep the board from its share of the processor. */
    private final Semaphore checking =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

    PushRoutes(
            Inbox inbox,
            Clocks clocks,
            Bodies bodies,
            BodyBudget budget,
            Presence presence,
            Duration answerTime) {
        this.inbox = inbox;
        this.clocks = clocks;
        this.bodies = bodies;
        this.budget = budget;
        this.presence = presence;
        this.answerTime = answerTime;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/v1/stations/{station}/push", this::push);
        routes.post("/api/v1/returned", this::returned);
        routes.post("/api/v1/plan", this::plan);
        routes.post("/api/v1/tasks/{ticket}/{sequence}/cancel", this::cancel);
    }

    private void push(Context context) {
        StationCode station = Params.station(context.pathParam("station"));
        presence.requireOwn(context, station);
        take(context, station);
        presence.heard(station);
    }

    /** What the server's own log lost with a backup, from a bench that had read it (SY-3). */
    private void returned(Context context) {
        take(context, StationCode.SERVER);
    }

    private void take(Context context, StationCode station) {
        try (BodyBudget.Lease lease = budget.lease()) {
            byte[] body = bodies.read(context, lease, EventBatch.MEDIA_TYPE);
            PushedBatch batch = checked(station, body);
            PushOutcome outcome = await(inbox.push(batch));
            Answers.json(
                    context,
                    new PushReply(
                            inbox.store().generation(),
                            outcome.epoch(),
                            outcome.mark(),
                            outcome.position(),
                            clocks.read().time().toEpochMilli(),
                            0));
        }
    }

    private PushedBatch checked(StationCode station, byte[] body) {
        checking.acquireUninterruptibly();
        try {
            return PushedBatch.check(station, header(body));
        } catch (RefusalException e) {
            throw FaultException.of(e);
        } finally {
            checking.release();
        }
    }

    private static EventBatch<PushHeader> header(byte[] body) {
        try {
            return EventBatch.read(body, PushHeader.class);
        } catch (MalformedMessageException e) {
            throw FaultException.of(Fault.MALFORMED, "the batch's header: " + e.getMessage(), e);
        }
    }

    private void plan(Context context) {
        try (BodyBudget.Lease lease = budget.lease()) {
            List<PlanFact> facts = EventCodec.decodePlan(bodies.read(context, lease, JSON));
            if (facts.stream().anyMatch(PlanFact.TaskCancelled.class::isInstance)) {
                throw FaultException.of(
                        Fault.INVALID, "a task is cancelled at its own address, by a supervisor");
            }
            reply(context, await(inbox.record(null, (floor, now) -> facts)));
        } catch (UnreadableEventException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    private void cancel(Context context) {
        TaskId task = Params.task(context);
        CancelRequest request;
        try (BodyBudget.Lease lease = budget.lease()) {
            request = WireJson.read(bodies.read(context, lease, JSON), CancelRequest.class);
        } catch (MalformedMessageException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
        OperatorCode operator = Params.operator(request.operator());
        Command.Cancel command = new Command.Cancel(operator, task, request.reason());
        reply(
                context,
                await(inbox.record(operator, (floor, now) -> cancelled(floor, command, now))));
    }

    /** What a cancellation writes; nothing for a task that is cancelled already. */
    private static List<Fact> cancelled(Floor floor, Command.Cancel command, TimeReading now) {
        TaskState task =
                floor.task(command.task())
                        .filter(found -> found.job() != null)
                        .orElseThrow(() ->
                                FaultException.of(
                                        Fault.NOT_FOUND, "there is no task " + command.task()));
        if (task.cancelled()) {
            return List.of();
        }
        return switch (Decider.decide(floor, command, StationCode.SERVER, now)) {
            case Decision.Accepted accepted -> List.of(accepted.fact());
            case Decision.Refused refused ->
                    throw FaultException.of(
                            Fault.NOT_ALLOWED,
                            command.operator() + " may not cancel: " + refused.code());
        };
    }

    private static void reply(Context context, Recorded recorded) {
        Answers.json(
                context,
                new PlanReply(
                        recorded.events().stream().map(Object::toString).toList(),
                        recorded.position()));
    }

    private <T> T await(CompletableFuture<T> answer) {
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
