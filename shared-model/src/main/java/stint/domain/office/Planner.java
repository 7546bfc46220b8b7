package stint.domain.office;

import stint.domain.event.TimeReading;
import stint.domain.work.Floor;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Says yes or no to what the office asks for, from what is known (DP-1 to DP-5). Pure. */
public final class Planner {

    private Planner() {}

    /**
     * Decides.
     *
     * @param floor what is known
     * @param now the clocks of whoever decides; today is the day of their zone
     */
    public static PlanDecision decide(Floor floor, PlanCommand command, TimeReading now) {
        LocalDate today = today(now);
        Seen seen = new Seen(floor);
        return switch (command) {
            case PlanCommand.SaveRouting save -> new RoutingDesk(floor, seen).save(save);
            case PlanCommand.PublishRouting publish ->
                    new RoutingDesk(floor, seen).publish(publish);
            case PlanCommand.DefineProduct define -> new MasterDesk(floor, seen).define(define);
            case PlanCommand.GiveSkills give -> new MasterDesk(floor, seen).give(give);
            case PlanCommand.SetLimits set -> new MasterDesk(floor, seen).set(set);
            case PlanCommand.SavePerson save -> new FloorDesk(floor, seen).save(save);
            case PlanCommand.SaveStation save -> new FloorDesk(floor, seen).save(save);
            case PlanCommand.DefineReason define -> new FloorDesk(floor, seen).define(define);
            case PlanCommand.CreateAndStart create ->
                    new JobDesk(floor, seen, today).create(create);
            case PlanCommand.ChangeJob change -> new JobDesk(floor, seen, today).change(change);
            case PlanCommand.CancelJob cancel -> new JobDesk(floor, seen, today).cancel(cancel);
            case PlanCommand.PlanOrder plan -> new OrderDesk(floor, seen, today).plan(plan);
            case PlanCommand.ScheduleOrder schedule ->
                    new OrderDesk(floor, seen, today).schedule(schedule);
            case PlanCommand.StartOrder start -> new OrderDesk(floor, seen, today).start(start);
            case PlanCommand.CancelOrder cancel -> new OrderDesk(floor, seen, today).cancel(cancel);
            case PlanCommand.Assign assign -> new AssignmentDesk(floor, seen).assign(assign);
            case PlanCommand.AssignByLoad assign -> new AssignmentDesk(floor, seen).byLoad(assign);
        };
    }

    /** The day it is where the clocks are. */
    public static LocalDate today(TimeReading now) {
        return LocalDate.ofInstant(
                now.time(), ZoneOffset.ofTotalSeconds(now.zoneOffsetMinutes() * 60));
    }
}
