package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.office.PlanRefusal;
import stint.domain.office.Versions;
import stint.domain.station.StationSession;
import stint.domain.work.Command;
import stint.domain.work.Decision;
import stint.domain.work.Floor;
import stint.domain.work.FloorView;
import stint.domain.work.StationCommand;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.inbox.Recorded;
import stint.server.office.OfficeViews;
import stint.server.trust.Enrolments;
import stint.wire.planning.AcknowledgeRequest;
import stint.wire.planning.CloseSessionsRequest;
import stint.wire.planning.CorrectRequest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a supervisor sets right from the desk: exceptions, counts, open sessions (EX-2, EV-5). */
final class DeskRoutes {

    private final Inbox inbox;
    private final Writes writes;
    private final Office office;

    DeskRoutes(Inbox inbox, Writes writes, Office office) {
        this.inbox = inbox;
        this.writes = writes;
        this.office = office;
    }

    void register(RoutesConfig routes) {
        Route.DESK_EXCEPTIONS.serve(routes, this::exceptions);
        Route.ACKNOWLEDGE.serve(routes, this::acknowledge);
        Route.DESK_EVENT.serve(routes, this::recorded);
        Route.CORRECT.serve(routes, this::correct);
        Route.CLOSE_SESSIONS.serve(routes, this::closeSessions);
    }

    private void exceptions(Context context) {
        FloorView floor = inbox.picture().floor();
        Answers.json(
                context,
                floor.exceptions().stream()
                        .map(exception -> OfficeViews.exception(floor, exception))
                        .toList());
    }

    private void acknowledge(Context context) {
        AcknowledgeRequest request = writes.message(context, AcknowledgeRequest.class);
        OperatorCode person = Office.person(context);
        decide(
                context,
                request.exception(),
                new Command.Acknowledge(person, request.exception(), request.note()),
                floor -> stale(floor, request.exception(), request.seen()));
    }

    private void correct(Context context) {
        CorrectRequest request = writes.message(context, CorrectRequest.class);
        OperatorCode person = Office.person(context);
        EventId event = Office.event(request.event());
        Integer quantity = request.quantity();
        decide(
                context,
                request.event(),
                quantity == null
                        ? new Command.Undo(person, event, request.reason())
                        : new Command.Correct(person, event, quantity, request.reason()),
                floor -> stale(floor, event, request.seen()));
    }

    private void recorded(Context context) {
        EventId id = Office.event(context.pathParam("event"));
        Answers.json(
                context,
                writes.ask(floor ->
                                floor.event(id).map(event -> OfficeViews.recorded(floor, event)))
                        .orElseThrow(() ->
                                FaultException.of(Fault.NOT_FOUND, "there is no event " + id)));
    }

    /** What changed of an event since somebody saw it. */
    static List<PlanRefusal> stale(Floor floor, EventId id, @Nullable String seen) {
        return floor.event(id).flatMap(event -> Versions.check(floor, event, seen)).stream()
                .toList();
    }

    /** What changed of an exception since somebody saw it. */
    static List<PlanRefusal> stale(Floor floor, String key, @Nullable String seen) {
        return floor.exceptions().stream()
                .filter(exception -> exception.key().equals(key))
                .flatMap(exception -> Versions.check(floor, exception, seen).stream())
                .toList();
    }

    private static List<PlanRefusal> stale(Floor floor, @Nullable Map<String, String> seen) {
        return seen == null
                ? List.of()
                : floor.stationSessions()
                        .all()
                        .flatMap(session -> {
                            String version = seen.get(session.id().toString());
                            return Versions.check(floor, session, version).stream();
                        })
                        .toList();
    }

    private void closeSessions(Context context) {
        CloseSessionsRequest request = writes.message(context, CloseSessionsRequest.class);
        OperatorCode person = Office.person(context);
        List<EventId> sessions =
                request.sessions().isEmpty()
                        ? office.floor()
                                .stationSessions()
                                .all()
                                .filter(StationSession::open)
                                .map(StationSession::id)
                                .toList()
                        : request.sessions().stream().map(Office::event).toList();
        decide(
                context,
                "station-sessions",
                new StationCommand.CloseSessions(person, sessions, request.reason()),
                floor -> stale(floor, request.seen()));
    }

    private void decide(
            Context context,
            String code,
            Command command,
            Function<Floor, List<PlanRefusal>> stale) {
        Recorded recorded =
                writes.decide(
                        Enrolments.operator(Gate.caller(context)),
                        command,
                        floor -> Writes.asSeen(stale.apply(floor)),
                        DeskRoutes::refusal);
        Answers.json(context, Office.reply(code, recorded));
    }

    static FaultException refusal(Decision.Refused refused) {
        return switch (refused.code()) {
            case RUN_LOCKED ->
                    FaultException.of(
                            Fault.SESSION_LOCKED,
                            "its work session was approved; nothing changes it");
            default ->
                    FaultException.of(Fault.INVALID, "that can't be done now: " + refused.code());
        };
    }
}
