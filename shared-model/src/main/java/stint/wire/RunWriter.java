package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import stint.domain.event.RunFact;
import stint.domain.event.SopFact;

import java.io.IOException;
import java.util.Map;

/**
 * Writes SOPs and what happens in work sessions; the part of {@link FactWriter} that knows them.
 */
final class RunWriter {

    private RunWriter() {}

    static String type(SopFact fact) {
        return switch (fact) {
            case SopFact.Drafted f -> RunFields.DRAFT;
            case SopFact.Confirmed f -> RunFields.CONFIRM;
            case SopFact.Deleted f -> RunFields.DELETE;
        };
    }

    static String type(RunFact fact) {
        return switch (fact) {
            case RunFact.RunStarted f -> RunFields.START;
            case RunFact.StepChecked f -> RunFields.CHECK;
            case RunFact.RunPaused f -> RunFields.PAUSE;
            case RunFact.RunResumed f -> RunFields.RESUME;
            case RunFact.RunCompleted f -> RunFields.COMPLETE;
            case RunFact.RunCancelled f -> RunFields.CANCEL;
            case RunFact.StepOverridden f -> RunFields.OVERRIDE;
            case RunFact.RunApproved f -> RunFields.APPROVE;
            case RunFact.ChangeRefused f -> RunFields.REFUSED;
        };
    }

    static void write(JsonGenerator json, SopFact fact) throws IOException {
        switch (fact) {
            case SopFact.Drafted drafted -> {
                json.writeFieldName("sop");
                SopJson.write(json, drafted.sop());
            }
            case SopFact.Confirmed confirmed -> {
                json.writeStringField("code", confirmed.code());
                json.writeNumberField("version", confirmed.version());
            }
            case SopFact.Deleted deleted -> json.writeStringField("code", deleted.code());
        }
    }

    static void write(JsonGenerator json, RunFact fact) throws IOException {
        if (fact instanceof RunFact.InRun in) {
            json.writeStringField("run", in.run().toString());
        }
        switch (fact) {
            case RunFact.RunStarted started -> {
                json.writeStringField("code", started.sop());
                json.writeNumberField("version", started.version());
                FactWriter.text(json, "task", started.task());
            }
            case RunFact.StepChecked checked -> {
                step(json, checked.step(), checked.answers());
                FactWriter.texts(json, "failed", checked.failed());
            }
            case RunFact.RunPaused paused -> {
                FactWriter.text(json, "reason", paused.reason());
                if (paused.asOf() != null) {
                    json.writeFieldName("heartbeat");
                    EnvelopeWriter.clock(json, paused.asOf());
                }
            }
            case RunFact.RunResumed resumed -> {}
            case RunFact.RunCompleted completed -> {}
            case RunFact.RunCancelled cancelled ->
                    json.writeStringField("reason", cancelled.reason());
            case RunFact.StepOverridden overridden -> {
                step(json, overridden.step(), overridden.answers());
                json.writeStringField("reason", overridden.reason());
            }
            case RunFact.RunApproved approved -> {
                FactWriter.texts(json, "seen", approved.seen());
                FactWriter.text(json, "note", approved.note());
            }
            case RunFact.ChangeRefused refused -> json.writeStringField("what", refused.what());
        }
    }

    private static void step(JsonGenerator json, String step, Map<String, String> answers)
            throws IOException {
        json.writeStringField("step", step);
        if (!answers.isEmpty()) {
            FactWriter.texts(json, "answers", answers);
        }
    }
}
