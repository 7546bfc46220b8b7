package stint.server.board;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Acknowledged;
import stint.domain.event.Approval;
import stint.domain.event.Correction;
import stint.domain.event.Event;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.RunFact;
import stint.domain.event.SessionRule;
import stint.domain.event.SopFact;
import stint.domain.event.StationFact;
import stint.domain.event.TrustFact;
import stint.domain.event.WorkFact;
import stint.domain.plan.Operator;
import stint.wire.EventCodec;
import stint.wire.UnreadableEventException;
import stint.wire.protocol.ActsView.Act;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who did what, read from the log (EV-5, SY-4). Ordinary work is no act: it is in the reports.
 * Nothing of a secret is told. Stateless; any thread.
 */
public final class Audits {

    private Audits() {}

    /** What an act says besides who and when. */
    private record Told(
            String what, String about, @Nullable String detail, @Nullable String reason) {}

    /**
     * The acts among stored events; what can't be read is skipped here, and an exception elsewhere.
     *
     * @param from the position of the first body
     */
    public static List<Act> of(long from, List<byte[]> bodies) {
        List<Act> acts = new ArrayList<>();
        long position = from;
        for (byte[] body : bodies) {
            try {
                act(position, EventCodec.decode(body)).ifPresent(acts::add);
            } catch (UnreadableEventException e) {
                // Quarantined, and shown as that (EX-1).
            }
            position++;
        }
        return acts;
    }

    private static Optional<Act> act(long position, Event event) {
        Told told = told(event.fact());
        return told == null
                ? Optional.empty()
                : Optional.of(
                        new Act(
                                position,
                                event.time(),
                                event.id().toString(),
                                by(event),
                                told.what(),
                                told.about(),
                                told.detail(),
                                told.reason()));
    }

    private static @Nullable String by(Event event) {
        return switch (event.fact()) {
            case TrustFact trust -> trust.by();
            case PlanFact.PublicNameConsented consented -> consented.by();
            case PlanFact.PublicNameWithdrawn withdrawn -> withdrawn.by();
            default -> {
                Approval approval = approval(event.fact());
                OperatorCode operator = event.operator();
                yield approval != null
                        ? approval.supervisor().value()
                        : operator == null ? null : operator.value();
            }
        };
    }

    private static @Nullable Approval approval(Fact fact) {
        return switch (fact) {
            case WorkFact.Started started -> started.approval();
            case WorkFact.Resumed resumed -> resumed.approval();
            case WorkFact.Good good -> good.approval();
            default -> null;
        };
    }

    private static @Nullable Told told(Fact fact) {
        return switch (fact) {
            case TrustFact trust -> trust(trust);
            case PlanFact plan -> plan(plan);
            case Correction.Voided(var target, String reason) ->
                    new Told("void", target.toString(), null, reason);
            case Correction.Corrected corrected ->
                    new Told(
                            "correct",
                            corrected.target().toString(),
                            "quantity " + corrected.quantity(),
                            corrected.reason());
            case SessionRule.Reopened reopened ->
                    new Told("reopen", reopened.session().toString(), null, reopened.reason());
            case StationFact.Closed closed ->
                    new Told("close", closed.sessions().toString(), null, closed.reason());
            case RunFact run -> run(run);
            case Acknowledged acknowledged ->
                    new Told("acknowledge", acknowledged.exception(), null, acknowledged.note());
            case WorkFact.SentBack sent ->
                    new Told("send_back", sent.task().toString(), null, sent.reason());
            case WorkFact.OnTask onTask -> {
                Approval approval = approval(onTask);
                yield approval == null
                        ? null
                        : new Told("approve", onTask.task().toString(), null, approval.reason());
            }
            default -> null;
        };
    }

    /** A step that was checked is ordinary work; what somebody says over another's is not. */
    private static @Nullable Told run(RunFact fact) {
        return switch (fact) {
            case RunFact.StepOverridden(var run, String step, var answers, String reason) ->
                    new Told("step_overridden", run.toString(), step + ": " + answers, reason);
            case RunFact.RunApproved(var run, var seen, String note) ->
                    new Told("run_approved", run.toString(), seen.size() + " events", note);
            case RunFact.RunCancelled(var run, String reason) ->
                    new Told("run_cancelled", run.toString(), null, reason);
            case RunFact.ChangeRefused(var run, String what) ->
                    new Told("change_refused", run.toString(), what, null);
            case RunFact.RunStarted _,
                    RunFact.StepChecked _,
                    RunFact.RunPaused _,
                    RunFact.RunResumed _,
                    RunFact.RunCompleted _ ->
                    null;
        };
    }

