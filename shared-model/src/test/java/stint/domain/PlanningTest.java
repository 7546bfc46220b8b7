package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.office.Load;
import stint.domain.office.Orders;
import stint.domain.office.PlanCommand;
import stint.domain.office.PlanDecision;
import stint.domain.office.PlanRefusal;
import stint.domain.office.PlanRefusal.Code;
import stint.domain.office.PlanWords;
import stint.domain.office.Sight;
import stint.domain.office.WorkQueue;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.Line;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Product;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.RoutingVersion;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Share;
import stint.domain.plan.Station;
import stint.domain.planning.OrderState;
import stint.domain.work.Command;
import stint.domain.work.TaskStatus;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Two production lines, as the office plans them (seed 004). */
class PlanningTest {

    private static final LocalDate NOV_10 = LocalDate.of(2025, 11, 10);
    private static final PlanWords WORDS = PlanWords.in(Locale.ENGLISH, ZoneOffset.ofHours(7));

    private TestFloor floor;

    @BeforeEach
    void open() {
        floor = TestFloor.withBenches("BENCH-1", "BENCH-2").at("07:00");
        publish(tote());
        accepted(
                new PlanCommand.DefineProduct(
                        new Product("TOTE", "TOTE Bag", "9506000134352", "T{yy}{n:5}", "TOTE-V1"),
                        null));
    }

    private static RoutingGraph tote() {
        return new RoutingGraph(
                "TOTE-V1",
                "TOTE Production V1",
                List.of(
                        new Operation(1, "Cut", ProcessMode.BATCH, "cutting", null, 1),
                        new Operation(2, "Sew", ProcessMode.PIECE, "sewing", null, 10),
                        new Operation(3, "Edge paint", ProcessMode.PIECE, "painting", null, 5),
                        new Operation(4, "Assemble", ProcessMode.PIECE, "assembly", null, 8)),
                List.of(
                        new Job.Edge(1, 2),
                        new Job.Edge(1, 3),
                        new Job.Edge(2, 4),
                        new Job.Edge(3, 4)));
    }

    private void publish(RoutingGraph graph) {
        accepted(new PlanCommand.SaveRouting(graph, null));
        accepted(new PlanCommand.PublishRouting(graph.code(), null));
    }

    private PlanDecision.Accepted accepted(PlanCommand command) {
        PlanDecision decision = floor.office(command);
        assertThat(decision).isInstanceOf(PlanDecision.Accepted.class);
        return (PlanDecision.Accepted) decision;
    }

    private List<PlanRefusal> refusals(PlanCommand command) {
        PlanDecision decision = floor.office(command);
        assertThat(decision).isInstanceOf(PlanDecision.Refused.class);
        return ((PlanDecision.Refused) decision).refusals();
    }

    private List<Code> refused(PlanCommand command) {
        return refusals(command).stream().map(PlanRefusal::code).toList();
    }

    private List<String> said(PlanCommand command) {
        return refusals(command).stream().map(WORDS::say).toList();
    }

    private static PlanCommand.CreateAndStart luxury(int quantity) {
        return new PlanCommand.CreateAndStart(
                "Test Luxury Bag", quantity, "TOTE-V1", null, null, null);
    }

    private static PlanCommand.PlanOrder order(
            int quantity, String routing, LocalDate start, LocalDate end) {
        return new PlanCommand.PlanOrder(
                "MO-2025-001",
                Line.OEM,
                "ABC Trading",
                "TOTE",
                quantity,
                routing,
                0,
                start,
                end,
                LocalDate.of(2025, 11, 30),
                null);
    }

    private static PlanCommand.PlanOrder complete() {
        return order(500, "TOTE-V1", NOV_10, NOV_10.plusDays(15));
    }

    private OrderState state() {
        return floor.server().planning().order("MO-2025-001").orElseThrow();
    }

    private Job onlyJob() {
        return floor.server().jobs().iterator().next();
    }

    private List<WorkQueue.Card> queue(String operator) {
        return WorkQueue.of(floor.server().view(), new OperatorCode(operator), null);
    }

