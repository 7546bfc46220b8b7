package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.domain.office.PlanCommand;
import stint.domain.office.WorkQueue;
import stint.domain.plan.Share;
import stint.domain.work.FloorView;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.office.JobViews;
import stint.server.office.OfficeViews;
import stint.wire.planning.AssignRequest;
import stint.wire.planning.ByLoadRequest;
import stint.wire.planning.JobChangeRequest;
import stint.wire.planning.JobDetail;
import stint.wire.planning.JobRequest;
import stint.wire.planning.ReasonRequest;

import java.util.HashMap;
import java.util.Map;

/** Jobs: created and started in one step, changed, shared out, worked off (DP-1, DP-5, DP-6). */
final class JobRoutes {

    private static final int REQUEST_LENGTH_MAX = 100;

    private final Inbox inbox;
    private final Office office;

    JobRoutes(Inbox inbox, Office office) {
        this.inbox = inbox;
        this.office = office;
    }

    void register(RoutesConfig routes) {
        Route.JOBS.serve(routes, context -> Answers.json(context, views().jobs()));
        Route.JOB.serve(routes, this::job);
        Route.CREATE_AND_START.serve(routes, this::create);
        Route.CHANGE_JOB.serve(routes, this::change);
        Route.CANCEL_JOB.serve(routes, this::cancel);
        Route.ASSIGN_BY_LOAD.serve(routes, this::assignByLoad);
        Route.BY_LOAD.serve(routes, this::byLoad);
        Route.ASSIGN.serve(routes, this::assign);
        Route.WORK_QUEUE.serve(routes, this::workQueue);
    }

    private JobViews views() {
        return new JobViews(inbox.picture().floor(), office.today());
    }

    private void job(Context context) {
        String ticket = context.pathParam("ticket");
        JobDetail detail = views().detail(ticket);
        if (detail == null) {
            throw FaultException.of(Fault.NOT_FOUND, "there is no job " + ticket);
        }
        Answers.json(context, detail);
    }

    private void create(Context context) {
        JobRequest asked = office.message(context, JobRequest.class);
        String request = asked.request();
        if (request != null && request.length() > REQUEST_LENGTH_MAX) {
            throw FaultException.of(
                    Fault.MALFORMED, "request is longer than " + REQUEST_LENGTH_MAX);
        }
        office.answer(
                context,
                new PlanCommand.CreateAndStart(
                        asked.name(),
                        asked.quantity(),
                        asked.routing(),
                        asked.order(),
                        asked.due(),
                        asked.product(),
                        request == null ? null : Gate.caller(context).name() + " " + request));
    }

    private void change(Context context) {
        JobChangeRequest request = office.message(context, JobChangeRequest.class);
        office.answer(
                context,
                new PlanCommand.ChangeJob(
                        context.pathParam("ticket"),
                        request.name(),
                        request.quantity(),
                        request.due(),
                        Office.seen(request.seen())));
    }

    private void cancel(Context context) {
        ReasonRequest request = office.message(context, ReasonRequest.class);
        office.answer(
                context,
                new PlanCommand.CancelJob(
                        context.pathParam("ticket"),
                        request.reason(),
                        Office.seen(request.seen())));
    }

    private void assign(Context context) {
        AssignRequest request = office.message(context, AssignRequest.class);
        office.answer(
                context,
                new PlanCommand.Assign(
                        Params.task(context),
                        request.shares().stream()
                                .map(share ->
                                        new Share(
                                                Params.operator(share.operator()), share.pieces()))
                                .toList(),
                        Office.seen(request.seen())));
    }

    private void assignByLoad(Context context) {
        ByLoadRequest request = office.message(context, ByLoadRequest.class);
        String ticket = context.pathParam("ticket");
        Map<Integer, String> named = request.shares();
        Map<TaskId, EventId> shares = named == null ? null : new HashMap<>();
        if (named != null && shares != null) {
            named.forEach((sequence, version) -> {
                if (version != null && !version.isEmpty()) {
                    shares.put(Params.task(ticket, sequence), Office.event(version));
                }
            });
        }
        office.answer(
                context,
                new PlanCommand.AssignByLoad(
                        ticket, Office.seen(request.seen()), shares, request.byHand()));
    }

    /** What would change. */
    private void byLoad(Context context) {
        boolean byHand = Boolean.parseBoolean(context.queryParam("byHand"));
        Answers.json(
                context,
                office.would(
                        new PlanCommand.AssignByLoad(
                                context.pathParam("ticket"), null, null, byHand),
                        (floor, facts) ->
                                facts.stream()
                                        .filter(PlanFact.TaskAssigned.class::isInstance)
                                        .map(PlanFact.TaskAssigned.class::cast)
                                        .map(assigned -> JobViews.byLoad(floor, assigned))
                                        .toList()));
    }

    private void workQueue(Context context) {
        String operator = context.queryParam("operator");
        OperatorCode person = operator == null ? null : Params.operator(operator);
        FloorView floor = inbox.picture().floor();
        if (person != null && floor.operator(person).isEmpty()) {
            throw FaultException.of(Fault.NOT_FOUND, "there is no operator " + person);
        }
        Answers.json(
                context,
                WorkQueue.of(floor, person, context.queryParam("stationType")).stream()
                        .map(card -> OfficeViews.card(floor, card))
                        .toList());
    }
}
