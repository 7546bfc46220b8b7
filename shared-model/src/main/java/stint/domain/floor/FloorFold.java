package stint.domain.floor;

import stint.domain.event.Event;
import stint.domain.work.Floor;
import stint.domain.work.FloorView;

/** placeholder */
public abstract class FloorFold implements Floor {
    public abstract boolean apply(Event event);
    public abstract FloorView view();
}
