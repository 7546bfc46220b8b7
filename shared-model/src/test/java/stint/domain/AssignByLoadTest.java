package stint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.office.Load;
import stint.domain.office.PlanCommand;
import stint.domain.office.PlanDecision;
import stint.domain.office.PlanRefusal;
import stint.domain.office.Sight;
import stint.domain.plan.Operation;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.Share;
import stint.domain.work.Command;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A job's open work shared out by load while it is made (DP-5). */
class AssignByLoadTest {

    private static final OperatorCode A = new OperatorCode("A");
    private static final OperatorCode B = new OperatorCode("B");
    private static final OperatorCode C = new OperatorCode("C");

    private TestFloor floor;

    @BeforeEach
    void open() {
        floor = TestFloor.withBenches("BENCH-1").at("07:00");
        RoutingGraph graph =
                new RoutingGraph(
                        "SADDLE",
                        "Saddle",
                        List.of(
                                new Operation(
                                        1, "Stitch", ProcessMode.BATCH, "saddlery", "saddle", 30)),
                        List.of());
        accepted(new PlanCommand.SaveRouting(graph, null));
        accepted(new PlanCommand.PublishRouting("SADDLE", null));
        learn(A);
        learn(C);
    }

    private void learn(OperatorCode who) {
        accepted(new PlanCommand.GiveSkills(who, new TreeSet<>(List.of("saddle")), null));
    }

    private PlanDecision.Accepted accepted(PlanCommand command) {
        PlanDecision decision = floor.office(command);
        assertThat(decision).isInstanceOf(PlanDecision.Accepted.class);
        return (PlanDecision.Accepted) decision;
    }

    private TaskId job(String name, int quantity) {
        String ticket =
                accepted(new PlanCommand.CreateAndStart(name, quantity, "SADDLE", null, null, null))
                        .code();
        return new TaskId(ticket, 1);
    }

    private List<Share> shares(TaskId task) {
        return floor.server().planning().sharesOf(task);
    }

    private EventId version(TaskId task) {
        return floor.server().planning().assignments().get(task).version();
    }

    private void give(TaskId task, Share... shares) {
        accepted(new PlanCommand.Assign(task, List.of(shares), new Sight(version(task))));
    }

    @Test
    void DP_5_by_load_keeps_what_a_person_assigned_unless_asked() {
        TaskId task = job("One", 4);
        give(task, new Share(C, 4));

        accepted(new PlanCommand.AssignByLoad(task.ticket()));
        assertThat(shares(task)).containsExactly(new Share(C, 4));
        accepted(new PlanCommand.AssignByLoad(task.ticket(), null, null, true));
        assertThat(shares(task)).containsExactly(new Share(A, 2), new Share(C, 2));
    }

    @Test
    void DP_5_a_hand_given_share_stays_so_when_the_quantity_changes() {
        TaskId task = job("One", 4);
        give(task, new Share(C, 4));
        accepted(new PlanCommand.ChangeJob(task.ticket(), "One", 5, null, null));
        assertThat(shares(task)).containsExactly(new Share(C, 4), new Share(A, 1));
        TaskId other = job("Two", 1);
        give(other, new Share(A, 1));

        accepted(new PlanCommand.AssignByLoad(task.ticket()));

        assertThat(shares(task)).containsExactly(new Share(C, 4), new Share(A, 1));
    }

    @Test
    void DP_5_a_jobs_own_shares_are_not_counted_twice() {
        job("One", 1);
        TaskId second = job("Two", 3);
        assertThat(shares(second)).containsExactly(new Share(A, 1), new Share(C, 2));

        PlanDecision.Accepted again = accepted(new PlanCommand.AssignByLoad(second.ticket()));

        assertThat(again.facts()).isEmpty();
        assertThat(shares(second)).containsExactly(new Share(A, 1), new Share(C, 2));
    }

    @Test
    void DP_5_only_what_is_left_is_shared_out() {
        TaskId task = job("One", 4);
        learn(B);
        floor.accept("BENCH-1", new Command.Complete(B, task, 3, List.of(), null));

        accepted(new PlanCommand.AssignByLoad(task.ticket()));

        assertThat(shares(task)).containsExactly(new Share(B, 3), new Share(A, 1));
        assertThat(Load.all(floor.server()))
                .filteredOn(load -> load.minutes() > 0)
                .containsExactly(new Load(A, 1, 30, 1));
    }

    @Test
    void DP_5_a_stale_by_load_is_refused_with_what_changed() {
        TaskId task = job("One", 4);
        EventId before = version(task);
        give(task, new Share(C, 4));

        PlanDecision stale =
                floor.office(
                        new PlanCommand.AssignByLoad(
                                task.ticket(), null, Map.of(task, before), true));
        PlanDecision nothingSeen =
                floor.office(new PlanCommand.AssignByLoad(task.ticket(), null, Map.of(), true));

        assertThat(stale).isInstanceOf(PlanDecision.Refused.class);
        PlanRefusal refusal = ((PlanDecision.Refused) stale).refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(PlanRefusal.Code.STALE);
        assertThat(refusal.changes())
                .containsExactly(new PlanRefusal.Change("shares", "A 2, C 2", "C 4"));
        assertThat(nothingSeen).isInstanceOf(PlanDecision.Refused.class);
        assertThat(shares(task)).containsExactly(new Share(C, 4));
        accepted(
                new PlanCommand.AssignByLoad(
                        task.ticket(), null, Map.of(task, version(task)), true));
        assertThat(shares(task)).containsExactly(new Share(A, 2), new Share(C, 2));
    }
}
