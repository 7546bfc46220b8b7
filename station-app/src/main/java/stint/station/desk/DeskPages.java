package stint.station.desk;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.domain.plan.Role;
import stint.station.desk.approvals.ApprovalsPage;
import stint.station.desk.assign.AssignPage;
import stint.station.desk.exceptions.ExceptionsPage;
import stint.station.desk.jobs.JobsPage;
import stint.station.desk.master.MasterPage;
import stint.station.desk.orders.OrdersPage;
import stint.station.desk.routing.RoutingPage;
import stint.station.desk.sessions.SessionsPage;
import stint.station.desk.sop.SopPage;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The pages there are, as they stand in the list of pages, and who sees which. */
final class DeskPages {

    private static final Set<Role> ALL = Set.of(Role.SUPERVISOR, Role.PLANNER, Role.ADMIN);

    private static final Set<Role> SUPERVISING = Set.of(Role.SUPERVISOR, Role.PLANNER);

    private static final Set<Role> PLANNING = Set.of(Role.PLANNER, Role.ADMIN);

    /**
     * A page.
     *
     * @param key as its {@link DeskPage#key}
     * @param roles who sees it
     */
    record Entry(String key, Ikon icon, Set<Role> roles, Function<Desk, DeskPage> make) {}

    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry("jobs", Material2AL.ASSIGNMENT, ALL, JobsPage::new),
                    new Entry("orders", Material2MZ.RECEIPT, ALL, OrdersPage::new),
                    new Entry("routing", Material2AL.ACCOUNT_TREE, ALL, RoutingPage::new),
                    new Entry("assign", Material2AL.ASSIGNMENT_IND, SUPERVISING, AssignPage::new),
                    new Entry("exceptions", Material2MZ.REPORT_PROBLEM, ALL, ExceptionsPage::new),
                    new Entry("sessions", Material2MZ.PEOPLE, SUPERVISING, SessionsPage::new),
                    new Entry(
                            "approvals",
                            Material2MZ.VERIFIED_USER,
                            SUPERVISING,
                            ApprovalsPage::new),
                    new Entry("sop", Material2AL.LIST_ALT, PLANNING, SopPage::new),
                    new Entry("master", Material2MZ.TUNE, ALL, MasterPage::new));

    private DeskPages() {}

    /** What somebody with a role sees. */
    static List<Entry> of(Role role) {
        return ENTRIES.stream().filter(entry -> entry.roles().contains(role)).toList();
    }
}
