package stint.station.ui.bench;

import org.jspecify.annotations.Nullable;

import stint.domain.event.ChecklistKind;
import stint.domain.event.EventId;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;

/** Where the kiosk is; there is nowhere else. */
public sealed interface Place {

    /** Nobody is logged in. */
    record Login() implements Place {}

    /** Somebody is. */
    sealed interface Inside extends Place {

        /** Who. */
        Operator operator();
    }

    /**
     * At the list of what there is to do.
     *
     * @param search what it is narrowed down to; empty for all
     */
    record Queue(Operator operator, String search) implements Inside {}

    /** At what they did today. */
    record Day(Operator operator) implements Inside {}

    /** At what they did before. */
    record Past(Operator operator) implements Inside {}

    /**
     * At what may be begun step by step, and what was (SOP-1, SOP-3).
     *
     * @param task the task it is to guide; absent for none in particular
     */
    record Runs(Operator operator, @Nullable TaskId task) implements Inside {}

    /**
     * At one run of an SOP (SOP-2).
     *
     * @param run by the event that started it
     * @param task the task to go back to; absent for the list
     */
    record Run(Operator operator, EventId run, @Nullable TaskId task) implements Inside {}

    /** At one task. */
    record Work(Operator operator, TaskId task) implements Inside {}

    /** Before the stations that the bench serves: at which do they sit down? (ST-1) */
    record Stations(Operator operator) implements Inside {}

    /**
     * At the station's checklist (ST-2).
     *
     * @param farewell what is said to them when they are out; empty on the way in
     */
    record AtChecklist(Operator operator, ChecklistKind kind, String farewell) implements Inside {}

    /** At what the station does and did since they sat down (ST-3, ST-7). */
    record AtStation(Operator operator) implements Inside {}
}