    private void startOrder() {
        accepted(complete());
        accepted(new PlanCommand.ScheduleOrder("MO-2025-001", null, null, null));
        floor.at("11+08:00");
        accepted(new PlanCommand.StartOrder("MO-2025-001", null));
    }

    @Test
    void DP_1_create_and_start_is_one_step_and_the_work_is_in_the_queue_at_once() {
        String ticket = accepted(luxury(15)).code();

        Job job = floor.server().job(ticket).orElseThrow();
        assertThat(ticket).isEqualTo("JT251030001");
        assertThat(job.serials()).hasSize(15).startsWith(new Serial("JT251030001-001"));
        assertThat(job.order()).isNull();
        WorkQueue.Card card = queue("A").getFirst();
        assertThat(card.line()).isEqualTo(Line.ATELIER);
        assertThat(card.job()).isEqualTo("Test Luxury Bag");
        assertThat(card.operation()).isEqualTo("Cut");
        assertThat(card.mine()).isTrue();
        floor.start("BENCH-1", "A", 1);
        assertThat(floor.state(1).status()).isEqualTo(TaskStatus.IN_PROGRESS);
    }

    @Test
    void DP_1_an_atelier_job_has_1_to_100_pieces_and_a_published_routing() {
        accepted(
                new PlanCommand.SaveRouting(
                        new RoutingGraph("NEW", "New", List.of(), List.of()), null));

        assertThat(refused(luxury(0))).containsExactly(Code.QUANTITY_INVALID);
        assertThat(refused(luxury(101))).containsExactly(Code.ATELIER_TOO_LARGE);
        assertThat(refused(new PlanCommand.CreateAndStart("Bag", 5, "NEW", "MO-9", null, "NONE")))
                .containsExactly(
                        Code.ROUTING_NOT_PUBLISHED, Code.PRODUCT_UNKNOWN, Code.ORDER_UNKNOWN);
        assertThat(accepted(luxury(100)).facts()).isNotEmpty();
    }

    @Test
    void DP_1_quantity_due_date_and_name_change_by_event_while_it_is_made() {
        String ticket = accepted(luxury(10)).code();
        LocalDate due = LocalDate.of(2025, 12, 1);

        accepted(new PlanCommand.ChangeJob(ticket, "Another name", 12, due, null));

        Job job = onlyJob();
        assertThat(job.name()).isEqualTo("Another name");
        assertThat(job.due()).isEqualTo(due);
        assertThat(job.serials()).hasSize(12).endsWith(new Serial("JT251030001-012"));
        assertThat(floor.state(1).target()).isEqualTo(12);
        int shared =
                floor.server().planning().sharesOf(TestFloor.task(1)).stream()
                        .mapToInt(Share::pieces)
                        .sum();
        assertThat(shared).isEqualTo(12);
    }

    @Test
    void DP_1_no_piece_that_was_made_is_taken_out_of_a_job() {
        String ticket = accepted(luxury(10)).code();
        floor.complete("BENCH-1", "A", 1, 6);

        assertThat(said(new PlanCommand.ChangeJob(ticket, "Bag", 5, null, null)))
                .containsExactly("6 pieces are made or begun already");
        accepted(new PlanCommand.ChangeJob(ticket, "Bag", 6, null, null));
        assertThat(floor.state(1).status()).isEqualTo(TaskStatus.DONE);
    }

    @Test
    void DP_2_an_order_is_planned_then_scheduled_then_started_on_its_day() {
        accepted(complete());
        assertThat(state().status()).isEqualTo(OrderState.Status.PLANNED);
        assertThat(said(new PlanCommand.StartOrder("MO-2025-001", null)))
                .containsExactly(
                        "Order MO-2025-001 must be scheduled first", "Cannot start before Nov 10");
        accepted(new PlanCommand.ScheduleOrder("MO-2025-001", null, null, null));
        assertThat(state().status()).isEqualTo(OrderState.Status.SCHEDULED);
        assertThat(said(new PlanCommand.StartOrder("MO-2025-001", null)))
                .containsExactly("Cannot start before Nov 10");

        floor.at("11+08:00");
        accepted(new PlanCommand.StartOrder("MO-2025-001", null));

        assertThat(state().status()).isEqualTo(OrderState.Status.IN_PROGRESS);
        Job job = onlyJob();
        assertThat(job.ticket()).isEqualTo(state().ticket()).isEqualTo("JT251110001");
        assertThat(job.serials()).hasSize(500).startsWith(new Serial("T2500001"));
        assertThat(job.order()).isEqualTo("MO-2025-001");
        assertThat(refused(new PlanCommand.StartOrder("MO-2025-001", null)))
                .containsExactly(Code.ORDER_STARTED);
    }

