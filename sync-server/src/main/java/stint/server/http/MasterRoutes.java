package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.domain.office.PlanCommand;
import stint.domain.plan.Line;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.server.office.MasterViews;
import stint.server.trust.Caller;
import stint.wire.planning.DefineReasonRequest;
import stint.wire.planning.PersonRequest;
import stint.wire.planning.PlannedStationRequest;

/** People, stations and reasons: who and what the floor is made of. */
final class MasterRoutes {

    private final Office office;

    MasterRoutes(Office office) {
        this.office = office;
    }

    void register(RoutesConfig routes) {
        Route.SAVE_PERSON.serve(routes, this::savePerson);
        Route.PLANNED_STATIONS.serve(
                routes, context -> Answers.json(context, MasterViews.stations(office.floor())));
        Route.SAVE_STATION.serve(routes, this::saveStation);
        Route.REASONS.serve(
                routes, context -> Answers.json(context, MasterViews.reasons(office.floor())));
        Route.SAVE_REASON.serve(routes, this::saveReason);
    }

    private void savePerson(Context context) {
        PersonRequest request = office.message(context, PersonRequest.class);
        Boolean active = request.active();
        boolean byAdmin =
                !(Gate.caller(context) instanceof Caller.Person person)
                        || person.role() == Role.ADMIN;
        office.answer(
                context,
                new PlanCommand.SavePerson(
                        context.pathParam("operator"),
                        request.name(),
                        request.language(),
                        Office.word(Role.class, request.role()),
                        active == null || active,
                        byAdmin,
                        Office.seen(request.seen())));
    }

    private void saveStation(Context context) {
        PlannedStationRequest request = office.message(context, PlannedStationRequest.class);
        String line = blank(request.line());
        office.answer(
                context,
                new PlanCommand.SaveStation(
                        context.pathParam("station"),
                        Office.word(SecondStartPolicy.class, request.secondStart()),
                        blank(request.bench()),
                        blank(request.type()),
                        blank(request.area()),
                        request.operators(),
                        line == null ? null : Office.word(Line.class, line),
                        blank(request.task()),
                        Office.seen(request.seen())));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void saveReason(Context context) {
        DefineReasonRequest request = office.message(context, DefineReasonRequest.class);
        office.answer(
                context,
                new PlanCommand.DefineReason(
                        new Reason(
                                context.pathParam("reason"),
                                Office.word(Reason.Kind.class, request.kind()),
                                request.labels()),
                        Office.seen(request.seen())));
    }
}
