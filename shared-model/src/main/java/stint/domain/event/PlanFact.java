package stint.domain.event;

import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.Operator;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.Share;
import stint.domain.plan.Station;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the office made known to the floor. Written to the server's own log, it reaches the benches
 * by the same feed as all else, so that master data needs no second way of syncing.
 */
public sealed interface PlanFact extends Fact
        permits PlanFact.OperatorRegistered,
                PlanFact.StationRegistered,
                PlanFact.ReasonDefined,
                PlanFact.PublicNameConsented,
                PlanFact.PublicNameWithdrawn,
                PlanFact.JobReleased,
                PlanFact.TaskCancelled,
                PlanFact.OfOffice,
                SopFact,
                TrustFact {

    /** An operator was added or changed; the newest by canonical order holds. */
    record OperatorRegistered(Operator registered) implements PlanFact {}

    /** A station was added or changed. */
    record StationRegistered(Station station) implements PlanFact {}

    /** A reason was added or changed (ST-4). */
    record ReasonDefined(Reason reason) implements PlanFact {}

    /**
     * A person agreed that customers may read this name of theirs, until they withdraw it (TR-1).
     *
     * @param operator who
     * @param publicName the name they chose
     * @param by who wrote it down: they themselves, or an administrator who has it on paper
     */
    record PublicNameConsented(OperatorCode operator, String publicName, String by)
            implements PlanFact {

        /** The longest name that is kept. */
        public static final int LENGTH_MAX = 60;

        /**
         * @throws IllegalArgumentException when the name is blank or too long
         */
        public PublicNameConsented {
            if (publicName.isBlank() || publicName.length() > LENGTH_MAX) {
                throw new IllegalArgumentException(
                        "a public name has 1 to " + LENGTH_MAX + " characters");
            }
        }
    }

    /** A person's name is no longer for customers, whatever was agreed before (TR-1). */
    record PublicNameWithdrawn(OperatorCode operator, String by) implements PlanFact {}

    /**
     * A job ticket with its tasks was released to the floor; a second release of the ticket
     * replaces the first.
     */
    record JobReleased(Job job) implements PlanFact {}

    /**
     * A task was cancelled; its open sessions with it (OS-7).
     *
     * @param reason why
     */
    record TaskCancelled(TaskId task, String reason) implements PlanFact {}

    /** What only the office says: from a bench's log it counts for nothing. */
    sealed interface OfOffice extends PlanFact
            permits RoutingDrafted,
                    RoutingPublished,
                    ProductDefined,
                    SkillsGiven,
                    LimitsSet,
                    TaskAssigned,
                    JobRequested,
                    OfOrder {}

    /** A graph was drawn, or drawn anew; it is worked by only once it is published. */
    record RoutingDrafted(RoutingGraph graph) implements OfOffice {}

    /**
     * A graph was published: this version holds for ever, a second one of its number changes
     * nothing.
     *
     * @param version from 1
     */
    record RoutingPublished(RoutingGraph graph, int version) implements OfOffice {}

    /** A product was added or changed. */
    record ProductDefined(Product product) implements OfOffice {}

    /** What somebody has learnt; all of it. */
    record SkillsGiven(OperatorCode to, SortedSet<String> skills) implements OfOffice {

        /** Copies the skills. */
        public SkillsGiven {
            skills = Collections.unmodifiableSortedSet(new TreeSet<>(skills));
        }
    }

    /**
     * A request made a job; the same request again makes no second one (DP-1). Of two jobs for one
     * request the first counts.
     *
     * @param ticket the job
     * @param request names the request, and whose it was
     */
    record JobRequested(String ticket, String request) implements OfOffice {}

    /** What the site asks of jobs and orders (DP-2). */
    record LimitsSet(Limits limits) implements OfOffice {}

    /**
     * Who is to do what of a task (DP-5); it replaces what was said before.
     *
     * @param shares one after the other, in the order of the job's pieces
     * @param automatic whether it was reckoned from the load; else a person chose
     */
    record TaskAssigned(TaskId task, List<Share> shares, boolean automatic) implements OfOffice {

        /** Copies the shares. */
        public TaskAssigned {
            shares = List.copyOf(shares);
        }
    }

    /** About one manufacturing order (DP-2). */
    sealed interface OfOrder extends OfOffice {

        /** Its code. */
        String code();
    }

    /** An order was made, or changed before production started. */
    record OrderPlanned(ManufacturingOrder order) implements OfOrder {

        @Override
        public String code() {
            return order.code();
        }
    }

    /** An order's dates are promised. */
    record OrderScheduled(String code, LocalDate start, LocalDate end) implements OfOrder {}

    /**
     * Production of an order has started.
     *
     * @param ticket its job
     */
    record OrderStarted(String code, String ticket) implements OfOrder {}

    /**
     * An order is not wanted any more.
     *
     * @param reason why
     */
    record OrderCancelled(String code, String reason) implements OfOrder {}
}
