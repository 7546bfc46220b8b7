package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.domain.event.StationCode;
import stint.domain.event.TrustFact;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Recorded;
import stint.server.trust.Apart;
import stint.server.trust.Caller;
import stint.server.trust.Enrolments;
import stint.sync.Ledger;
import stint.wire.protocol.ApartView;
import stint.wire.protocol.JudgeRequest;

import java.util.List;

/** What came from stations that are trusted no more, and a person's judgement of it (SY-4). */
final class ApartRoutes {

    private final Writes writes;
    private final Apart apart;

    ApartRoutes(Writes writes, Apart apart) {
        this.writes = writes;
        this.apart = apart;
    }

    void register(RoutesConfig routes) {
        Route.APART.serve(routes, this::list);
        Route.JUDGE.serve(routes, this::judge);
    }

    private void list(Context context) {
        Answers.json(
                context,
                apart.waiting().stream()
                        .map(batch ->
                                new ApartView(
                                        batch.first().station().value(),
                                        batch.first().toString(),
                                        batch.last().toString()))
                        .toList());
    }

    /** Batch by batch, each pushed before it is written down as judged: doing it again is safe. */
    private void judge(Context context) {
        StationCode station = Params.station(context.pathParam("station"));
        Caller by = Gate.caller(context);
        JudgeRequest request = writes.message(context, JudgeRequest.class);
        List<Apart.Waiting> batches = apart.ofStation(station);
        if (batches.isEmpty()) {
            throw FaultException.of(Fault.NOT_FOUND, "nothing of " + station + " waits");
        }
        Recorded recorded = null;
        for (Apart.Waiting batch : batches) {
            if (request.accepted()) {
                append(batch);
            }
            recorded = writes.record(Enrolments.operator(by), judged(batch, request, by));
            apart.judged(batch, request.accepted());
        }
        if (recorded != null) {
            Answers.recorded(context, recorded);
        }
    }

    private void append(Apart.Waiting batch) {
        long mark = writes.push(apart.read(batch)).mark();
        if (mark < batch.last().sequence()) {
            throw FaultException.of(
                    Fault.INVALID,
                    "what came before " + batch.first() + " is missing; the feed ends at " + mark);
        }
    }

    private static Ledger.Decide judged(Apart.Waiting batch, JudgeRequest request, Caller by) {
        return (floor, now) ->
                List.of(
                        new TrustFact.HeldApartJudged(
                                batch.first(),
                                batch.last(),
                                batch.hash().toString(),
                                request.accepted(),
                                request.reason(),
                                by.name()));
    }
}
