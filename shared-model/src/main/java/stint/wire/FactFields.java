package stint.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Acknowledged;
import stint.domain.event.Approval;
import stint.domain.event.Correction;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.SessionRule;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads facts: first all fields that any fact may have, then the fact that the type says. So the
 * type may come in any place. Used once per fact. Wrong values are {@link
 * IllegalArgumentException}s.
 */
final class FactFields {

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> labels = new TreeMap<>();
    private final List<String> leaving = new ArrayList<>(0);
    private final List<Serial> serials = new ArrayList<>(0);
    private final JobFields job = new JobFields();
    private final StationFields station = new StationFields();
    private final OfficeFields office = new OfficeFields();
    private final RunFields run = new RunFields();
    private @Nullable Approval approval;
    private int quantity;
    private int to;
    private int version;
    private long idleMillis;
    private @Nullable TimeReading heartbeat;

    /** Whether this release has such a fact. */
    static boolean known(String type) {
        return switch (type) {
            case "start",
                    "hold",
                    "resume",
                    "complete",
                    "qc_pass",
                    "fail",
                    "end_session",
                    "end_shift",
                    "operator_registered",
                    "station_registered",
                    "reason_defined",
                    "job_released",
                    "cancel",
                    "send_back",
                    "close_stale",
                    "abandon",
                    "reopen",
                    "acknowledge",
                    "void",
                    "correct",
                    "sign_on",
                    "checklist",
                    "status",
                    "sign_off",
                    "left",
                    "close_stations" ->
                    true;
            default ->
                    TrustFields.known(type)
                            || OfficeFields.known(type)
                            || ConsentFields.known(type)
                            || RunFields.known(type);
        };
    }

    /** Reads the object the parser stands on, or stands before. */
    void read(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_OBJECT, "a fact is an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "qty" -> quantity = Json.smallNumber(json);
                case "to" -> to = Json.smallNumber(json);
                case "version" -> version = Json.smallNumber(json);
                case "idle" -> idleMillis = Json.number(json);
                case "heartbeat" -> heartbeat = EnvelopeReader.clock(json);
                case "leaving" -> Json.texts(json, leaving);
                case "serials" -> serials(json);
                case "approval" -> approval = approval(json);
                case "labels" -> Json.texts(json, labels);
                default -> {
                    if (!job.field(name, json)
                            && !station.field(name, json)
                            && !office.field(name, json)
                            && !run.field(name, json)) {
                        other(name, json);
                    }
                }
            }
        }
    }

    private void other(String name, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            texts.put(name, json.getText());
        } else {
            json.skipChildren();
        }
    }

    private void serials(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_ARRAY, "serials must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            serials.add(new Serial(Json.text(json)));
        }
    }

    private static Approval approval(JsonParser json) throws IOException {
        FactFields fields = new FactFields();
        fields.read(json);
        return new Approval(
                new OperatorCode(fields.required("supervisor")), fields.required("reason"));
    }

    /** What the object's own {@code type} says. */
    String type() {
        return required("type");
    }

    /** The fact, or null when this release has no such type. */
    @Nullable Fact fact(String type) {
        return switch (type) {
            case "start" ->
                    new WorkFact.Started(task(), session(), second(), leaving(), piece(), approval);
            case "hold" -> new WorkFact.Held(task(), session(), texts.get("reason"));
            case "resume" -> new WorkFact.Resumed(task(), session(), second(), leaving(), approval);
            case "complete" ->
                    new WorkFact.Completed(task(), session(), quantity, serials, approval);
            case "qc_pass" -> new WorkFact.Passed(task(), session(), quantity, serials, approval);
            case "fail" ->
                    new WorkFact.Scrapped(task(), session(), quantity, serials, required("reason"));
            case "send_back" ->
                    new WorkFact.SentBack(task(), session(), serials, to, required("reason"));
            case "close_stale" ->
                    new SessionRule.StaleClosed(
                            task(), about(), requiredSession(), Duration.ofMillis(idleMillis));
            case "abandon" ->
                    new SessionRule.Abandoned(task(), about(), requiredSession(), heartbeat());
            case "reopen" ->
                    new SessionRule.Reopened(
                            task(), about(), requiredSession(), required("reason"));
            case "acknowledge" -> new Acknowledged(required("exception"), required("note"));
            case "end_session" -> new WorkFact.SessionEnded(task(), session());
            case "end_shift" -> new WorkFact.ShiftEnded();
            case "operator_registered" -> new PlanFact.OperatorRegistered(operator());
            case "station_registered" ->
                    new PlanFact.StationRegistered(
                            station.station(
                                    required("code"),
                                    required("secondStart"),
                                    texts.get("bench"),
                                    texts.get("stationType"),
                                    texts.get("area")));
            case "reason_defined" ->
                    new PlanFact.ReasonDefined(
                            new Reason(
                                    required("code"),
                                    word(Reason.Kind.class, required("kind")),
                                    labels));
            case "job_released" ->
                    new PlanFact.JobReleased(
                            job.job(
                                    required("ticket"),
                                    required("name"),
                                    required("line"),
                                    serials,
                                    texts.get("order"),
                                    texts.get("due"),
                                    texts.get("product")));
            case "cancel" -> new PlanFact.TaskCancelled(task(), required("reason"));
            case "void" ->
                    new Correction.Voided(EventId.parse(required("event")), required("reason"));
            case "correct" ->
                    new Correction.Corrected(
                            EventId.parse(required("event")), quantity, required("reason"));
            default ->
                    TrustFields.known(type)
                            ? TrustFields.fact(type, this::required)
                            : OfficeFields.known(type)
                                    ? office.fact(type, this)
                                    : ConsentFields.known(type)
                                            ? ConsentFields.fact(type, this)
                                            : RunFields.known(type)
                                                    ? run.fact(type, this)
                                                    : station.fact(type, this);
        };
    }

    private Operator operator() {
        return new Operator(
                new OperatorCode(required("code")),
                required("name"),
                texts.getOrDefault("language", "en"),
                word(Role.class, texts.getOrDefault("role", "operator")),
                texts.get("publicName"),
                texts.get("pinHash"),
                !"inactive".equals(texts.get("state")));
    }

    /** Which version of what is named; 0 where none is. */
    int version() {
        return version;
    }

    int quantity() {
        return quantity;
    }

    List<Job.Edge> edges() {
        return job.edges();
    }

    @Nullable String text(String name) {
        return texts.get(name);
    }

    String required(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private TaskId task() {
        return Repeated.task(required("task"));
    }

    @Nullable TaskId optionalTask() {
        String task = texts.get("task");
        return task == null ? null : Repeated.task(task);
    }

    @Nullable TimeReading optionalHeartbeat() {
        return heartbeat;
    }

    Map<String, String> answers() {
        return station.answers();
    }

    private @Nullable EventId session() {
        String session = texts.get("session");
        return session == null ? null : Repeated.session(session);
    }

    EventId requiredSession() {
        return Repeated.session(required("session"));
    }

    private OperatorCode about() {
        return new OperatorCode(required("about"));
    }

    TimeReading heartbeat() {
        if (heartbeat == null) {
            throw new IllegalArgumentException("heartbeat is missing");
        }
        return heartbeat;
    }

    private @Nullable SecondStart second() {
        String second = texts.get("second");
        return second == null ? null : word(SecondStart.class, second);
    }

    private List<EventId> leaving() {
        return leaving.stream().map(EventId::parse).toList();
    }

    private @Nullable Serial piece() {
        String piece = texts.get("piece");
        return piece == null ? null : new Serial(piece);
    }

    static <E extends Enum<E>> E word(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                "\"" + word + "\" is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
}
