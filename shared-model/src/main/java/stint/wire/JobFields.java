package stint.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Task;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields that only a released job has. Used once per fact. */
final class JobFields {

    private record Step(
            int sequence, String name, ProcessMode mode, OfficeFields.Equipment equipment) {}

    private final List<Step> steps = new ArrayList<>(0);
    private final List<Job.Edge> edges = new ArrayList<>(0);
    private int target;
    private int tolerance = Job.TOLERANCE_DEFAULT;

    /** Takes a field if it is one of these. */
    boolean field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "target" -> target = Json.smallNumber(json);
            case "tolerance" -> tolerance = Json.smallNumber(json);
            case "tasks" -> steps(json);
            case "edges" -> edges(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void steps(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_ARRAY, "tasks must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Json.expect(json.currentToken(), JsonToken.START_OBJECT, "a task must be an object");
            int sequence = 0;
            String name = null;
            ProcessMode mode = null;
            OfficeFields.Equipment equipment = new OfficeFields.Equipment();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "seq" -> sequence = Json.smallNumber(json);
                    case "name" -> name = Json.text(json);
                    case "mode" -> mode = FactFields.word(ProcessMode.class, Json.text(json));
                    default -> {
                        if (!equipment.field(field, json)) {
                            json.skipChildren();
                        }
                    }
                }
            }
            if (name == null || mode == null) {
                throw new IllegalArgumentException("a task needs seq, name and mode");
            }
            steps.add(new Step(sequence, name, mode, equipment));
        }
    }

    private void edges(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_ARRAY, "edges must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Json.expect(json.currentToken(), JsonToken.START_ARRAY, "an edge must be an array");
            json.nextToken();
            int before = Json.smallNumber(json);
            json.nextToken();
            int after = Json.smallNumber(json);
            Json.expect(json.nextToken(), JsonToken.END_ARRAY, "an edge has two numbers");
            edges.add(new Job.Edge(before, after));
        }
    }

    Job job(
            String ticket,
            String name,
            String line,
            List<Serial> serials,
            @Nullable String order,
            @Nullable String due,
            @Nullable String product) {
        List<Task> tasks =
                steps.stream()
                        .map(step ->
                                new Task(
                                        new TaskId(ticket, step.sequence()),
                                        step.name(),
                                        step.mode(),
                                        step.equipment().stationType,
                                        step.equipment().skill,
                                        step.equipment().minutes))
                        .toList();
        return new Job(
                ticket,
                name,
                FactFields.word(Line.class, line.toLowerCase(Locale.ROOT)),
                target,
                tolerance,
                tasks,
                edges,
                serials,
                order,
                due == null ? null : OfficeFields.date("due", due),
                product);
    }

    List<Job.Edge> edges() {
        return List.copyOf(edges);
    }
}
