package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.station.StationSession;
import stint.domain.work.Command;
import stint.domain.work.Decision;
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
                new Command.Acknowledge(person, request.exception(), request.note()));
    }

    private void correct(Context context) {
        CorrectRequest request = writes.message(context, CorrectRequest.class);
        OperatorCode person = Office.person(context);
        EventId event = event(request.event());
        Integer quantity = request.quantity();
        decide(
                context,
                request.event(),
                quantity == null
                        ? new Command.Undo(person, event, request.reason())
                        : new Command.Correct(person, event, quantity, request.reason()));
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
                        : request.sessions().stream().map(DeskRoutes::event).toList();
        decide(
                context,
                "station-sessions",
                new StationCommand.CloseSessions(person, sessions, request.reason()));
    }

    private void decide(Context context, String code, Command command) {
        Recorded recorded =
                writes.decide(
                        Enrolments.operator(Gate.caller(context)), command, DeskRoutes::refusal);
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

    private static EventId event(@Nullable String text) {
        EventId event = Office.seen(text);
        if (event == null) {
            throw FaultException.of(Fault.MALFORMED, "an event must be named");
        }
        return event;
    }
}