    @Test
    void DP_2_a_started_order_is_locked() {
        startOrder();

        assertThat(said(order(500, "TOTE-V1", NOV_10.plusDays(1), NOV_10.plusDays(15))))
                .containsExactly("Cannot modify schedule after production started");
        assertThat(refused(order(600, "TOTE-V1", NOV_10, NOV_10.plusDays(15))))
                .containsExactly(Code.QUANTITY_LOCKED);
        assertThat(refused(new PlanCommand.ScheduleOrder("MO-2025-001", NOV_10, NOV_10, null)))
                .containsExactly(Code.SCHEDULE_LOCKED);
        assertThat(refused(new PlanCommand.ChangeJob(onlyJob().ticket(), "n", 9, null, null)))
                .containsExactly(Code.JOB_LOCKED);
    }

    @Test
    void DP_2_an_order_is_done_with_its_ticket_and_a_cancelled_one_takes_its_job_along() {
        startOrder();
        String ticket = onlyJob().ticket();
        floor.accept(
                "BENCH-1",
                new Command.Complete(
                        new OperatorCode("A"), new TaskId(ticket, 1), 500, List.of(), null));
        assertThat(Orders.status(floor.server(), state())).isEqualTo(OrderState.Status.IN_PROGRESS);

        accepted(new PlanCommand.CancelOrder("MO-2025-001", "customer withdrew", null));

        assertThat(state().status()).isEqualTo(OrderState.Status.CANCELLED);
        assertThat(Orders.tasks(floor.server(), ticket))
                .extracting(task -> task.cancelled())
                .containsExactly(false, true, true, true);
        assertThat(refused(order(700, "TOTE-V1", NOV_10, NOV_10.plusDays(15))))
                .containsExactly(Code.ORDER_CANCELLED);
    }

    @Test
    void DP_2_a_site_sets_its_own_limits() {
        accepted(new PlanCommand.SetLimits(new Limits(20, 50, 0), null));

        assertThat(refused(luxury(21))).containsExactly(Code.ATELIER_TOO_LARGE);
        accepted(order(50, "TOTE-V1", NOV_10, NOV_10));
        assertThat(refused(new PlanCommand.SetLimits(new Limits(0, 50, -1), null)))
                .containsExactly(Code.LIMIT_INVALID, Code.LIMIT_INVALID);
    }

    @Test
    void DP_2_the_same_order_once_more_changes_nothing_and_does_not_undo_its_schedule() {
        accepted(complete());
        accepted(
                new PlanCommand.ScheduleOrder(
                        "MO-2025-001", NOV_10.plusDays(2), NOV_10.plusDays(15), null));

        assertThat(accepted(complete()).facts()).isEmpty();

        assertThat(state().order().scheduledStart()).isEqualTo(NOV_10.plusDays(2));
        assertThat(state().status()).isEqualTo(OrderState.Status.SCHEDULED);
    }

