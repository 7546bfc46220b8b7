package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.domain.office.PlanCommand;
import stint.domain.office.PlanRefusal;
import stint.domain.plan.Line;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.office.JobViews;
import stint.server.office.OrderCsv;
import stint.wire.WireJson;
import stint.wire.planning.ImportReply;
import stint.wire.planning.ImportedOrder;
import stint.wire.planning.OrderRequest;
import stint.wire.planning.ReasonRequest;
import stint.wire.planning.ScheduleRequest;
import stint.wire.planning.SeenRequest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Manufacturing orders, by hand and from an ERP (DP-2, DP-3). */
final class OrderRoutes {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final Inbox inbox;
    private final Office office;

    OrderRoutes(Inbox inbox, Office office) {
        this.inbox = inbox;
        this.office = office;
    }

    void register(RoutesConfig routes) {
        Route.ORDERS.serve(routes, context -> Answers.json(context, views().orders()));
        Route.ORDER.serve(routes, this::order);
        Route.PLAN_ORDER.serve(routes, this::plan);
        Route.SCHEDULE_ORDER.serve(routes, this::schedule);
        Route.START_ORDER.serve(routes, this::start);
        Route.CANCEL_ORDER.serve(routes, this::cancel);
        Route.IMPORT_ORDERS.serve(routes, this::importJson);
        Route.IMPORT_ORDERS_CSV.serve(routes, this::importCsv);
    }

    private JobViews views() {
        return new JobViews(inbox.picture().floor(), office.today());
    }

    private void order(Context context) {
        String code = context.pathParam("order");
        Answers.json(
                context,
                inbox.picture()
                        .floor()
                        .planning()
                        .order(code)
                        .map(views()::order)
                        .orElseThrow(
                                () -> FaultException.of(Fault.NOT_FOUND, "there is no " + code)));
    }

    private void plan(Context context) {
        OrderRequest request = office.message(context, OrderRequest.class);
        office.answer(context, command(context.pathParam("order"), request));
    }

    private static PlanCommand command(String code, OrderRequest request) {
        String line = request.line();
        return new PlanCommand.PlanOrder(
                code,
                line == null ? Line.OEM : Office.word(Line.class, line),
                request.customer(),
                request.product(),
                request.quantity(),
                request.routing(),
                request.version(),
                request.scheduledStart(),
                request.scheduledEnd(),
                request.due(),
                Office.seen(request.seen()));
    }

    private void schedule(Context context) {
        ScheduleRequest request = office.message(context, ScheduleRequest.class);
        office.answer(
                context,
                new PlanCommand.ScheduleOrder(
                        context.pathParam("order"),
                        request.scheduledStart(),
                        request.scheduledEnd(),
                        Office.seen(request.seen())));
    }

    private void start(Context context) {
        SeenRequest request = office.message(context, SeenRequest.class);
        office.answer(
                context,
                new PlanCommand.StartOrder(
                        context.pathParam("order"), Office.seen(request.seen())));
    }

    private void cancel(Context context) {
        ReasonRequest request = office.message(context, ReasonRequest.class);
        office.answer(
                context,
                new PlanCommand.CancelOrder(
                        context.pathParam("order"), request.reason(), Office.seen(request.seen())));
    }

    private void importJson(Context context) {
        OrderRequest[] requests =
                office.body(context, JSON, body -> WireJson.read(body, OrderRequest[].class));
        Map<Integer, OrderRequest> lines = new LinkedHashMap<>();
        for (OrderRequest request : requests) {
            lines.put(lines.size() + 1, request);
        }
        take(context, lines, List.of());
    }

    private void importCsv(Context context) {
        OrderCsv csv = office.body(context, CSV, OrderCsv::read);
        take(context, csv.orders(), csv.wrong());
    }

    /** All or none; what could not be read is named together with what can't be so. */
    private void take(
            Context context,
            Map<Integer, OrderRequest> requests,
            List<FaultException.Refused> unread) {
        List<FaultException.Refused> wrong = new ArrayList<>(unread);
        List<Office.Line> lines = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Set<Integer> unreadable = new HashSet<>();
        unread.forEach(refused -> unreadable.add(refused.line()));
        requests.forEach((number, request) -> {
            String code = request.code() == null ? "" : request.code();
            if (!known.add(code)) {
                wrong.add(
                        new FaultException.Refused(
                                number,
                                new PlanRefusal(
                                        PlanRefusal.Code.ORDER_TWICE,
                                        "code",
                                        List.of(code),
                                        List.of())));
            } else if (!unreadable.contains(number)) {
                codes.add(code);
                lines.add(new Office.Line(number, command(code, request)));
            }
        });
        Office.Taken taken = office.writeAll(context, lines, wrong);
        List<ImportedOrder> imported = new ArrayList<>();
        for (int index = 0; index < codes.size(); index++) {
            boolean written = taken.counts().get(index) > 0;
            imported.add(new ImportedOrder(codes.get(index), written ? "written" : "unchanged"));
        }
        Answers.json(context, new ImportReply(imported, taken.recorded().position()));
    }
}
