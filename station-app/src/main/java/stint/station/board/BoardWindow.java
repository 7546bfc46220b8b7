package stint.station.board;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import stint.board.BoardKnown;
import stint.board.BoardScreens;
import stint.board.BoardTexts;
import stint.board.Places;
import stint.wire.protocol.BoardView;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The board on the wall in a window (BD-1). It follows the server until its window is closed; the
 * one place where news hops to the FX thread. F2, or a touch on the exceptions, lets a supervisor
 * look at them (EX-2). Call it there.
 */
public final class BoardWindow implements AutoCloseable {

    private static final Duration TICK = Duration.seconds(1);

    private final BoardOptions options;
    private final InstantSource clock = InstantSource.system();
    private final BoardLook.Drawn drawn;
    private final BoardScreens screens;
    private final BoardFeed feed;
    private final DeskLine desk;
    private final LookPane look;
    private final Timeline ticks = new Timeline(new KeyFrame(TICK, event -> draw()));
    private final Instant startedAt = clock.instant();

    private BoardKnown known = BoardKnown.NOTHING;
    private Places places = Places.NONE;

    private BoardWindow(BoardOptions options) {
        this.options = options;
        this.drawn = BoardLook.draw(options.language(), options.light());
        BoardTexts texts = new BoardTexts(options.language(), options.zone());
        this.screens = new BoardScreens(texts, options.link().server(), options.filter());
        this.desk = new DeskLine(options.link());
        this.look = new LookPane(texts, this::acknowledge, this::lookAway);
        drawn.pane().cover(look);
        drawn.pane().onAlerts(this::lookCloser);
        drawn.scene().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        this.feed =
                new BoardFeed(options.link(), clock, news -> Platform.runLater(() -> take(news)));
    }

    /**
     * Shows the board on a stage and starts to follow the server. Needs no server to start with.
     *
     * @return the running board; closing it, or its window, ends it
     */
    public static BoardWindow show(Stage stage, BoardOptions options) {
        BoardWindow window = new BoardWindow(options);
        stage.setTitle("Stint board");
        stage.setScene(window.drawn.scene());
        stage.setFullScreenExitHint("");
        if (options.fullScreen()) {
            // Where no window manager runs, full screen alone is no larger than the scene.
            Rectangle2D panel = Screen.getPrimary().getBounds();
            stage.setX(panel.getMinX());
            stage.setY(panel.getMinY());
            stage.setWidth(panel.getWidth());
            stage.setHeight(panel.getHeight());
            stage.setFullScreen(true);
            window.drawn.scene().setCursor(Cursor.NONE);
        }
        stage.setOnHidden(event -> window.close());
        window.draw();
        stage.show();
        window.ticks.setCycleCount(Animation.INDEFINITE);
        window.ticks.play();
        window.feed.start();
        return window;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.F2) {
            return;
        }
        if (look.isVisible()) {
            lookAway();
        } else {
            lookCloser();
        }
        event.consume();
    }

    private void lookCloser() {
        look.open();
        drawn.scene().setCursor(Cursor.DEFAULT);
        draw();
    }

    private void lookAway() {
        look.close();
        drawn.scene().setCursor(options.fullScreen() ? Cursor.NONE : Cursor.DEFAULT);
    }

    /** What the exceptions say, newest first, as the board says it. */
    private List<LookPane.Open> open() {
        BoardView view = known.view();
        return view == null
                ? List.of()
                : view.exceptions().reversed().stream()
                        .filter(exception -> exception.key() != null)
                        .map(exception ->
                                new LookPane.Open(
                                        String.valueOf(exception.key()),
                                        screens.alert(
                                                exception, BoardScreens.task(view, exception)),
                                        exception.version()))
                        .toList();
    }

    private void acknowledge(String code, String pin, LookPane.Open exception, String note) {
        Thread.ofVirtual()
                .name("board-desk")
                .start(() -> {
                    DeskLine.Answer answer =
                            desk.acknowledge(code, pin, exception.key(), note, exception.version());
                    Platform.runLater(() -> look.answered(answer));
                });
    }

    private void take(BoardKnown news) {
        BoardView view = news.view() == null ? null : options.filter().of(news.view());
        known = new BoardKnown(view, news.heardAt(), news.live());
        if (view != null) {
            places = places.with(view.jobs(), BoardScreens.PER_PAGE);
        }
        draw();
    }

    private void draw() {
        Instant now = clock.instant();
        long turns =
                java.time.Duration.between(startedAt, now).toMillis() / options.page().toMillis();
        drawn.pane().show(screens.screen(known, places, turns, now));
        if (look.isVisible()) {
            look.show(open());
        }
    }

    /** Stops following; the window stays as it is. Any thread. */
    @Override
    public void close() {
        feed.close();
        desk.close();
        if (Platform.isFxApplicationThread()) {
            ticks.stop();
        } else {
            Platform.runLater(ticks::stop);
        }
    }
}
