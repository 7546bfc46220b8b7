package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.wire.EventCodec;
import stint.wire.WireJson;
import stint.wire.planning.AssignRequest;
import stint.wire.planning.ByLoadRequest;
import stint.wire.planning.ByLoadView;
import stint.wire.planning.ImportReply;
import stint.wire.planning.ImportedOrder;
import stint.wire.planning.JobChangeRequest;
import stint.wire.planning.JobDetail;
import stint.wire.planning.JobRequest;
import stint.wire.planning.JobView;
import stint.wire.planning.LimitsRequest;
import stint.wire.planning.LimitsView;
import stint.wire.planning.OperationView;
import stint.wire.planning.OrderRequest;
import stint.wire.planning.OrderView;
import stint.wire.planning.PersonRequest;
import stint.wire.planning.PersonView;
import stint.wire.planning.ProductRequest;
import stint.wire.planning.ProductView;
import stint.wire.planning.QueueCardView;
import stint.wire.planning.ReasonRequest;
import stint.wire.planning.RefusalView;
import stint.wire.planning.RoutingRequest;
import stint.wire.planning.RoutingView;
import stint.wire.planning.ScheduleRequest;
import stint.wire.planning.SeenRequest;
import stint.wire.planning.ShareView;
import stint.wire.planning.SkillsRequest;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Two production lines over HTTP: every scenario of seed 004, phase 6, and what an ERP does. */
class TwoLinesTest {

    private static final LocalDate NOV_10 = LocalDate.of(2027, 11, 10);

    @TempDir private Path directory;

    private final ShiftedClocks clocks = new ShiftedClocks();
    private TestServer server;
    private OfficeClient planner;

