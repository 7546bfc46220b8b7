package stint.station.ui.bench;

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

    /** At one task. */
    record Work(Operator operator, TaskId task) implements Inside {}
}
