package stint.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.RunFact;
import stint.domain.event.SopFact;
import stint.domain.sop.Sop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The fields that only SOPs and work sessions have. Used once per fact. */
final class RunFields {

    static final String DRAFT = "sop_draft";
    static final String CONFIRM = "sop_confirm";
    static final String DELETE = "sop_delete";
    static final String START = "run_start";
    static final String CHECK = "run_check";
    static final String PAUSE = "run_pause";
    static final String RESUME = "run_resume";
    static final String COMPLETE = "run_complete";
    static final String CANCEL = "run_cancel";
    static final String OVERRIDE = "run_override";
    static final String APPROVE = "run_approve";
    static final String REFUSED = "run_refused";

    private final List<String> failed = new ArrayList<>(0);
    private final List<String> seen = new ArrayList<>(0);
    private @Nullable Sop sop;

    static boolean known(String type) {
        return switch (type) {
            case DRAFT,
                    CONFIRM,
                    DELETE,
                    START,
                    CHECK,
                    PAUSE,
                    RESUME,
                    COMPLETE,
                    CANCEL,
                    OVERRIDE,
                    APPROVE,
                    REFUSED ->
                    true;
            default -> false;
        };
    }

    /** Takes a field if it is one of these. */
    boolean field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "failed" -> Json.texts(json, failed);
            case "seen" -> Json.texts(json, seen);
            case "sop" -> {
                if (json.currentToken() != JsonToken.START_OBJECT) {
                    return false;
                }
                sop = SopJson.read(json);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The fact of that type. */
    @Nullable Fact fact(String type, FactFields fields) {
        return switch (type) {
            case DRAFT -> {
                if (sop == null) {
                    throw new IllegalArgumentException("sop is missing");
                }
                yield new SopFact.Drafted(sop);
            }
            case CONFIRM -> new SopFact.Confirmed(fields.required("code"), fields.version());
            case DELETE -> new SopFact.Deleted(fields.required("code"));
            case START ->
                    new RunFact.RunStarted(
                            fields.required("code"), fields.version(), fields.optionalTask());
            case CHECK ->
                    new RunFact.StepChecked(
                            run(fields), fields.required("step"), fields.answers(), failed);
            case PAUSE ->
                    new RunFact.RunPaused(
                            run(fields), fields.text("reason"), fields.optionalHeartbeat());
            case RESUME -> new RunFact.RunResumed(run(fields));
            case COMPLETE -> new RunFact.RunCompleted(run(fields));
            case CANCEL -> new RunFact.RunCancelled(run(fields), fields.required("reason"));
            case OVERRIDE ->
                    new RunFact.StepOverridden(
                            run(fields),
                            fields.required("step"),
                            fields.answers(),
                            fields.required("reason"));
            case APPROVE ->
                    new RunFact.RunApproved(
                            run(fields),
                            seen.stream().map(EventId::parse).toList(),
                            fields.text("note"));
            case REFUSED -> new RunFact.ChangeRefused(run(fields), fields.required("what"));
            default -> null;
        };
    }

    private static EventId run(FactFields fields) {
        return EventId.parse(fields.required("run"));
    }
}
