package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Acknowledged;
import stint.domain.event.Approval;
import stint.domain.event.Correction;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.PlanFact;
import stint.domain.event.RunFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.SessionRule;
import stint.domain.event.SopFact;
import stint.domain.event.StationFact;
import stint.domain.event.TrustFact;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Task;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes facts. Both switches are over sealed types: a new fact doesn't compile until it has its
 * words here.
 */
final class FactWriter {

    private FactWriter() {}

    /** The type's word (DOMAIN §4). Words are for ever. */
    static String type(Fact fact) {
        return switch (fact) {
            case WorkFact.Started f -> "start";
            case WorkFact.Held f -> "hold";
            case WorkFact.Resumed f -> "resume";
            case WorkFact.Completed f -> "complete";
            case WorkFact.Passed f -> "qc_pass";
            case WorkFact.Scrapped f -> "fail";
            case WorkFact.SentBack f -> "send_back";
            case WorkFact.SessionEnded f -> "end_session";
            case WorkFact.ShiftEnded f -> "end_shift";
            case PlanFact.OperatorRegistered f -> "operator_registered";
            case PlanFact.StationRegistered f -> "station_registered";
            case PlanFact.ReasonDefined f -> "reason_defined";
            case PlanFact.PublicNameConsented f -> ConsentFields.CONSENTED;
            case PlanFact.PublicNameWithdrawn f -> ConsentFields.WITHDRAWN;
            case PlanFact.JobReleased f -> "job_released";
            case PlanFact.TaskCancelled f -> "cancel";
            case PlanFact.OfOffice f -> OfficeWriter.type(f);
            case SopFact f -> RunWriter.type(f);
            case TrustFact f -> TrustFields.type(f);
            case Correction.Voided f -> "void";
            case Correction.Corrected f -> "correct";
            case SessionRule.StaleClosed f -> "close_stale";
            case SessionRule.Abandoned f -> "abandon";
            case SessionRule.Reopened f -> "reopen";
            case Acknowledged f -> "acknowledge";
            case StationFact f -> StationWriter.type(f);
            case RunFact f -> RunWriter.type(f);
        };
    }

    /** The fact's fields, into an object that is open. */
    static void writeFields(JsonGenerator json, Fact fact) throws IOException {
        switch (fact) {
            case WorkFact.OnTask onTask -> writeOnTask(json, onTask);
            case WorkFact.ShiftEnded end -> {}
            case PlanFact plan -> writePlan(json, plan);
            case SessionRule rule -> writeRule(json, rule);
            case StationFact atStation -> StationWriter.writeFact(json, atStation);
            case RunFact run -> RunWriter.write(json, run);
            case Acknowledged acknowledged -> {
                json.writeStringField("exception", acknowledged.exception());
                json.writeStringField("note", acknowledged.note());
            }
            case Correction.Voided voided -> {
                json.writeStringField("event", voided.target().toString());
                json.writeStringField("reason", voided.reason());
            }
            case Correction.Corrected corrected -> {
                json.writeStringField("event", corrected.target().toString());
                json.writeNumberField("qty", corrected.quantity());
                json.writeStringField("reason", corrected.reason());
            }
        }
    }

    private static void writeOnTask(JsonGenerator json, WorkFact.OnTask fact) throws IOException {
        json.writeStringField("task", fact.task().toString());
        text(json, "session", fact.session());
        switch (fact) {
            case WorkFact.Started started -> {
                second(json, started.second(), started.leaving());
                text(json, "piece", started.piece());
                approval(json, started.approval());
            }
            case WorkFact.Resumed resumed -> {
                second(json, resumed.second(), resumed.leaving());
                approval(json, resumed.approval());
            }
            case WorkFact.Held held -> text(json, "reason", held.reason());
            case WorkFact.Good good -> {
                counted(json, good.quantity(), good.serials());
                approval(json, good.approval());
            }
            case WorkFact.Scrapped scrapped -> {
                counted(json, scrapped.quantity(), scrapped.serials());
                json.writeStringField("reason", scrapped.reason());
            }
            case WorkFact.SentBack sent -> {
                texts(json, "serials", sent.serials());
                json.writeNumberField("to", sent.to());
                json.writeStringField("reason", sent.reason());
            }
            case WorkFact.SessionEnded ended -> {}
        }
    }