    private static Told trust(TrustFact fact) {
        return switch (fact) {
            case TrustFact.EnrolmentOffered offered ->
                    new Told(
                            "enrolment_offered",
                            offered.station().value(),
                            word(offered.use()) + ", until " + offered.until(),
                            null);
            case TrustFact.StationEnrolled enrolled ->
                    new Told(
                            "station_enrolled",
                            enrolled.station().value(),
                            word(enrolled.use()),
                            null);
            case TrustFact.StationRevoked revoked ->
                    new Told("station_revoked", revoked.station().value(), null, revoked.reason());
            case TrustFact.HeldApartJudged judged ->
                    new Told(
                            "held_apart_judged",
                            judged.first() + " to " + judged.last(),
                            judged.accepted() ? "accepted" : "refused",
                            judged.reason());
        };
    }

    private static Told plan(PlanFact fact) {
        return switch (fact) {
            case PlanFact.OperatorRegistered(Operator operator) ->
                    new Told(
                            "operator_registered",
                            operator.code().value(),
                            word(operator.role())
                                    + (operator.pinHash() == null ? ", without a PIN" : ""),
                            null);
            case PlanFact.StationRegistered registered ->
                    new Told("station_registered", registered.station().code().value(), null, null);
            case PlanFact.ReasonDefined defined ->
                    new Told("reason_defined", defined.reason().code(), null, null);
            case PlanFact.JobReleased released ->
                    new Told(
                            "job_released",
                            released.job().ticket(),
                            "target " + released.job().target(),
                            null);
            case PlanFact.TaskCancelled cancelled ->
                    new Told("cancel", cancelled.task().toString(), null, cancelled.reason());
            case PlanFact.PublicNameConsented(var operator, String name, var _) ->
                    new Told("public_name_consented", operator.value(), name, null);
            case PlanFact.PublicNameWithdrawn(var operator, var _) ->
                    new Told("public_name_withdrawn", operator.value(), null, null);
            case PlanFact.OfOffice office -> office(office);
            case SopFact sop -> sop(sop);
            case TrustFact trust -> trust(trust);
        };
    }

    private static Told office(PlanFact.OfOffice fact) {
        return switch (fact) {
            case PlanFact.RoutingDrafted(var graph) ->
                    new Told("routing_drafted", graph.code(), null, null);
            case PlanFact.RoutingPublished(var graph, int version) ->
                    new Told("routing_published", graph.code(), "version " + version, null);
            case PlanFact.ProductDefined(var product) ->
                    new Told("product_defined", product.code(), null, null);
            case PlanFact.SkillsGiven(var to, var skills) ->
                    new Told("skills_given", to.value(), String.join(", ", skills), null);
            case PlanFact.LimitsSet limits -> new Told("limits_set", "the site", null, null);
            case PlanFact.TaskAssigned assigned ->
                    new Told(
                            "assigned",
                            assigned.task().toString(),
                            assigned.automatic() ? "by load" : "by hand",
                            null);
            case PlanFact.JobRequested(String ticket, String request) ->
                    new Told("job_requested", ticket, request, null);
            case PlanFact.OrderCancelled(String code, String reason) ->
                    new Told("order_cancelled", code, null, reason);
            case PlanFact.OrderScheduled(String code, var start, var end) ->
                    new Told("order_scheduled", code, start + " to " + end, null);
            case PlanFact.OrderPlanned planned ->
                    new Told("order_planned", planned.code(), null, null);
            case PlanFact.OrderStarted(String code, String ticket) ->
                    new Told("order_started", code, ticket, null);
        };
    }

    private static Told sop(SopFact fact) {
        return switch (fact) {
            case SopFact.Drafted drafted ->
                    new Told(
                            "sop_drafted",
                            drafted.code(),
                            "version " + drafted.sop().version(),
                            null);
            case SopFact.Confirmed confirmed ->
                    new Told(
                            "sop_confirmed",
                            confirmed.code(),
                            "version " + confirmed.version(),
                            null);
            case SopFact.Deleted deleted -> new Told("sop_deleted", deleted.code(), null, null);
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