    @Test
    void DP_3_all_that_is_wrong_is_said_at_once() {
        assertThat(
                        said(
                                new PlanCommand.PlanOrder(
                                        "MO 1", Line.OEM, " ", null, 99, null, 0, null, NOV_10,
                                        NOV_10, null)))
                .containsExactly(
                        "The code \"MO 1\" may hold 1 to 40 letters, digits and - _ . @ only",
                        "Routing required",
                        "Customer required",
                        "Product required",
                        "OEM orders have at least 100 pieces; use the atelier line for fewer",
                        "Schedule required for OEM: scheduled start and end");
        assertThat(
                        said(
                                new PlanCommand.PlanOrder(
                                        "MO-1",
                                        Line.OEM,
                                        "ABC",
                                        "TOTE",
                                        100,
                                        null,
                                        0,
                                        NOV_10,
                                        NOV_10.minusDays(1),
                                        LocalDate.of(2025, 11, 5),
                                        null)))
                .containsExactly(
                        "The scheduled end is before the scheduled start",
                        "Due before production ends (Nov 9)",
                        "OEM orders need 7 days: due Nov 6 at the earliest");
    }

    @Test
    void DP_3_a_graph_is_one_dag_and_every_operation_has_its_mode_and_station() {
        accepted(
                new PlanCommand.SaveRouting(
                        new RoutingGraph(
                                "BAD",
                                "Bad",
                                List.of(
                                        new Operation(1, "Cut", null, "cutting", null, 0),
                                        new Operation(2, " ", ProcessMode.BATCH, " ", null, 0),
                                        new Operation(
                                                3, "Sew", ProcessMode.PIECE, "sewing", null, 0),
                                        new Operation(
                                                4, "Pack", ProcessMode.PIECE, "packing", null, 0)),
                                List.of(
                                        new Job.Edge(1, 2),
                                        new Job.Edge(2, 3),
                                        new Job.Edge(3, 1))),
                        null));

        assertThat(said(new PlanCommand.PublishRouting("BAD", null)))
                .containsExactly(
                        "Operation 1 needs a process mode: piece or batch",
                        "Operation 2 needs a name",
                        "Operation 2 needs a station type",
                        "The routing goes in a circle: 1 → 2 → 3 → 1",
                        "Operation 4 is joined to nothing");
        assertThat(floor.server().planning().newest("BAD")).isEmpty();
    }

    @Test
    void DP_3_a_graph_in_two_parts_or_with_an_arrow_to_nowhere_is_refused() {
        List<Operation> four = tote().operations();
        accepted(
                new PlanCommand.SaveRouting(
                        new RoutingGraph(
                                "TWO",
                                "Two",
                                four,
                                List.of(new Job.Edge(1, 2), new Job.Edge(3, 4))),
                        null));
        accepted(
                new PlanCommand.SaveRouting(
                        new RoutingGraph("AWAY", "Away", four, List.of(new Job.Edge(1, 9))), null));

        assertThat(refused(new PlanCommand.PublishRouting("TWO", null)))
                .containsExactly(Code.ROUTING_SPLIT);
        assertThat(refused(new PlanCommand.PublishRouting("AWAY", null)))
                .containsExactly(Code.EDGE_NOWHERE);
    }

    @Test
    void DP_2_a_published_version_never_changes() {
        accepted(luxury(3));
        RoutingGraph other =
                new RoutingGraph("TOTE-V1", "TOTE", tote().operations().subList(0, 1), List.of());
        publish(other);
        floor.plan(new PlanFact.RoutingPublished(other, 1));

        assertThat(
                        floor.server()
                                .planning()
                                .published()
                                .get(new RoutingVersion("TOTE-V1", 1))
                                .value())
                .isEqualTo(tote());
        assertThat(floor.server().planning().newest("TOTE-V1"))
                .contains(new RoutingVersion("TOTE-V1", 2));
        assertThat(onlyJob().tasks()).hasSize(4);
    }

    @Test
    void DP_3_what_was_decided_on_an_old_version_is_refused_with_what_changed() {
        accepted(complete());
        EventId seen = state().version();
        accepted(
                new PlanCommand.ScheduleOrder(
                        "MO-2025-001", NOV_10.plusDays(2), NOV_10.plusDays(15), new Sight(seen)));

        List<PlanRefusal> stale =
                refusals(new PlanCommand.CancelOrder("MO-2025-001", "no", new Sight(seen)));

        assertThat(stale).hasSize(1);
        assertThat(stale.getFirst().changes())
                .containsExactly(
                        new PlanRefusal.Change("status", "PLANNED", "SCHEDULED"),
                        new PlanRefusal.Change("scheduledStart", "2025-11-10", "2025-11-12"));
        assertThat(WORDS.say(stale.getFirst()))
                .isEqualTo(
                        "MO-2025-001 was changed on 30 Oct 07:00; look at it again."
                                + " Status: was planned, is scheduled."
                                + " Scheduled start: was Nov 10, is Nov 12.");
    }

