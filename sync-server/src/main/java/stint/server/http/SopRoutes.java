package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.domain.event.EventId;
import stint.domain.office.PlanRefusal;
import stint.domain.plan.Operator;
import stint.domain.sop.Sop;
import stint.domain.sop.SopBook;
import stint.domain.sop.SopDesk;
import stint.domain.sop.SopLine;
import stint.domain.sop.WorkSession;
import stint.domain.work.FloorView;
import stint.server.board.RunViews;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.trust.Enrolments;
import stint.wire.SopJson;

import java.util.List;
import java.util.function.Function;

/** The office writes, confirms and deletes SOPs (SOP-1, SOP-6). */
final class SopRoutes {

    /** Whoever asks does not say what they have seen. */
    private static final long ANY = -1;

    private final Inbox inbox;
    private final Writes writes;

    SopRoutes(Inbox inbox, Writes writes) {
        this.inbox = inbox;
        this.writes = writes;
    }

    void register(RoutesConfig routes) {
        Route.SOPS.serve(routes, this::list);
        Route.SOP.serve(routes, this::one);
        Route.SOP_DRAFT.serve(routes, this::draft);
        Route.SOP_CONFIRM.serve(
                routes,
                context ->
                        decide(
                                context,
                                code(context),
                                book -> SopDesk.confirm(book, code(context))));
        Route.SOP_DELETE.serve(
                routes,
                context ->
                        decide(
                                context,
                                code(context),
                                book -> SopDesk.delete(book, code(context))));
    }

    private static String code(Context context) {
        return context.pathParam("sop");
    }

    private SopBook book() {
        return inbox.picture().floor().sops();
    }

    private void list(Context context) {
        SopBook book = book();
        Answers.json(
                context, book.present().stream().map(line -> RunViews.sop(book, line)).toList());
    }

    private void one(Context context) {
        SopBook book = book();
        Answers.json(
                context,
                book.line(code(context))
                        .filter(line -> line.deleted() == null)
                        .map(line -> RunViews.sop(book, line))
                        .orElseThrow(() ->
                                FaultException.of(
                                        Fault.NOT_FOUND, "there is no SOP " + code(context))));
    }

    private void draft(Context context) {
        Sop sop = writes.body(context, "application/json", SopJson::read);
        decide(context, sop.code(), book -> SopDesk.draft(book, sop));
    }

    private void decide(Context context, String code, Function<SopBook, SopDesk.Answer> desk) {
        long seen = Params.number(context, "revision", ANY, 0, Integer.MAX_VALUE);
        Answers.recorded(
                context,
                writes.record(
                        Enrolments.operator(Gate.caller(context)),
                        (floor, now) -> {
                            refuseStale(floor.sops(), code, seen);
                            return switch (desk.apply(floor.sops())) {
                                case SopDesk.Answer.Yes yes -> List.of(yes.fact());
                                case SopDesk.Answer.No no -> throw refusal(floor, no);
                            };
                        }));
    }

    /** Nobody writes over what they have not seen. */
    private static void refuseStale(SopBook book, String code, long seen) {
        int is = book.line(code).map(SopLine::revision).orElse(0);
        if (seen != ANY && seen != is) {
            throw FaultException.of(
                    Fault.STALE,
                    "SOP " + code + " was at revision " + seen + ", and is at " + is + " now");
        }
    }

    private static FaultException refusal(FloorView floor, SopDesk.Answer.No no) {
        String detail = String.join("; ", no.details());
        return switch (no.why()) {
            case UNKNOWN -> FaultException.of(Fault.NOT_FOUND, detail);
            case VERSION -> FaultException.of(Fault.SOP_VERSION, detail);
            case UNFINISHED -> FaultException.of(Fault.INVALID, detail);
            case OPEN_RUNS ->
                    FaultException.about(
                            Fault.SOP_IN_USE,
                            detail + ". Complete or cancel them first",
                            no.open().stream().map(WorkSession::id).map(EventId::toString).toList(),
                            no.open().stream().map(run -> open(floor, run)).toList());
        };
    }

    private static PlanRefusal open(FloorView floor, WorkSession run) {
        String worker =
                floor.operator(run.worker()).map(Operator::name).orElse(run.worker().value());
        return PlanRefusal.runOpen(worker, run.lastStation().value(), run.startedAt());
    }
}
