package stint.station.ui.bench;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import stint.domain.work.Command;
import stint.station.core.Outcome;
import stint.station.core.StationCore;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One screen's way to record: a tap and its double are one event (EV-2), since they have one
 * number, and the number is renewed only when the outcome is known. On the FX thread only.
 */
public final class CommandSlot {

    private final StationCore core;
    private final Executor ui;
    private final UnderWay underWay;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private long number;

    CommandSlot(StationCore core, Executor ui, UnderWay underWay) {
        this.core = core;
        this.ui = ui;
        this.underWay = underWay;
        this.number = core.newCommand();
    }

    /** Whether an outcome is awaited; buttons show it and take no further tap. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Records a command, unless one is under way: then nothing happens.
     *
     * @param then gets the outcome, on the FX thread
     */
    public void submit(Command command, Consumer<Outcome> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        underWay.begin();
        core.submit(number, command)
                .thenAcceptAsync(
                        outcome -> {
                            number = core.newCommand();
                            busy.set(false);
                            then.accept(outcome);
                            underWay.end();
                        },
                        ui);
    }
}