    @Test
    void DP_3_what_was_begun_as_new_overwrites_nothing_that_came_meanwhile() {
        RoutingGraph theirs = floor.server().planning().drafts().get("TOTE-V1").value();
        RoutingGraph mine = new RoutingGraph("TOTE-V1", "Mine", List.of(), List.of());

        List<PlanRefusal> stale = refusals(new PlanCommand.SaveRouting(mine, new Sight(null)));

        assertThat(WORDS.say(stale.getFirst()))
                .contains("look at it again", "Name: was nothing, is " + theirs.name());
        assertThat(floor.server().planning().drafts().get("TOTE-V1").value()).isEqualTo(theirs);
        assertThat(
                        refused(
                                new PlanCommand.DefineProduct(
                                        new Product("TOTE", "Mine", null, null, null, null),
                                        new Sight(null))))
                .containsExactly(Code.STALE);
    }

    @Test
    void DP_4_serials_go_on_where_the_products_last_piece_stands() {
        accepted(new PlanCommand.CreateAndStart("One", 3, null, null, null, "TOTE"));
        accepted(new PlanCommand.CreateAndStart("Two", 2, null, null, null, "TOTE"));

        assertThat(floor.server().jobs())
                .flatExtracting(Job::serials)
                .extracting(Serial::value)
                .containsExactly("T2500001", "T2500002", "T2500003", "T2500004", "T2500005");
    }

    @Test
    void DP_4_the_queue_follows_the_pieces_one_by_one() {
        String ticket = accepted(luxury(4)).code();
        accepted(
                new PlanCommand.Assign(
                        new TaskId(ticket, 2),
                        List.of(
                                new Share(new OperatorCode("A"), 1),
                                new Share(new OperatorCode("B"), 3)),
                        null));
        floor.complete("BENCH-1", "C", 1, 2);

        WorkQueue.Card mine = sewing("A");
        WorkQueue.Card hers = sewing("B");

        assertThat(mine.serials()).containsExactly(new Serial(ticket + "-001"));
        assertThat(hers.serials()).containsExactly(new Serial(ticket + "-002"));
        floor.start("BENCH-2", "B", 2);
        assertThat(sewing("A").others()).containsExactly(new OperatorCode("B"));
    }

