package stint.installer.demo;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

import stint.clock.SystemClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.installer.Screens;
import stint.station.board.BoardOptions;
import stint.station.board.BoardWindow;
import stint.station.desk.DeskOptions;
import stint.station.desk.DeskWindow;
import stint.station.ui.Kiosk;
import stint.station.ui.KioskOptions;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The demo's windows: a kiosk for each of two benches, the board and the planner's desk. Any thread
 * but the FX thread.
 */
final class Show implements AutoCloseable {

    private static final double KIOSK_WIDTH = 1280;
    private static final double KIOSK_HEIGHT = 800;
    private static final double DPI = 96;
    private static final Duration PAGE = Duration.ofSeconds(8);

    private final Map<StationCode, Scene> kiosks = new LinkedHashMap<>();
    private final List<Kiosk> open = new ArrayList<>();
    private final Scene board;
    private final BoardWindow wall;
    private final Scene desk;
    private final DeskWindow office;

    private Show(Stage board, BoardWindow wall, Stage desk, DeskWindow office) {
        this.board = board.getScene();
        this.wall = wall;
        this.desk = desk.getScene();
        this.office = office;
    }

    /**
     * Opens the windows.
     *
     * @param benches who gets a kiosk, in order
     * @param inMemory whether nobody sees them: then each has its full size
     */
    static Show open(DemoFloor floor, List<StationCode> benches, boolean inMemory) {
        return Screens.onFx(() -> {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            Stage wall = new Stage();
            Stage office = new Stage();
            if (!inMemory) {
                place(wall, screen, 0, 0);
                place(office, screen, 1, 1);
            }
            BoardWindow board = BoardWindow.show(wall, boardOptions(floor));
            DeskWindow desk = DeskWindow.show(office, deskOptions(floor));
            Show show = new Show(wall, board, office, desk);
            for (int index = 0; index < benches.size(); index++) {
                show.openKiosk(floor, benches.get(index), index, screen, inMemory);
            }
            return show;
        });
    }

    private static BoardOptions boardOptions(DemoFloor floor) {
        return new BoardOptions(
                floor.boardLink(), Locale.ENGLISH, ZoneId.systemDefault(), false, PAGE);
    }

    private static DeskOptions deskOptions(DemoFloor floor) {
        return new DeskOptions(floor.boardLink(), Locale.ENGLISH, ZoneId.systemDefault(), true);
    }

    /** The first kiosk is right of the board, the second below it; the fourth is the desk. */
    private void openKiosk(
            DemoFloor floor, StationCode bench, int index, Rectangle2D screen, boolean inMemory) {
        Stage stage = new Stage();
        double dpi = DPI;
        if (inMemory) {
            stage.setWidth(KIOSK_WIDTH);
            stage.setHeight(KIOSK_HEIGHT);
        } else {
            place(stage, screen, index == 0 ? 1 : 0, index == 0 ? 0 : 1);
            dpi *=
                    Math.min(
                            screen.getWidth() / 2 / KIOSK_WIDTH,
                            screen.getHeight() / 2 / KIOSK_HEIGHT);
        }
        var options =
                new KioskOptions(
                        Locale.ENGLISH, ZoneId.systemDefault(), false, dpi, new SystemClocks());
        open.add(Kiosk.show(stage, floor.core(bench), options));
        kiosks.put(bench, stage.getScene());
    }

    private static void place(Stage stage, Rectangle2D screen, int column, int row) {
        double width = screen.getWidth() / 2;
        double height = screen.getHeight() / 2;
        stage.setX(screen.getMinX() + column * width);
        stage.setY(screen.getMinY() + row * height);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    Scene kiosk(StationCode bench) {
        return Objects.requireNonNull(kiosks.get(bench), bench.value());
    }

    Scene desk() {
        return desk;
    }

    /** Signs somebody in at the desk, where nobody is. */
    void signInAtDesk(OperatorCode who, String pin) {
        Screens.onFx(() -> {
            office.signIn(who.value(), pin);
            return true;
        });
    }

    Scene board() {
        return board;
    }

    @Override
    public void close() {
        open.forEach(Kiosk::close);
        wall.close();
        Screens.onFx(() -> {
            office.close();
            return true;
        });
    }
}
