package stint.installer.demo;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import stint.domain.event.OperatorCode;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.installer.Screens;
import stint.installer.scenario.Scenario;

import java.util.Objects;

/**
 * Signs the day's planner in at the desk, and again after the server was gone, which forgets who
 * was signed in. As soon as a visitor touches the window, it is theirs.
 */
final class DeskHost {

    private final Show show;
    private final OperatorCode planner;
    private final String pin;

    private volatile boolean visited;

    private DeskHost(Show show, OperatorCode planner, String pin) {
        this.show = show;
        this.planner = planner;
        this.pin = pin;
    }

    /** A host who has signed the planner in. Any thread but the FX thread. */
    static DeskHost at(Show show, Scenario day) {
        OperatorCode planner =
                day.operators().stream()
                        .filter(operator -> operator.role() == Role.PLANNER)
                        .map(Operator::code)
                        .findFirst()
                        .orElseThrow();
        DeskHost host =
                new DeskHost(show, planner, Objects.requireNonNull(day.pins().get(planner)));
        Screens.onFx(() -> {
            show.desk().addEventFilter(MouseEvent.MOUSE_PRESSED, event -> host.visited = true);
            show.desk().addEventFilter(KeyEvent.KEY_PRESSED, event -> host.visited = true);
            return true;
        });
        host.look();
        return host;
    }

    /** Signs in where nobody is. Any thread but the FX thread. */
    void look() {
        if (!visited) {
            show.signInAtDesk(planner, pin);
        }
    }
}