    @BeforeEach
    void open() throws Exception {
        go("2027-10-30T05:00:00Z");
        server = TestServer.guarded(directory, clocks);
        planner = OfficeClient.of(server, "P", Role.PLANNER);
        register("A", "B", "C");
        planner.done("routings/TOTE-V1", tote());
        planner.done("routings/TOTE-V1/publish", new SeenRequest(null));
        planner.done(
                "products/TOTE",
                new ProductRequest("TOTE Bag", "9506000134352", "T{yy}{n:5}", "TOTE-V1", null));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void go(String time) {
        clocks.forward(Duration.between(clocks.read().time(), Instant.parse(time)));
    }

    /** A bench whose clock goes as the server's. */
    private SigningStation signing(String code) throws Exception {
        long ahead = Duration.between(Instant.now(), clocks.read().time()).toMillis();
        return new SigningStation(server, code).withClockOffBy(ahead).enrolled("bench");
    }

    private void register(String... codes) throws Exception {
        List<PlanFact> facts =
                List.of(codes).stream()
                        .<PlanFact>map(code ->
                                new PlanFact.OperatorRegistered(
                                        new Operator(
                                                new OperatorCode(code),
                                                "ช่าง " + code,
                                                "th",
                                                Role.OPERATOR,
                                                null,
                                                null)))
                        .toList();
        server.as(server.console(), "POST", "/api/v1/plan", EventCodec.encodePlan(facts));
    }

    private static RoutingRequest tote() {
        return new RoutingRequest(
                "TOTE Production V1",
                List.of(
                        new OperationView(1, "Cut", "batch", "cutting", null, 1),
                        new OperationView(2, "Sew", "piece", "sewing", null, 10),
                        new OperationView(3, "Finish", "piece", "finishing", null, 5)),
                List.of(List.of(1, 2), List.of(2, 3)),
                null);
    }

    private static JobRequest luxury(int quantity) {
        return new JobRequest("Test Luxury Bag", quantity, "TOTE-V1", null, null, null, null);
    }

    private static OrderRequest order(LocalDate start, LocalDate end, String routing) {
        return new OrderRequest(
                null,
                "oem",
                "ABC Trading",
                "TOTE",
                500,
                routing,
                0,
                start,
                end,
                NOV_10.plusDays(20),
                null);
    }

    private OrderView order() throws Exception {
        return planner.get("orders/MO-1", OrderView.class);
    }

    private List<QueueCardView> queue(String query) throws Exception {
        return List.of(planner.get("work-queue" + query, QueueCardView[].class));
    }

    @Test
    void DP_1_seed_004_atelier_1_a_job_without_order_or_due_date_succeeds() throws Exception {
        String ticket = planner.done("jobs", luxury(15)).code();

        JobView job = planner.get("jobs/" + ticket, JobDetail.class).job();
        assertThat(job.name()).isEqualTo("Test Luxury Bag");
        assertThat(job.line()).isEqualTo("atelier");
        assertThat(job.order()).isNull();
        assertThat(job.due()).isNull();
    }

    @Test
    void DP_1_seed_004_atelier_2_create_and_start_spawns_15_tokens_and_they_are_in_the_queue()
            throws Exception {
        String ticket = planner.done("jobs", luxury(15)).code();

        JobDetail job = planner.get("jobs/" + ticket, JobDetail.class);
        assertThat(job.serials()).hasSize(15);
        assertThat(job.steps().getFirst().ready()).isEqualTo(15);
        List<QueueCardView> cards = queue("");
        assertThat(cards).hasSize(1);
        QueueCardView card = cards.getFirst();
        assertThat(card.line()).isEqualTo("atelier");
        assertThat(card.job()).isEqualTo("Test Luxury Bag");
        assertThat(card.order()).isNull();
        assertThat(card.ready()).isEqualTo(15);
    }

    @Test
    void DP_1_seed_004_atelier_3_an_operator_sees_their_tokens_and_starts() throws Exception {
        String ticket = planner.done("jobs", luxury(15)).code();
        assertThat(queue("?operator=A")).hasSize(1).allMatch(QueueCardView::mine);
        SigningStation bench = signing("BENCH-1");
        TestBench recorded = new TestBench("BENCH-1");
        TaskId cut = new TaskId(ticket, 1);
        recorded.record("A", new WorkFact.Started(cut, null, null, List.of(), null, null));
        recorded.record("A", new WorkFact.Completed(cut, null, 5, List.of(), null));

        assertThat(bench.push(recorded.all()).statusCode()).isEqualTo(200);

        JobDetail job = planner.get("jobs/" + ticket, JobDetail.class);
        assertThat(job.steps().getFirst().active()).containsExactly("ช่าง A");
        assertThat(job.steps().get(1).readySerials()).hasSize(5);
        assertThat(queue("?stationType=sewing")).hasSize(1);
        assertThat(planner.get("people", PersonView[].class))
                .filteredOn(person -> person.code().equals("A"))
                .allMatch(person -> person.working().equals(List.of(cut.toString())));
    }

    @Test
    void DP_2_seed_004_oem_1_an_order_without_graph_fails() throws Exception {
        planner.done("products/PLAIN", new ProductRequest("Plain", null, null, null, null));
        OrderRequest request =
                new OrderRequest(
                        null,
                        "oem",
                        "ABC Trading",
                        "PLAIN",
                        500,
                        null,
                        0,
                        NOV_10,
                        NOV_10.plusDays(15),
                        NOV_10.plusDays(20),
                        null);

        assertThat(planner.refused("orders/MO-1", request)).containsExactly("Routing required");
    }

    @Test
    void DP_2_seed_004_oem_2_an_order_without_schedule_fails() throws Exception {
        assertThat(planner.refused("orders/MO-1", order(null, null, "TOTE-V1")))
                .containsExactly("Schedule required for OEM: scheduled start and end");
    }

    @Test
    void DP_2_seed_004_oem_3_a_complete_order_is_planned() throws Exception {
        planner.done("orders/MO-1", order(NOV_10, NOV_10.plusDays(15), "TOTE-V1"));

        assertThat(order().status()).isEqualTo("planned");
        assertThat(order().customer()).isEqualTo("ABC Trading");
        assertThat(order().routingVersion()).isEqualTo(1);
    }

    @Test
    void DP_2_seed_004_oem_4_starting_before_its_day_fails() throws Exception {
        schedule();

        assertThat(planner.refused("orders/MO-1/start", new SeenRequest(null)))
                .containsExactly("Cannot start before Nov 10");
        assertThat(planner.speaking("th").refused("orders/MO-1/start", new SeenRequest(null)))
                .containsExactly("เริ่มก่อน 10 พ.ย. ไม่ได้");
    }

    private void schedule() throws Exception {
        planner.done("orders/MO-1", order(NOV_10, NOV_10.plusDays(15), "TOTE-V1"));
        planner.done("orders/MO-1/schedule", new ScheduleRequest(null, null, order().version()));
    }

    private void start() throws Exception {
        schedule();
        go("2027-11-10T02:00:00Z");
        planner.signIn().done("orders/MO-1/start", new SeenRequest(order().version()));
    }

    @Test
    void DP_2_seed_004_oem_5_on_its_day_500_tokens_are_spawned_assigned_and_in_the_queue()
            throws Exception {
        start();

        OrderView started = order();
        assertThat(started.status()).isEqualTo("in_progress");
        JobDetail job = planner.get("jobs/" + started.ticket(), JobDetail.class);
        assertThat(job.serials()).hasSize(500).startsWith("T2700001").endsWith("T2700500");
        assertThat(job.steps().getFirst().shares())
                .extracting(ShareView::pieces)
                .containsExactly(167, 167, 166);
        QueueCardView card = queue("?operator=A&stationType=cutting").getFirst();
        assertThat(card.line()).isEqualTo("oem");
        assertThat(card.order()).isEqualTo("MO-1");
        assertThat(card.mine()).isTrue();
        assertThat(card.ready()).isEqualTo(167);
    }

    @Test
    void DP_2_seed_004_oem_6_changing_the_schedule_after_the_start_fails() throws Exception {
        start();

        assertThat(planner.refused("orders/MO-1", order(NOV_10, NOV_10.plusDays(16), "TOTE-V1")))
                .containsExactly("Cannot modify schedule after production started");
        assertThat(
                        planner.refused(
                                "orders/MO-1/schedule",
                                new ScheduleRequest(NOV_10, NOV_10.plusDays(3), null)))
                .containsExactly("Cannot modify schedule after production started");
    }

    @Test
    void DP_3_a_stale_action_is_refused_with_what_changed() throws Exception {
        String ticket = planner.done("jobs", luxury(10)).code();
        String seen = planner.get("jobs/" + ticket, JobDetail.class).job().version();
        OfficeClient supervisor = OfficeClient.of(server, "S", Role.SUPERVISOR);
        supervisor.done(
                "jobs/" + ticket + "/change",
                new JobChangeRequest("Test Luxury Bag", 12, NOV_10, seen));

        HttpResponse<byte[]> response =
                planner.post(
                        "jobs/" + ticket + "/change",
                        new JobChangeRequest("Test Luxury Bag", 9, null, seen));

        assertThat(response.statusCode()).isEqualTo(409);
        RefusalView refusal = OfficeClient.refusals(response).getFirst();
        assertThat(refusal.text())
                .startsWith(ticket + " was changed by Khun S on 30 Oct ")
                .endsWith("Quantity: was 10, is 12. Due date: was nothing, is Nov 10.");
        assertThat(refusal.changes()).hasSize(2);
    }

    @Test
    void DP_1_the_same_request_twice_makes_one_job() throws Exception {
        JobRequest request = new JobRequest("Bag", 3, "TOTE-V1", null, null, null, "desk-1 17");
        String first = planner.done("jobs", request).code();

        assertThat(planner.done("jobs", request).code()).isEqualTo(first);
        server.restart();
        planner.signIn();
        assertThat(planner.done("jobs", request).code()).isEqualTo(first);
        assertThat(planner.get("jobs", JobView[].class)).hasSize(1);
    }

    @Test
    void DP_5_a_supervisor_says_who_does_it() throws Exception {
        String ticket = planner.done("jobs", luxury(9)).code();
        String path = "tasks/" + ticket + "/1/assign";
        String seen =
                planner.get("jobs/" + ticket, JobDetail.class).steps().getFirst().sharesVersion();
        planner.done(path, new AssignRequest(List.of(new ShareView("C", 9)), seen));

        assertThat(queue("?operator=A")).isEmpty();
        assertThat(queue("?operator=C").getFirst().ready()).isEqualTo(9);
        assertThat(
                        planner.post(path, new AssignRequest(List.of(new ShareView("A", 9)), seen))
                                .statusCode())
                .isEqualTo(409);
        String byLoad = "jobs/" + ticket + "/assign";
        planner.done(byLoad, new ByLoadRequest(null, null, false));
        assertThat(queue("?operator=A")).isEmpty();
        assertThat(
                        planner.refused(
                                        byLoad,
                                        new ByLoadRequest(
                                                null, Map.of(1, String.valueOf(seen)), true))
                                .getFirst())
                .contains("changed by Khun P");
        assertThat(planner.get(byLoad + "?byHand=true", ByLoadView[].class)[0].was())
                .containsExactly(new ShareView("C", 9));
        planner.done(byLoad, new ByLoadRequest(null, null, true));
        assertThat(queue("?operator=A")).isNotEmpty();
    }

    @Test
    void DP_5_no_work_is_given_to_who_works_here_no_more() throws Exception {
        planner.done("people/A", new PersonRequest("ช่าง A", "th", "operator", false, null));
        String ticket = planner.done("jobs", luxury(9)).code();

        assertThat(queue("?operator=A")).isEmpty();
        assertThat(queue("?operator=B")).isNotEmpty();
        assertThat(
                        planner.refused(
                                "tasks/" + ticket + "/1/assign",
                                new AssignRequest(List.of(new ShareView("A", 9)), null)))
                .containsExactly("ช่าง A does not work here any more");
    }

    @Test
    void DP_5_skills_and_limits_are_set() throws Exception {
        planner.done("people/A/skills", new SkillsRequest(List.of("saddle"), null));
        planner.done("limits", new LimitsRequest(20, 200, 10, null));

        assertThat(planner.get("people", PersonView[].class)[0].skills()).containsExactly("saddle");
        assertThat(planner.get("limits", LimitsView.class).oemMin()).isEqualTo(200);
        assertThat(planner.refused("jobs", luxury(21)))
                .containsExactly(
                        "Atelier jobs have at most 20 pieces; use a manufacturing order for more");
        assertThat(planner.get("products", ProductView[].class)[0].gtin())
                .isEqualTo("09506000134352");
    }

    @Test
    void DP_3_a_graph_with_a_circle_is_not_published_and_says_why_before_anybody_tries()
            throws Exception {
        RoutingRequest circle =
                new RoutingRequest(
                        "Circle", tote().operations(), List.of(List.of(1, 2), List.of(2, 1)), null);
        planner.done("routings/CIRCLE", circle);

        assertThat(planner.refused("routings/CIRCLE/publish", new SeenRequest(null)))
                .containsExactly(
                        "The routing goes in a circle: 1 → 2 → 1",
                        "Operation 3 is joined to nothing");
        RoutingView view = planner.get("routings/CIRCLE", RoutingView.class);
        assertThat(view.problems()).hasSize(2);
        assertThat(view.published()).isEmpty();
        assertThat(planner.get("routings", RoutingView[].class)).hasSize(2);
        assertThat(
                        planner.refused(
                                "jobs", new JobRequest("Bag", 3, "CIRCLE", null, null, null, null)))
                .containsExactly("Routing CIRCLE is not published");
    }

    @Test
    void DP_2_an_erp_imports_orders_once_and_reads_back_how_far_they_are() throws Exception {
        OrderRequest[] orders =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(number -> coded("MO-" + number, 500))
                        .toArray(OrderRequest[]::new);

        assertThat(imported(planner.post("imports/orders", orders)))
                .containsExactly("written", "written", "written");
        assertThat(imported(planner.post("imports/orders", orders)))
                .containsExactly("unchanged", "unchanged", "unchanged");

        assertThat(List.of(planner.get("orders", OrderView[].class)))
                .hasSize(3)
                .allMatch(order -> order.status().equals("planned") && order.progress() == 0);
    }

    private static OrderRequest coded(String code, int quantity) {
        return new OrderRequest(
                code,
                null,
                "ABC",
                "TOTE",
                quantity,
                null,
                0,
                NOV_10,
                NOV_10.plusDays(15),
                NOV_10.plusDays(20),
                null);
    }

    private static List<String> imported(HttpResponse<byte[]> response) throws Exception {
        assertThat(response.statusCode())
                .as(() -> new String(response.body(), UTF_8))
                .isEqualTo(200);
        return WireJson.read(response.body(), ImportReply.class).orders().stream()
                .map(ImportedOrder::outcome)
                .toList();
    }

    @Test
    void DP_3_an_import_names_every_bad_line_and_takes_nothing() throws Exception {
        OrderRequest[] orders = {coded("MO-1", 500), coded("MO-2", 5), coded("MO-1", 500)};

        List<RefusalView> refusals = OfficeClient.refusals(planner.post("imports/orders", orders));

        assertThat(refusals).extracting(RefusalView::line).containsExactly(2, 3);
        assertThat(planner.get("orders", OrderView[].class)).isEmpty();
    }

    @Test
    void DP_3_a_csv_names_every_bad_line_and_takes_nothing() throws Exception {
        String csv =
                """
                code;customer;product;quantity;routing;scheduled_start;scheduled_end;due
                MO-1;"ABC; Trading";TOTE;500;;2027-11-10;2027-11-25;2027-11-30
                MO-2;ABC;TOTE;many;;2027-11-10;2027-11-25;30.11.2027
                MO-3;ABC;NONE;500;TOTE-V1;2027-11-10;2027-11-25;2027-11-30
                """;

        List<RefusalView> refusals = OfficeClient.refusals(csv(csv));

        assertThat(refusals)
                .extracting(refusal -> refusal.line() + " " + refusal.text())
                .containsExactly(
                        "3 \"many\" is no whole number",
                        "3 \"30.11.2027\" is no date such as 2025-11-30",
                        "4 There is no product NONE");
        assertThat(planner.get("orders", OrderView[].class)).isEmpty();
        String good = csv.lines().limit(2).reduce("", (one, next) -> one + next + "\n");
        assertThat(imported(csv(good))).containsExactly("written");
        assertThat(order().customer()).isEqualTo("ABC; Trading");
        assertThat(OfficeClient.refusals(csv("kode,quantity\n")))
                .extracting(RefusalView::text)
                .containsExactly("Nobody knows the column kode", "The column code is missing");
    }

    private HttpResponse<byte[]> csv(String text) throws Exception {
        return planner.send("POST", "imports/orders.csv", "text/csv", text.getBytes(UTF_8));
    }

    @Test
    void DP_2_a_cancelled_order_takes_its_job_along() throws Exception {
        start();
        String ticket = Objects.requireNonNull(order().ticket());

        assertThat(planner.refused("orders/MO-1/cancel", new ReasonRequest(" ", null)))
                .containsExactly("Say why");
        planner.done("orders/MO-1/cancel", new ReasonRequest("withdrawn", order().version()));

        assertThat(order().status()).isEqualTo("cancelled");
        assertThat(order().reason()).isEqualTo("withdrawn");
        assertThat(planner.get("jobs/" + ticket, JobDetail.class).job().status())
                .isEqualTo("cancelled");
        assertThat(queue("")).isEmpty();
    }
}
