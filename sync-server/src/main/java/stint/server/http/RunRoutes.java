package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.office.PlanRefusal;
import stint.domain.office.Versions;
import stint.domain.plan.Operator;
import stint.domain.sop.WorkSession;
import stint.domain.work.Decision;
import stint.domain.work.Floor;
import stint.domain.work.FloorView;
import stint.domain.work.RunCommand;
import stint.server.board.RunViews;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.inbox.Recorded;
import stint.server.trust.Caller;
import stint.wire.protocol.RunRequest;

import java.util.List;
import java.util.Map;

/** Guided work over HTTP, as seed 003 names it (SOP-1 to SOP-9). */
final class RunRoutes {

    private static final int PAGE = 50;
    private static final int PAGE_MAX = 500;

    private final Inbox inbox;
    private final Writes writes;

    RunRoutes(Inbox inbox, Writes writes) {
        this.inbox = inbox;
        this.writes = writes;
    }

    /** Makes a command of a request about a run. */
    @FunctionalInterface
    private interface Asked {
        RunCommand of(OperatorCode who, EventId run, RunRequest request);
    }

    void register(RoutesConfig routes) {
        Route.RUN_START.serve(routes, this::start);
        Route.RUN_CURRENT.serve(routes, this::current);
        Route.RUNS.serve(routes, this::list);
        Route.RUN.serve(routes, this::one);
        Route.RUN_AUDIT.serve(routes, this::audit);
        serve(
                routes,
                Route.RUN_COMPLETE,
                (who, run, asked) -> new RunCommand.CompleteRun(who, run));
        serve(
                routes,
                Route.RUN_PAUSE,
                (who, run, asked) -> new RunCommand.PauseRun(who, run, asked.reason()));
        serve(routes, Route.RUN_RESUME, (who, run, asked) -> new RunCommand.ResumeRun(who, run));
        serve(
                routes,
                Route.RUN_CANCEL,
                (who, run, asked) -> new RunCommand.CancelRun(who, run, text(asked.reason())));
        serve(
                routes,
                Route.RUN_CHECK,
                (who, run, asked) ->
                        new RunCommand.CheckStep(who, run, step(asked), answers(asked)));
        serve(
                routes,
                Route.RUN_OVERRIDE,
                (who, run, asked) ->
                        new RunCommand.OverrideStep(
                                who, run, step(asked), answers(asked), text(asked.reason())));
        serve(
                routes,
                Route.RUN_APPROVE,
                (who, run, asked) -> new RunCommand.ApproveRun(who, run, asked.reason()));
    }

    private void serve(RoutesConfig routes, Route route, Asked asked) {
        route.serve(
                routes,
                context -> {
                    WorkSession run = run(context);
                    RunRequest request = request(context);
                    OperatorCode who = who(context, request.workerId());
                    RunCommand command = asked.of(who, run.id(), request);
                    writes.decide(
                            who,
                            command,
                            floor -> Writes.asSeen(stale(floor, run.id(), request.version())),
                            refused -> refusal(command, refused));
                    answer(context, who, run.id(), 200);
                });
    }

