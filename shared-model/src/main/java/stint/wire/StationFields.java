package stint.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import stint.domain.event.ChecklistKind;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.StationStatus;
import stint.domain.event.TimeReading;
import stint.domain.plan.Checklist;
import stint.domain.plan.Line;
import stint.domain.plan.NewJobs;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields that only stations and what happens at them have. Used once per fact. */
final class StationFields {

    private final Map<String, String> answers = new TreeMap<>();
    private final List<String> sessions = new ArrayList<>(0);
    private final List<String> operators = new ArrayList<>(0);
    private Checklist opening = Checklist.NONE;
    private Checklist closing = Checklist.NONE;
    private @Nullable NewJobs newJobs;

    /** Takes a field if it is one of these. */
    boolean field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "answers" -> Json.texts(json, answers);
            case "sessions" -> Json.texts(json, sessions);
            case "operators" -> Json.texts(json, operators);
            case "opening" -> opening = checklist(json);
            case "closing" -> closing = checklist(json);
            case "newJobs" -> newJobs = newJobs(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    Map<String, String> answers() {
        return answers;
    }

    private static Checklist checklist(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_ARRAY, "a checklist must be an array");
        List<Checklist.Item> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(item(json));
        }
        return new Checklist(items);
    }

    private static Checklist.Item item(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_OBJECT, "an item must be an object");
        Map<String, String> labels = new TreeMap<>();
        String key = null;
        boolean required = false;
        Checklist.Ask ask = Checklist.Ask.NOTHING;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "key" -> key = Json.text(json);
                case "labels" -> Json.texts(json, labels);
                case "required" -> required = json.currentToken() == JsonToken.VALUE_TRUE;
                case "ask" -> ask = FactFields.word(Checklist.Ask.class, Json.text(json));
                default -> json.skipChildren();
            }
        }
        if (key == null) {
            throw new IllegalArgumentException("an item needs its key");
        }
        return new Checklist.Item(key, labels, required, ask);
    }

    private static NewJobs newJobs(JsonParser json) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Json.texts(json, texts);
        String line = texts.get("line");
        String task = texts.get("task");
        if (line == null || task == null) {
            throw new IllegalArgumentException("newJobs needs line and task");
        }
        return new NewJobs(FactFields.word(Line.class, line), task);
    }

    /** A station as planned. */
    Station station(
            String code,
            String secondStart,
            @Nullable String bench,
            @Nullable String type,
            @Nullable String area) {
        return new Station(
                new StationCode(code),
                FactFields.word(SecondStartPolicy.class, secondStart),
                bench == null ? null : new StationCode(bench),
                opening,
                closing,
                operators.stream().map(OperatorCode::new).toList(),
                newJobs,
                type,
                area);
    }

    /** The station fact of a type, or null when it is none. */
    @Nullable Fact fact(String type, FactFields fields) {
        return switch (type) {
            case "sign_on" -> {
                String station = fields.text("station");
                yield new StationFact.SignedOn(station == null ? null : new StationCode(station));
            }
            case "checklist" ->
                    new StationFact.ChecklistSubmitted(
                            fields.requiredSession(),
                            FactFields.word(ChecklistKind.class, fields.required("kind")),
                            answers);
            case "status" ->
                    new StationFact.StatusSet(
                            fields.requiredSession(),
                            FactFields.word(StationStatus.class, fields.required("status")),
                            fields.text("reason"),
                            fields.text("note"));
            case "sign_off" -> new StationFact.SignedOff(fields.requiredSession());
            case "left" -> {
                TimeReading heartbeat = fields.heartbeat();
                yield new StationFact.Left(fields.requiredSession(), heartbeat);
            }
            case "close_stations" ->
                    new StationFact.Closed(
                            sessions.stream().map(EventId::parse).toList(),
                            fields.required("reason"));
            default -> null;
        };
    }
}