    private static void writeRule(JsonGenerator json, SessionRule rule) throws IOException {
        json.writeStringField("task", rule.task().toString());
        json.writeStringField("about", rule.about().value());
        json.writeStringField("session", rule.session().toString());
        switch (rule) {
            case SessionRule.StaleClosed stale ->
                    json.writeNumberField("idle", stale.idle().toMillis());
            case SessionRule.Abandoned abandoned -> {
                json.writeFieldName("heartbeat");
                EnvelopeWriter.clock(json, abandoned.lastHeartbeat());
            }
            case SessionRule.Reopened reopened ->
                    json.writeStringField("reason", reopened.reason());
        }
    }

    private static void second(
            JsonGenerator json, @Nullable SecondStart second, List<EventId> leaving)
            throws IOException {
        if (second != null) {
            json.writeStringField("second", word(second));
        }
        texts(json, "leaving", leaving);
    }

    private static void counted(JsonGenerator json, int quantity, List<Serial> serials)
            throws IOException {
        json.writeNumberField("qty", quantity);
        texts(json, "serials", serials);
    }

    private static void approval(JsonGenerator json, @Nullable Approval approval)
            throws IOException {
        if (approval != null) {
            json.writeObjectFieldStart("approval");
            json.writeStringField("supervisor", approval.supervisor().value());
            json.writeStringField("reason", approval.reason());
            json.writeEndObject();
        }
    }

    private static void writePlan(JsonGenerator json, PlanFact fact) throws IOException {
        switch (fact) {
            case PlanFact.OperatorRegistered registered ->
                    writeOperator(json, registered.registered());
            case PlanFact.StationRegistered registered ->
                    StationWriter.writeStation(json, registered.station());
            case PlanFact.ReasonDefined defined -> writeReason(json, defined.reason());
            case PlanFact.PublicNameConsented given -> ConsentFields.write(json, given);
            case PlanFact.PublicNameWithdrawn withdrawn -> ConsentFields.write(json, withdrawn);
            case PlanFact.JobReleased released -> writeJob(json, released.job());
            case PlanFact.TaskCancelled cancelled -> {
                json.writeStringField("task", cancelled.task().toString());
                json.writeStringField("reason", cancelled.reason());
            }
            case PlanFact.OfOffice office -> OfficeWriter.write(json, office);
            case SopFact sop -> RunWriter.write(json, sop);
            case TrustFact trust -> TrustFields.write(json, trust);
        }
    }

    private static void writeOperator(JsonGenerator json, Operator operator) throws IOException {
        json.writeStringField("code", operator.code().value());
        json.writeStringField("name", operator.name());
        json.writeStringField("language", operator.language());
        json.writeStringField("role", word(operator.role()));
        text(json, "publicName", operator.publicName());
        text(json, "pinHash", operator.pinHash());
        text(json, "state", operator.active() ? null : "inactive");
    }

    private static void writeReason(JsonGenerator json, Reason reason) throws IOException {
        json.writeStringField("code", reason.code());
        json.writeStringField("kind", word(reason.kind()));
        texts(json, "labels", reason.labels());
    }

    private static void writeJob(JsonGenerator json, Job job) throws IOException {
        json.writeStringField("ticket", job.ticket());
        json.writeStringField("name", job.name());
        json.writeStringField("line", word(job.line()));
        json.writeNumberField("target", job.target());
        if (job.toleranceBasisPoints() != Job.TOLERANCE_DEFAULT) {
            json.writeNumberField("tolerance", job.toleranceBasisPoints());
        }
        json.writeArrayFieldStart("tasks");
        for (Task task : job.tasks()) {
            json.writeStartObject();
            json.writeNumberField("seq", task.id().sequence());
            json.writeStringField("name", task.name());
            json.writeStringField("mode", word(task.mode()));
            OfficeWriter.equipment(json, task.stationType(), task.skill(), task.minutes());
            json.writeEndObject();
        }
        json.writeEndArray();
        OfficeWriter.edges(json, job.edges());
        texts(json, "serials", job.serials());
        text(json, "order", job.order());
        text(json, "due", job.due());
        text(json, "product", job.product());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static void text(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    static void texts(JsonGenerator json, String name, Map<String, String> values)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<?> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (Object value : values) {
                json.writeString(value.toString());
            }
            json.writeEndArray();
        }
    }
}