    private RunRequest request(Context context) {
        return writes.message(context, RunRequest.class);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String step(RunRequest request) {
        if (request.stepId() == null) {
            throw FaultException.of(Fault.MALFORMED, "step_id is missing");
        }
        return request.stepId();
    }

    private static Map<String, String> answers(RunRequest request) {
        return request.answers() == null ? Map.of() : request.answers();
    }

    /** Who asks: whoever is signed in; where callers are not proven, whoever they say they are. */
    private OperatorCode who(Context context, @Nullable String says) {
        if (Gate.caller(context) instanceof Caller.Person person) {
            return person.code();
        }
        if (says == null || !(Gate.caller(context) instanceof Caller.Anyone)) {
            throw FaultException.of(
                    Fault.MALFORMED, "a person must be signed in, or worker_id said");
        }
        return Params.operator(says);
    }

    private void start(Context context) {
        RunRequest request = request(context);
        OperatorCode who = who(context, request.workerId());
        if (request.sopId() == null) {
            throw FaultException.of(Fault.MALFORMED, "sop_id is missing");
        }
        TaskId task = request.taskId() == null ? null : task(request.taskId());
        RunCommand start = new RunCommand.StartRun(who, request.sopId(), task);
        Recorded recorded = writes.decide(who, start, refused -> refusal(start, refused));
        answer(context, who, recorded.events().getFirst(), 201);
    }

    private static TaskId task(String text) {
        try {
            return TaskId.parse(text);
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    /** Nobody judges what they have not seen. */
    private static List<PlanRefusal> stale(Floor floor, EventId run, @Nullable Integer seen) {
        return floor.sops().session(run).flatMap(now -> Versions.check(floor, now, seen)).stream()
                .toList();
    }

    private static FaultException refusal(RunCommand command, Decision.Refused refused) {
        List<String> about =
                refused.open() == null ? List.of() : List.of(refused.open().toString());
        return switch (refused.code()) {
            case RUN_OPEN ->
                    FaultException.about(
                            Fault.SESSION_OPEN,
                            command.operator()
                                    + " has an open session; complete or cancel it first",
                            about);
            case RUN_LOCKED ->
                    FaultException.about(
                            Fault.SESSION_LOCKED, "it was approved; nothing changes it", about);
            case RUN_PAUSED, RUN_ENDED, RUN_NOT_COMPLETED, STEP_NOT_CURRENT ->
                    FaultException.about(Fault.SESSION_STATE, words(refused), about);
            case SOP_NOT_CONFIRMED, ANSWER_MISSING, REASON_MISSING ->
                    FaultException.of(Fault.INVALID, words(refused));
            default ->
                    FaultException.of(Fault.NOT_ALLOWED, command.operator() + " may not do this");
        };
    }

    private static String words(Decision.Refused refused) {
        return switch (refused.code()) {
            case RUN_PAUSED -> "it is paused; resume it first";
            case RUN_ENDED -> "it has ended";
            case RUN_NOT_COMPLETED -> "it is not completed yet";
            case STEP_NOT_CURRENT -> "another step is to be done now";
            case SOP_NOT_CONFIRMED -> "there is no confirmed SOP of that code";
            case ANSWER_MISSING -> "an answer is missing, or is no answer";
            case REASON_MISSING -> "a reason is required";
            default -> refused.code().name();
        };
    }

    private FloorView floor() {
        return inbox.picture().floor();
    }

    private String language(@Nullable OperatorCode who) {
        return who == null ? "en" : floor().operator(who).map(Operator::language).orElse("en");
    }

    private void answer(Context context, OperatorCode who, EventId run, int status) {
        WorkSession now = floor().sops().session(run).orElseThrow();
        context.status(status);
        Answers.json(context, RunViews.whole(now, language(who)));
    }

    /** The run of the address, where who asks may know of it: their own, or a supervisor's. */
    private WorkSession run(Context context) {
        WorkSession run = found(context.pathParam("session"));
        boolean stranger =
                Gate.caller(context) instanceof Caller.Person person
                        && !person.role().supervises()
                        && !person.code().equals(run.worker());
        if (stranger) {
            throw FaultException.of(Fault.NOT_ALLOWED, "this is somebody else's session");
        }
        return run;
    }

    private WorkSession found(String text) {
        try {
            return floor().sops()
                    .session(EventId.parse(text))
                    .orElseThrow(() ->
                            FaultException.of(Fault.NOT_FOUND, "there is no session " + text));
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    private void one(Context context) {
        WorkSession run = run(context);
        Answers.json(context, RunViews.whole(run, language(run.worker())));
    }

    private void audit(Context context) {
        WorkSession run = run(context);
        if ("csv".equals(context.queryParam("format"))) {
            context.contentType("text/csv; charset=utf-8").result(RunViews.auditCsv(run));
        } else {
            Answers.json(context, RunViews.audit(run));
        }
    }

    private void current(Context context) {
        OperatorCode who = asked(context);
        WorkSession run = who == null ? null : floor().sops().current(who).orElse(null);
        if (run == null) {
            context.status(204);
        } else {
            Answers.json(context, RunViews.whole(run, language(who)));
        }
    }

    /** Whose sessions are asked for; null for everybody's, which supervisors may ask for. */
    private static @Nullable OperatorCode asked(Context context) {
        String worker = context.queryParam("worker_id");
        boolean own =
                Gate.caller(context) instanceof Caller.Person person && !person.role().supervises();
        if (own && Gate.caller(context) instanceof Caller.Person person) {
            if (worker != null && !worker.equals(person.code().value())) {
                throw FaultException.of(Fault.NOT_ALLOWED, "only supervisors ask for others'");
            }
            return person.code();
        }
        boolean current = context.path().endsWith("/current");
        return worker != null
                ? Params.operator(worker)
                : current && Gate.caller(context) instanceof Caller.Person person
                        ? person.code()
                        : null;
    }

    private void list(Context context) {
        OperatorCode who = asked(context);
        String status = context.queryParam("status");
        long limit = Params.number(context, "limit", PAGE, 1, PAGE_MAX);
        long offset = Params.number(context, "offset", 0, 0, Integer.MAX_VALUE);
        String language =
                Gate.caller(context) instanceof Caller.Person person
                        ? language(person.code())
                        : language(who);
        Answers.json(
                context,
                floor().sops().newestFirst(who).stream()
                        .filter(run -> status == null || stands(run, status))
                        .skip(offset)
                        .limit(limit)
                        .map(run -> RunViews.line(run, language))
                        .toList());
    }

    /** What waits for a supervisor, and what has had one, can be asked for too (SOP-5). */
    private static boolean stands(WorkSession run, String status) {
        return switch (status) {
            case "approved" -> run.locked();
            case "unapproved" -> run.completedAt().isPresent() && !run.locked();
            default -> run.state().word().equals(status);
        };
    }
}
