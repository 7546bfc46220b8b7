package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.credential.Receipts;
import stint.credential.SigningKey;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SopFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.TrustFact;
import stint.domain.office.Gtin;
import stint.domain.office.Versions;
import stint.domain.plan.Product;
import stint.domain.work.Command;
import stint.domain.work.Decider;
import stint.domain.work.Decision;
import stint.domain.work.Floor;
import stint.domain.work.TaskState;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.feed.OwnWord;
import stint.server.inbox.Inbox;
import stint.server.trust.Apart;
import stint.server.trust.Caller;
import stint.server.trust.Enrolments;
import stint.server.trust.Registrations;
import stint.sync.PushOutcome;
import stint.sync.PushedBatch;
import stint.sync.RefusalException;
import stint.wire.EventBatch;
import stint.wire.EventCodec;
import stint.wire.MalformedMessageException;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.CancelRequest;
import stint.wire.protocol.PushHeader;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.Receipt;

import java.time.Duration;
import java.util.List;

/** What is written through HTTP: pushes of stations, the office's plan, cancellations. */
final class PushRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(PushRoutes.class);

    private static final String JSON = "application/json";

    private final Inbox inbox;
    private final Clocks clocks;
    private final Writes writes;
    private final Gate gate;
    private final Presence presence;
    private final Apart apart;
    private final SigningKey key;
    private final Registrations registrations;
    private final OwnWord word;
    private final boolean guarded;
    private final Metrics metrics;

    private final HeavyWork proving;

    PushRoutes(
            Inbox inbox,
            Clocks clocks,
            Writes writes,
            Gate gate,
            Presence presence,
            Apart apart,
            SigningKey key,
            Registrations registrations,
            OwnWord word,
            HeavyWork proving,
            boolean guarded,
            Metrics metrics) {
        this.metrics = metrics;
        this.inbox = inbox;
        this.clocks = clocks;
        this.writes = writes;
        this.gate = gate;
        this.presence = presence;
        this.apart = apart;
        this.key = key;
        this.registrations = registrations;
        this.word = word;
        this.proving = proving;
        this.guarded = guarded;
    }

    void register(RoutesConfig routes) {
        Route.PUSH.serve(routes, this::push);
        Route.CARRIED.serve(routes, this::carried);
        Route.RETURNED.serve(routes, this::returned);
        Route.PLAN.serve(routes, this::plan);
        Route.CANCEL.serve(routes, this::cancel);
    }

    private void push(Context context) {
        StationCode station = Params.station(context.pathParam("station"));
        gate.requireOwn(context, station);
        boolean trusted =
                !(Gate.caller(context) instanceof Caller.Station caller) || caller.trusted();
        take(context, station, trusted);
        presence.heard(station);
    }

    /** By the same rules, though its station can't be heard (SY-5). */
    private void carried(Context context) {
        Caller.Station station = gate.carried(context);
        LOG.info("{} brings events of {}", Gate.caller(context).name(), station.code());
        take(context, station.code(), station.trusted());
    }

    /**
     * What the server's own log lost with a backup, from a bench that had read it (SY-3): taken by
     * the server's own signature, since that log says who is trusted.
     */
    private void returned(Context context) {
        PushReply reply =
                writes.body(
                        context,
                        EventBatch.MEDIA_TYPE,
                        PushRoutes::returned,
                        returned -> {
                            if (guarded && !word.covers(returned.batch(), returned.receipt())) {
                                throw FaultException.of(
                                        Fault.NOT_ALLOWED, "this server never signed these");
                            }
                            return stored(returned.batch());
                        });
        Answers.json(context, reply);
    }

    /** What came back, and the word it came with. */
    private record Returned(PushedBatch batch, @Nullable Receipt receipt) {}

    private static Returned returned(byte[] body) {
        EventBatch<PushHeader> batch = batch(body);
        return new Returned(checked(StationCode.SERVER, batch), batch.header().receipt());
    }

    private void take(Context context, StationCode station, boolean trusted) {
        PushReply reply =
                writes.body(
                        context,
                        EventBatch.MEDIA_TYPE,
                        body -> checked(station, batch(body)),
                        batch -> trusted ? stored(batch) : kept(batch));
        Answers.json(context, reply);
    }

    private PushReply stored(PushedBatch batch) {
        long begun = System.nanoTime();
        PushOutcome outcome = writes.push(batch);
        metrics.ingested(batch.events().size(), Duration.ofNanos(System.nanoTime() - begun));
        long now = clocks.read().time().toEpochMilli();
        Receipt receipt =
                proving.run(() ->
                        Receipts.sign(
                                key,
                                batch.station(),
                                outcome.epoch(),
                                outcome.mark(),
                                outcome.hash(),
                                outcome.position(),
                                now));
        return reply(outcome, outcome.mark(), now, inbox.safe(), receipt);
    }

    /** Its station is trusted no more: durable, and no part of the feed until somebody says so. */
    private PushReply kept(PushedBatch batch) {
        PushOutcome held = writes.push(PushedBatch.question(batch.station(), batch.epoch()));
        long mark = apart.keep(batch, held.mark());
        return reply(held, mark, clocks.read().time().toEpochMilli(), 0, null);
    }

    private PushReply reply(
            PushOutcome outcome, long mark, long nowMillis, long safe, @Nullable Receipt receipt) {
        return new PushReply(
                inbox.store().generation(),
                outcome.epoch(),
                mark,
                outcome.position(),
                nowMillis,
                safe,
                receipt);
    }

    private static PushedBatch checked(StationCode station, EventBatch<PushHeader> batch) {
        try {
            return PushedBatch.check(station, batch);
        } catch (RefusalException e) {
            throw FaultException.of(e);
        }
    }

    private static EventBatch<PushHeader> batch(byte[] body) {
        try {
            return EventBatch.read(body, PushHeader.class);
        } catch (MalformedMessageException e) {
            throw FaultException.of(Fault.MALFORMED, "the batch's header: " + e.getMessage(), e);
        }
    }

    private void plan(Context context) {
        List<PlanFact> facts = writes.body(context, JSON, PushRoutes::planned);
        Caller by = Gate.caller(context);
        Answers.recorded(
                context,
                writes.record(
                        Enrolments.operator(by),
                        (floor, now) -> registrations.written(floor, facts, by)));
    }

    private static List<PlanFact> planned(byte[] body) {
        List<PlanFact> facts;
        try {
            facts = EventCodec.decodePlan(body);
        } catch (UnreadableEventException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
        for (PlanFact fact : facts) {
            switch (fact) {
                case PlanFact.TaskCancelled cancelled ->
                        throw FaultException.of(
                                Fault.INVALID,
                                "a task is cancelled at its own address, by a supervisor");
                case PlanFact.ProductDefined defined -> requireGtin(defined.product());
                case PlanFact.SkillsGiven skills -> {}
                case PlanFact.LimitsSet limits -> {}
                case PlanFact.OfOffice office ->
                        throw FaultException.of(
                                Fault.INVALID,
                                "routings, orders and who does what have addresses of their own");
                case PlanFact.PublicNameConsented consent -> throw consentElsewhere();
                case PlanFact.PublicNameWithdrawn withdrawn -> throw consentElsewhere();
                case SopFact sop ->
                        throw FaultException.of(Fault.INVALID, "SOPs are written at /api/v1/sops");
                case TrustFact trust ->
                        throw FaultException.of(
                                Fault.INVALID, "whom the site trusts is no part of the plan");
                default -> {}
            }
        }
        return facts;
    }

    private static void requireGtin(Product product) {
        String gtin = product.gtin();
        if (gtin != null && !gtin.equals(Gtin.of(gtin).orElse(null))) {
            throw FaultException.of(
                    Fault.INVALID,
                    "a GTIN has 14 digits, of which the last checks the others: \"" + gtin + "\"");
        }
    }

    private static FaultException consentElsewhere() {
        return FaultException.of(
                Fault.INVALID, "consent is given and withdrawn at its own address, by its person");
    }

    private void cancel(Context context) {
        TaskId task = Params.task(context);
        CancelRequest request = writes.message(context, CancelRequest.class);
        OperatorCode operator = Params.operator(request.operator());
        if (Gate.caller(context) instanceof Caller.Person person
                && !person.code().equals(operator)) {
            throw FaultException.of(
                    Fault.NOT_ALLOWED, person.code() + " may not cancel as " + operator);
        }
        Command.Cancel command = new Command.Cancel(operator, task, request.reason());
        Answers.recorded(
                context,
                writes.record(
                        operator, (floor, now) -> cancelled(floor, command, request.seen(), now)));
    }

    /** What a cancellation writes; nothing for a task that is cancelled already. */
    private static List<Fact> cancelled(
            Floor floor, Command.Cancel command, @Nullable String seen, TimeReading now) {
        TaskState task =
                floor.task(command.task())
                        .filter(found -> found.job() != null)
                        .orElseThrow(() ->
                                FaultException.of(
                                        Fault.NOT_FOUND, "there is no task " + command.task()));
        if (task.cancelled()) {
            return List.of();
        }
        Writes.asSeen(Versions.check(floor, task, seen).stream().toList());
        return switch (Decider.decide(floor, command, StationCode.SERVER, now)) {
            case Decision.Accepted accepted -> List.of(accepted.fact());
            case Decision.Refused refused ->
                    throw FaultException.of(
                            Fault.NOT_ALLOWED,
                            command.operator() + " may not cancel: " + refused.code());
            case Decision.Noted noted ->
                    throw FaultException.of(
                            Fault.NOT_ALLOWED,
                            command.operator() + " may not cancel: " + noted.refusal().code());
        };
    }
}
