package stint.station.ui;

import stint.domain.event.StationStatus;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Cover;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Place;
import stint.station.ui.bench.Problem;
import stint.station.ui.kit.InputTaker;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.ScreenModel;

import java.util.function.Supplier;

/**
 * What is typed and scanned, whatever is on top: orders that hold everywhere are carried out here,
 * the rest goes to the screen. A panel that is being wiped takes nothing; one that is idle wakes,
 * and a scan that woke it counts. On the FX thread only.
 */
final class FrameInput implements InputTaker {

    private final Bench bench;
    private final Supplier<ScreenModel> onTop;

    FrameInput(Bench bench, Supplier<ScreenModel> onTop) {
        this.bench = bench;
        this.onTop = onTop;
    }

    /** A touch where nothing else takes it. */
    void touched() {
        if (bench.cover().get().orElse(null) instanceof Cover.Idle) {
            bench.wake();
        }
    }

    private boolean deaf() {
        touched();
        return bench.cover().get().isPresent();
    }

    @Override
    public void scanned(String code) {
        if (deaf()) {
            return;
        }
        Order.of(code)
                .ifPresentOrElse(
                        order -> {
                            if (!carriedOut(order)) {
                                String words = bench.texts().text("order.not.here");
                                bench.say(new Problem(words, "ORDER_NOT_HERE"));
                            }
                        },
                        () -> named(code));
    }

    /** A badge of somebody else, from wherever, is a change of hands; the rest is the screen's. */
    private void named(String code) {
        if (bench.dialog().get().orElse(null) instanceof Dialog.Unfinished) {
            bench.dismiss(); // A ticket in the hand is an answer, too.
        }
        boolean another =
                bench.dialog().get().isEmpty()
                        && bench.place().get() instanceof Place.Inside inside
                        && !inside.operator().code().value().equals(code)
                        && bench.named(code).isPresent()
                        && !onTop.get().means(code);
        if (another) {
            bench.logout();
        }
        onTop.get().scanned(code);
    }

    @Override
    public void pressed(Order order) {
        if (!deaf()) {
            // A key pressed in vain is no more than that.
            carriedOut(order);
        }
    }

    private boolean carriedOut(Order order) {
        return everywhere(order) || onTop.get().ordered(order);
    }

    private boolean everywhere(Order order) {
        if (bench.dialog().get().isPresent()
                || !(bench.place().get() instanceof Place.Inside inside)) {
            return false;
        }
        switch (order) {
            case Order.Act.UNDO -> bench.undo();
            case Order.Act.SHIFT -> bench.ask(new Dialog.EndShift(inside.operator()));
            case Order.Act.LOGOUT -> bench.logout();
            case Order.Act.STATION -> bench.toStation(inside.operator());
            case Order.Act.SETUP -> set(inside, StationStatus.SETUP);
            case Order.Act.PRODUCE -> set(inside, StationStatus.PRODUCTION);
            case Order.Act.STOP -> set(inside, StationStatus.STOPPED);
            case Order.Act.MAINTAIN -> set(inside, StationStatus.MAINTENANCE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void set(Place.Inside inside, StationStatus status) {
        bench.attendance().set(inside.operator(), status);
    }

    @Override
    public void typed(String characters) {
        if (!deaf()) {
            onTop.get().typed(characters);
        }
    }

    @Override
    public boolean takesBlanks() {
        return bench.cover().get().isEmpty() && onTop.get().takesBlanks();
    }

    @Override
    public void erase() {
        if (!deaf()) {
            onTop.get().erase();
        }
    }

    @Override
    public void enter() {
        if (!deaf()) {
            onTop.get().enter();
        }
    }

    @Override
    public void back() {
        if (!deaf()) {
            onTop.get().back();
        }
    }

    @Override
    public void menu() {
        if (!deaf() && bench.dialog().get().isEmpty()) {
            bench.ask(new Dialog.Service());
        }
    }
}
