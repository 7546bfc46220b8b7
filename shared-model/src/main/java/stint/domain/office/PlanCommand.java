package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Limits;
import stint.domain.plan.Line;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Share;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What a planner or supervisor asks for. Values are as entered; {@link Planner} judges them.
 *
 * <p>{@code seen} is what whoever asks had before their eyes: if it is another one by now, or if
 * there is one where they saw none, they are told what changed. Absent for a program that means
 * what it says whatever was there.
 */
public sealed interface PlanCommand {

    /** Draw a graph, or draw it anew. */
    record SaveRouting(RoutingGraph graph, @Nullable Sight seen) implements PlanCommand {}

    /** Publish what is drawn as the graph's next version. */
    record PublishRouting(String code, @Nullable Sight seen) implements PlanCommand {}

    /** Add or change a product. */
    record DefineProduct(Product product, @Nullable Sight seen) implements PlanCommand {}

    /** Say what somebody has learnt. */
    record GiveSkills(OperatorCode to, SortedSet<String> skills, @Nullable Sight seen)
            implements PlanCommand {}

    /** Set what the site asks of jobs and orders (DP-2). */
    record SetLimits(Limits limits, @Nullable Sight seen) implements PlanCommand {}

    /**
     * Make somebody known, or change who they are; a PIN is no part of it.
     *
     * @param code the worker code
     * @param language a BCP 47 tag
     * @param active whether they work here
     * @param byAdmin whether an administrator asks: nobody else says who is more than an operator
     */
    record SavePerson(
            String code,
            String name,
            String language,
            Role role,
            boolean active,
            boolean byAdmin,
            @Nullable Sight seen)
            implements PlanCommand {}

    /**
     * Make a station known, or change what it is (ST-1).
     *
     * @param bench the bench PC that serves it; absent where it is one itself
     * @param type what it is equipped for; absent for any work
     * @param area the part of the floor; absent for none
     * @param operators who may use it; empty for everybody
     * @param line the line of jobs that are begun here by number; absent where none are
     * @param task what their one task is called; absent where none are
     */
    record SaveStation(
            String code,
            SecondStartPolicy secondStart,
            @Nullable String bench,
            @Nullable String type,
            @Nullable String area,
            List<String> operators,
            @Nullable Line line,
            @Nullable String task,
            @Nullable Sight seen)
            implements PlanCommand {

        /** Copies the operators. */
        public SaveStation {
            operators = List.copyOf(operators);
        }
    }

    /** Add or change a reason (ST-4); a label that is blank is none. */
    record DefineReason(Reason reason, @Nullable Sight seen) implements PlanCommand {}

    /**
     * Create and start an atelier job (DP-1).
     *
     * @param name what people will call it
     * @param quantity pieces
     * @param routing the graph; its newest published version is taken
     * @param order a manufacturing order it is for
     * @param due when it is due
     * @param product what is made
     * @param request names the request and whose it is: sent twice, it makes one job; absent where
     *     each makes one
     */
    record CreateAndStart(
            String name,
            int quantity,
            @Nullable String routing,
            @Nullable String order,
            @Nullable LocalDate due,
            @Nullable String product,
            @Nullable String request)
            implements PlanCommand {

        /** A request without a name. */
        public CreateAndStart(
                String name,
                int quantity,
                @Nullable String routing,
                @Nullable String order,
                @Nullable LocalDate due,
                @Nullable String product) {
            this(name, quantity, routing, order, due, product, null);
        }
    }

    /** Change an atelier job while it is in production (DP-1). */
    record ChangeJob(
            String ticket, String name, int quantity, @Nullable LocalDate due, @Nullable Sight seen)
            implements PlanCommand {}

    /** Cancel what is left of a job (OS-7). */
    record CancelJob(String ticket, String reason, @Nullable Sight seen) implements PlanCommand {}

    /**
     * Make a manufacturing order, or change it before production starts (DP-2). The same order once
     * more changes nothing.
     *
     * @param version the version of the routing; 0 for the newest published one
     */
    record PlanOrder(
            String code,
            Line line,
            @Nullable String customer,
            @Nullable String product,
            int quantity,
            @Nullable String routing,
            int version,
            @Nullable LocalDate scheduledStart,
            @Nullable LocalDate scheduledEnd,
            @Nullable LocalDate due,
            @Nullable Sight seen)
            implements PlanCommand {}

    /**
     * Promise an order's dates (DP-2).
     *
     * @param start absent for the one planned
     * @param end absent for the one planned
     */
    record ScheduleOrder(
            String code, @Nullable LocalDate start, @Nullable LocalDate end, @Nullable Sight seen)
            implements PlanCommand {}

    /** Start an order's production (DP-2). */
    record StartOrder(String code, @Nullable Sight seen) implements PlanCommand {}

    /** Cancel an order, and what is left of its job. */
    record CancelOrder(String code, String reason, @Nullable Sight seen) implements PlanCommand {}

    /** Say who does what of a task (DP-5). */
    record Assign(TaskId task, List<Share> shares, @Nullable Sight seen) implements PlanCommand {

        /** Copies the shares. */
        public Assign {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Share out by load and skill what is left of a job's open tasks (DP-5).
     *
     * @param seen the version of the job
     * @param shares the versions of its tasks' shares that were seen, each task that had any;
     *     absent for whatever is there
     * @param byHand whether also those tasks that a person shared out; else they stay
     */
    record AssignByLoad(
            String ticket,
            @Nullable Sight seen,
            @Nullable Map<TaskId, EventId> shares,
            boolean byHand)
            implements PlanCommand {

        /** Copies the versions. */
        public AssignByLoad {
            shares = shares == null ? null : Map.copyOf(shares);
        }

        /** Whatever is there, but for what a person said. */
        public AssignByLoad(String ticket) {
            this(ticket, null, null, false);
        }
    }
}
