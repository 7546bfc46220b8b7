package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.domain.office.PlanCommand;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Product;
import stint.domain.plan.RoutingGraph;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.office.OfficeViews;
import stint.wire.planning.LimitsRequest;
import stint.wire.planning.OperationView;
import stint.wire.planning.ProductRequest;
import stint.wire.planning.RoutingRequest;
import stint.wire.planning.SeenRequest;
import stint.wire.planning.SkillsRequest;

import java.util.List;
import java.util.TreeSet;

/** Routings, products, skills, limits: what jobs and orders are made of. */
final class RoutingRoutes {

    private final Inbox inbox;
    private final Office office;

    RoutingRoutes(Inbox inbox, Office office) {
        this.inbox = inbox;
        this.office = office;
    }

    void register(RoutesConfig routes) {
        Route.ROUTINGS.serve(
                routes,
                context ->
                        Answers.json(
                                context,
                                OfficeViews.routings(
                                        office.floor().planning(), office.words(context))));
        Route.ROUTING.serve(routes, this::routing);
        Route.SAVE_ROUTING.serve(routes, this::save);
        Route.PUBLISH_ROUTING.serve(routes, this::publish);
        Route.PRODUCTS.serve(
                routes,
                context -> Answers.json(context, OfficeViews.products(office.floor().planning())));
        Route.SAVE_PRODUCT.serve(routes, this::saveProduct);
        Route.PEOPLE.serve(
                routes, context -> Answers.json(context, OfficeViews.people(office.floor())));
        Route.GIVE_SKILLS.serve(routes, this::giveSkills);
        Route.LIMITS.serve(
                routes,
                context -> Answers.json(context, OfficeViews.limits(office.floor().planning())));
        Route.SET_LIMITS.serve(routes, this::setLimits);
    }

    private void routing(Context context) {
        String code = context.pathParam("routing");
        Answers.json(
                context,
                OfficeViews.routings(inbox.picture().floor().planning(), office.words(context))
                        .stream()
                        .filter(routing -> routing.code().equals(code))
                        .findFirst()
                        .orElseThrow(() ->
                                FaultException.of(Fault.NOT_FOUND, "there is no routing " + code)));
    }

    private void save(Context context) {
        RoutingRequest request = office.message(context, RoutingRequest.class);
        RoutingGraph graph =
                new RoutingGraph(
                        context.pathParam("routing"),
                        request.name(),
                        request.operations().stream().map(RoutingRoutes::operation).toList(),
                        request.edges().stream().map(RoutingRoutes::edge).toList());
        office.answer(context, new PlanCommand.SaveRouting(graph, Office.seen(request.seen())));
    }

    private static Operation operation(OperationView operation) {
        String mode = operation.mode();
        return new Operation(
                operation.sequence(),
                operation.name().strip(),
                mode == null ? null : Office.word(ProcessMode.class, mode),
                operation.stationType(),
                operation.skill(),
                operation.minutes());
    }

    private static Job.Edge edge(List<Integer> pair) {
        if (pair.size() != 2) {
            throw FaultException.of(Fault.MALFORMED, "an edge is a pair of numbers: " + pair);
        }
        return new Job.Edge(pair.get(0), pair.get(1));
    }

    private void publish(Context context) {
        SeenRequest request = office.message(context, SeenRequest.class);
        office.answer(
                context,
                new PlanCommand.PublishRouting(
                        context.pathParam("routing"), Office.seen(request.seen())));
    }

    private void saveProduct(Context context) {
        ProductRequest request = office.message(context, ProductRequest.class);
        office.answer(
                context,
                new PlanCommand.DefineProduct(
                        new Product(
                                context.pathParam("product"),
                                request.name(),
                                request.gtin(),
                                request.serialPattern(),
                                request.routing(),
                                blank(request.brand())),
                        Office.seen(request.seen())));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void giveSkills(Context context) {
        SkillsRequest request = office.message(context, SkillsRequest.class);
        office.answer(
                context,
                new PlanCommand.GiveSkills(
                        Params.operator(context.pathParam("operator")),
                        new TreeSet<>(request.skills()),
                        Office.seen(request.seen())));
    }

    private void setLimits(Context context) {
        LimitsRequest request = office.message(context, LimitsRequest.class);
        office.answer(
                context,
                new PlanCommand.SetLimits(
                        new Limits(request.atelierMax(), request.oemMin(), request.oemLeadDays()),
                        Office.seen(request.seen())));
    }
}
