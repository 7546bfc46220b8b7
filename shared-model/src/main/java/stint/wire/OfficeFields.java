package stint.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.Line;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Product;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.RoutingVersion;
import stint.domain.plan.Share;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The fields that only what the office plans has. Used once per fact. */
final class OfficeFields {

    private final List<Operation> operations = new ArrayList<>(0);
    private final List<String> skills = new ArrayList<>(0);
    private final List<Share> shares = new ArrayList<>(0);
    private int atelierMax = Limits.USUAL.atelierQuantityMax();
    private int oemMin = Limits.USUAL.oemQuantityMin();
    private int oemLeadDays = Limits.USUAL.oemLeadDays();
    private boolean automatic;

    /** Takes a field if it is one of these. */
    boolean field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "operations" -> operations(json);
            case "skills" -> Json.texts(json, skills);
            case "shares" -> shares(json);
            case "atelierMax" -> atelierMax = Json.smallNumber(json);
            case "oemMin" -> oemMin = Json.smallNumber(json);
            case "oemLeadDays" -> oemLeadDays = Json.smallNumber(json);
            case "automatic" -> automatic = json.currentToken() == JsonToken.VALUE_TRUE;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void operations(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_ARRAY, "operations must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Json.expect(
                    json.currentToken(), JsonToken.START_OBJECT, "an operation must be an object");
            int sequence = 0;
            String name = "";
            ProcessMode mode = null;
            Equipment equipment = new Equipment();
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
            operations.add(
                    new Operation(
                            sequence,
                            name,
                            mode,
                            equipment.stationType,
                            equipment.skill,
                            equipment.minutes));
        }
    }

    /** What a task or an operation asks for. */
    static final class Equipment {

        @Nullable String stationType;
        @Nullable String skill;
        int minutes;

        boolean field(String name, JsonParser json) throws IOException {
            switch (name) {
                case "stationType" -> stationType = Json.text(json);
                case "skill" -> skill = Json.text(json);
                case "minutes" -> minutes = Json.smallNumber(json);
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    private void shares(JsonParser json) throws IOException {
        Json.expect(json.currentToken(), JsonToken.START_ARRAY, "shares must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Json.expect(json.currentToken(), JsonToken.START_OBJECT, "a share must be an object");
            String operator = null;
            int pieces = 0;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "operator" -> operator = Json.text(json);
                    case "pieces" -> pieces = Json.smallNumber(json);
                    default -> json.skipChildren();
                }
            }
            if (operator == null) {
                throw new IllegalArgumentException("a share needs its operator");
            }
            shares.add(new Share(new OperatorCode(operator), pieces));
        }
    }

    static boolean known(String type) {
        return switch (type) {
            case "routing_drafted",
                    "routing_published",
                    "product_defined",
                    "skills_given",
                    "limits_set",
                    "task_assigned",
                    "job_requested",
                    "order_planned",
                    "order_scheduled",
                    "order_started",
                    "order_cancelled" ->
                    true;
            default -> false;
        };
    }

    /** The fact of a type, or null when it is none of the office's. */
    PlanFact.@Nullable OfOffice fact(String type, FactFields fields) {
        return switch (type) {
            case "routing_drafted" -> new PlanFact.RoutingDrafted(graph(fields));
            case "routing_published" ->
                    new PlanFact.RoutingPublished(graph(fields), fields.version());
            case "product_defined" ->
                    new PlanFact.ProductDefined(
                            new Product(
                                    fields.required("code"),
                                    fields.required("name"),
                                    fields.text("gtin"),
                                    fields.text("pattern"),
                                    fields.text("routing"),
                                    fields.text("brand")));
            case "skills_given" ->
                    new PlanFact.SkillsGiven(
                            new OperatorCode(fields.required("code")), new TreeSet<>(skills));
            case "job_requested" ->
                    new PlanFact.JobRequested(
                            fields.required("ticket"), fields.required("request"));
            case "limits_set" ->
                    new PlanFact.LimitsSet(new Limits(atelierMax, oemMin, oemLeadDays));
            case "task_assigned" ->
                    new PlanFact.TaskAssigned(
                            TaskId.parse(fields.required("task")), shares, automatic);
            case "order_planned" -> new PlanFact.OrderPlanned(order(fields));
            case "order_scheduled" ->
                    new PlanFact.OrderScheduled(
                            fields.required("code"),
                            date("start", fields.required("start")),
                            date("end", fields.required("end")));
            case "order_started" ->
                    new PlanFact.OrderStarted(fields.required("code"), fields.required("ticket"));
            case "order_cancelled" ->
                    new PlanFact.OrderCancelled(fields.required("code"), fields.required("reason"));
            default -> null;
        };
    }

    private RoutingGraph graph(FactFields fields) {
        List<Job.Edge> edges = fields.edges();
        return new RoutingGraph(
                fields.required("code"), fields.required("name"), operations, edges);
    }

    private ManufacturingOrder order(FactFields fields) {
        String routing = fields.text("routing");
        return new ManufacturingOrder(
                fields.required("code"),
                FactFields.word(Line.class, fields.required("line")),
                fields.text("customer"),
                fields.text("product"),
                fields.quantity(),
                routing == null ? null : new RoutingVersion(routing, fields.version()),
                optionalDate("start", fields),
                optionalDate("end", fields),
                optionalDate("due", fields));
    }

    private static @Nullable LocalDate optionalDate(String name, FactFields fields) {
        String text = fields.text(name);
        return text == null ? null : date(name, text);
    }

    static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + " must be a date such as 2025-10-30: \"" + text + "\"", e);
        }
    }
}
