package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import org.jspecify.annotations.Nullable;

import stint.domain.event.PlanFact;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.Operation;
import stint.domain.plan.Product;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.RoutingVersion;
import stint.domain.plan.Share;

import java.io.IOException;
import java.util.List;

/** Writes what the office plans; the part of {@link FactWriter} that knows of it. */
final class OfficeWriter {

    private OfficeWriter() {}

    static String type(PlanFact.OfOffice fact) {
        return switch (fact) {
            case PlanFact.RoutingDrafted f -> "routing_drafted";
            case PlanFact.RoutingPublished f -> "routing_published";
            case PlanFact.ProductDefined f -> "product_defined";
            case PlanFact.SkillsGiven f -> "skills_given";
            case PlanFact.LimitsSet f -> "limits_set";
            case PlanFact.TaskAssigned f -> "task_assigned";
            case PlanFact.JobRequested f -> "job_requested";
            case PlanFact.OrderPlanned f -> "order_planned";
            case PlanFact.OrderScheduled f -> "order_scheduled";
            case PlanFact.OrderStarted f -> "order_started";
            case PlanFact.OrderCancelled f -> "order_cancelled";
        };
    }

    static void write(JsonGenerator json, PlanFact.OfOffice fact) throws IOException {
        switch (fact) {
            case PlanFact.RoutingDrafted drafted -> graph(json, drafted.graph());
            case PlanFact.RoutingPublished published -> {
                json.writeNumberField("version", published.version());
                graph(json, published.graph());
            }
            case PlanFact.ProductDefined defined -> product(json, defined.product());
            case PlanFact.SkillsGiven given -> {
                json.writeStringField("code", given.to().value());
                FactWriter.texts(json, "skills", List.copyOf(given.skills()));
            }
            case PlanFact.LimitsSet set -> limits(json, set.limits());
            case PlanFact.TaskAssigned assigned -> assigned(json, assigned);
            case PlanFact.JobRequested requested -> {
                json.writeStringField("ticket", requested.ticket());
                json.writeStringField("request", requested.request());
            }
            case PlanFact.OrderPlanned planned -> order(json, planned.order());
            case PlanFact.OrderScheduled scheduled -> {
                json.writeStringField("code", scheduled.code());
                json.writeStringField("start", scheduled.start().toString());
                json.writeStringField("end", scheduled.end().toString());
            }
            case PlanFact.OrderStarted started -> {
                json.writeStringField("code", started.code());
                json.writeStringField("ticket", started.ticket());
            }
            case PlanFact.OrderCancelled cancelled -> {
                json.writeStringField("code", cancelled.code());
                json.writeStringField("reason", cancelled.reason());
            }
        }
    }

    private static void graph(JsonGenerator json, RoutingGraph graph) throws IOException {
        json.writeStringField("code", graph.code());
        json.writeStringField("name", graph.name());
        json.writeArrayFieldStart("operations");
        for (Operation operation : graph.operations()) {
            json.writeStartObject();
            json.writeNumberField("seq", operation.sequence());
            json.writeStringField("name", operation.name());
            if (operation.mode() != null) {
                json.writeStringField("mode", FactWriter.word(operation.mode()));
            }
            equipment(json, operation.stationType(), operation.skill(), operation.minutes());
            json.writeEndObject();
        }
        json.writeEndArray();
        edges(json, graph.edges());
    }

    /** What a task or an operation asks for. */
    static void equipment(
            JsonGenerator json, @Nullable String stationType, @Nullable String skill, int minutes)
            throws IOException {
        FactWriter.text(json, "stationType", stationType);
        FactWriter.text(json, "skill", skill);
        if (minutes > 0) {
            json.writeNumberField("minutes", minutes);
        }
    }

    static void edges(JsonGenerator json, List<Job.Edge> edges) throws IOException {
        if (!edges.isEmpty()) {
            json.writeArrayFieldStart("edges");
            for (Job.Edge edge : edges) {
                json.writeArray(new int[] {edge.before(), edge.after()}, 0, 2);
            }
            json.writeEndArray();
        }
    }

    private static void product(JsonGenerator json, Product product) throws IOException {
        json.writeStringField("code", product.code());
        json.writeStringField("name", product.name());
        FactWriter.text(json, "gtin", product.gtin());
        FactWriter.text(json, "pattern", product.serialPattern());
        FactWriter.text(json, "routing", product.routing());
        FactWriter.text(json, "brand", product.brand());
    }

    private static void limits(JsonGenerator json, Limits limits) throws IOException {
        json.writeNumberField("atelierMax", limits.atelierQuantityMax());
        json.writeNumberField("oemMin", limits.oemQuantityMin());
        json.writeNumberField("oemLeadDays", limits.oemLeadDays());
    }

    private static void assigned(JsonGenerator json, PlanFact.TaskAssigned assigned)
            throws IOException {
        json.writeStringField("task", assigned.task().toString());
        json.writeArrayFieldStart("shares");
        for (Share share : assigned.shares()) {
            json.writeStartObject();
            json.writeStringField("operator", share.operator().value());
            json.writeNumberField("pieces", share.pieces());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (assigned.automatic()) {
            json.writeBooleanField("automatic", true);
        }
    }

    private static void order(JsonGenerator json, ManufacturingOrder order) throws IOException {
        json.writeStringField("code", order.code());
        json.writeStringField("line", FactWriter.word(order.line()));
        FactWriter.text(json, "customer", order.customer());
        FactWriter.text(json, "product", order.product());
        json.writeNumberField("qty", order.quantity());
        RoutingVersion routing = order.routing();
        if (routing != null) {
            json.writeStringField("routing", routing.code());
            json.writeNumberField("version", routing.version());
        }
        FactWriter.text(json, "start", order.scheduledStart());
        FactWriter.text(json, "end", order.scheduledEnd());
        FactWriter.text(json, "due", order.due());
    }
}
