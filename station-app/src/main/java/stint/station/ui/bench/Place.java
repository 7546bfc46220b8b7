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

    /** At the list of what there is to do. */
    record Queue(Operator operator) implements Inside {}

    /** At one task. */
    record Work(Operator operator, TaskId task) implements Inside {}
}