    private WorkQueue.Card sewing(String operator) {
        return queue(operator).stream()
                .filter(card -> card.operation().equals("Sew"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void DP_5_work_goes_to_whoever_has_least_before_them_and_has_learnt_it() {
        floor.plan(
                new PlanFact.StationRegistered(
                        new Station(new StationCode("SEW-1"), SecondStartPolicy.SWITCH)
                                .equippedFor("saddlery")));
        RoutingGraph graph =
                new RoutingGraph(
                        "SADDLE",
                        "Saddle",
                        List.of(
                                new Operation(
                                        1, "Stitch", ProcessMode.PIECE, "saddlery", "saddle", 30)),
                        List.of());
        publish(graph);
        accepted(
                new PlanCommand.GiveSkills(
                        new OperatorCode("A"), new TreeSet<>(List.of("saddle")), null));
        accepted(
                new PlanCommand.GiveSkills(
                        new OperatorCode("C"), new TreeSet<>(List.of("saddle", "cut")), null));
        String first =
                accepted(new PlanCommand.CreateAndStart("One", 1, "SADDLE", null, null, null))
                        .code();
        String second =
                accepted(new PlanCommand.CreateAndStart("Two", 3, "SADDLE", null, null, null))
                        .code();

        assertThat(floor.server().planning().sharesOf(new TaskId(first, 1)))
                .containsExactly(new Share(new OperatorCode("A"), 1));
        assertThat(floor.server().planning().sharesOf(new TaskId(second, 1)))
                .containsExactly(
                        new Share(new OperatorCode("A"), 1), new Share(new OperatorCode("C"), 2));
        assertThat(
                        refused(
                                new PlanCommand.Assign(
                                        new TaskId(second, 1),
                                        List.of(new Share(new OperatorCode("B"), 4)),
                                        null)))
                .containsExactly(Code.SKILL_MISSING, Code.SHARES_EXCEED);
        assertThat(Load.all(floor.server()))
                .filteredOn(load -> load.minutes() > 0)
                .containsExactly(
                        new Load(new OperatorCode("A"), 2, 60, 2),
                        new Load(new OperatorCode("C"), 2, 60, 1));
    }

    @Test
    void DP_5_a_person_says_who_does_it_and_the_load_follows() {
        String ticket = accepted(luxury(8)).code();
        accepted(
                new PlanCommand.Assign(
                        new TaskId(ticket, 1), List.of(new Share(new OperatorCode("D"), 8)), null));

        assertThat(queue("D").getFirst().ready()).isEqualTo(8);
        assertThat(queue("A")).isEmpty();
        floor.complete("BENCH-1", "D", 1, 8);
        assertThat(queue("D")).noneMatch(card -> card.operation().equals("Cut"));
    }

    @Test
    void DP_6_an_oem_card_bears_its_order_and_the_same_is_known_at_the_bench() {
        startOrder();

        List<WorkQueue.Card> cards =
                WorkQueue.of(floor.replica("BENCH-1"), new OperatorCode("A"), "cutting");

        assertThat(cards).hasSize(1);
        WorkQueue.Card card = cards.getFirst();
        assertThat(card.line()).isEqualTo(Line.OEM);
        assertThat(card.order()).isEqualTo("MO-2025-001");
        assertThat(card.due()).isEqualTo(LocalDate.of(2025, 11, 30));
        assertThat(card.ready()).isEqualTo(125);
        assertThat(card.serials()).hasSize(WorkQueue.SERIALS_MAX);
    }

    @Test
    void EV_3_what_the_office_says_counts_only_from_the_office() {
        floor.force(
                "BENCH-1",
                "A",
                new PlanFact.OrderPlanned(
                        new ManufacturingOrder(
                                "MO-9", Line.OEM, null, null, 1, null, null, null, null)));
        floor.force("BENCH-1", "A", new PlanFact.LimitsSet(new Limits(1, 1, 1)));

        assertThat(floor.server().planning().order("MO-9")).isEmpty();
        assertThat(floor.server().planning().limitsInForce()).isEqualTo(Limits.USUAL);
    }

    @Test
    void DP_3_every_refusal_has_its_words_in_every_language() {
        for (String language : PlanWords.LANGUAGES) {
            PlanWords words = PlanWords.in(Locale.forLanguageTag(language), ZoneOffset.UTC);
            for (Code code : Code.values()) {
                PlanRefusal refusal =
                        new PlanRefusal(
                                code,
                                null,
                                List.of("BAG", "S", "2025-10-30T00:00:00Z"),
                                List.of(new PlanRefusal.Change("status", "", "PLANNED")));
                String said = words.say(refusal);
                assertThat(said).as("%s in %s", code, language).isNotBlank();
                if (!language.equals("en")) {
                    assertThat(said)
                            .as("%s in %s", code, language)
                            .isNotEqualTo(WORDS.say(refusal));
                }
            }
        }
    }

    @Test
    void DP_2_gtins_and_serial_patterns_are_checked() {
        assertThat(
                        refused(
                                new PlanCommand.DefineProduct(
                                        new Product("X", "", "9506000134353", "no number", "NONE"),
                                        null)))
                .containsExactly(
                        Code.NAME_REQUIRED,
                        Code.GTIN_INVALID,
                        Code.SERIAL_PATTERN,
                        Code.ROUTING_NOT_PUBLISHED);
        assertThat(floor.server().planning().products().get("TOTE").value().gtin())
                .isEqualTo("09506000134352");
    }
}
