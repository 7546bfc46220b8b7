package stint.installer.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.installer.Hands;
import stint.installer.Screens;
import stint.installer.Windows;
import stint.installer.scenario.Scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where nobody sees the demo's windows: logs a guest in as a person would, and keeps pictures of
 * the login, the work screen, the board and the desk. A thread of its own.
 */
final class Photographer {

    private static final Logger LOG = LoggerFactory.getLogger(Photographer.class);

    /** Parts of the day: all are at work; after lunch; the server is gone; the evening. */
    private static final double MORNING = 0.15;

    private static final double AFTERNOON = 0.68;
    private static final double SERVER_GONE = 0.85;
    private static final double EVENING = 0.99;

    private final Show show;
    private final Scenario day;
    private final TaskId work;
    private final Path directory;
    private final Duration length;
    private final CountDownLatch stop;
    private final Consumer<String> says;

    Photographer(
            Show show,
            Scenario day,
            TaskId work,
            Path directory,
            Duration length,
            CountDownLatch stop,
            Consumer<String> says) {
        this.show = show;
        this.day = day;
        this.work = work;
        this.directory = directory;
        this.length = length;
        this.stop = stop;
        this.says = says;
    }

    Thread start() {
        return Thread.ofPlatform().daemon().name("photographer").start(this::work);
    }

    private void work() {
        long begun = System.nanoTime();
        try {
            StationCode bench = day.stations().getFirst().code();
            var kiosk = show.kiosk(bench);
            Hands hands = new Hands(kiosk);
            hands.see("#login");
            Windows.picture(kiosk, directory.resolve("login.png"));
            if (!at(MORNING, begun)) {
                return;
            }
            Operator guest = guest();
            hands.login(guest.code(), Objects.requireNonNull(day.pins().get(guest.code())));
            hands.see(".card");
            Windows.picture(kiosk, directory.resolve("queue.png"));
            hands.open(work);
            hands.tap("#primary");
            hands.see("#hold");
            hands.key("5");
            Windows.picture(kiosk, directory.resolve("work.png"));
            hands.tap("#guide");
            hands.tap("#start-" + DemoGuide.CODE);
            hands.see("#where");
            Windows.picture(kiosk, directory.resolve("guided.png"));
            if (at(AFTERNOON, begun)) {
                Windows.picture(show.board(), directory.resolve("board.png"));
                Windows.picture(
                        show.kiosk(day.stations().get(1).code()), directory.resolve("bench.png"));
            }
            new Hands(show.desk()).see("#jobs");
            Windows.picture(show.desk(), directory.resolve("desk.png"));
            if (at(SERVER_GONE, begun)) {
                Windows.picture(show.board(), directory.resolve("board-server-gone.png"));
            }
            if (at(EVENING, begun)) {
                Windows.picture(show.board(), directory.resolve("board-evening.png"));
            }
            says.accept(
                    "Pictures of the login, the work screen, the board and the desk are in "
                            + directory
                            + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Screens.GoneException e) {
            LOG.debug("The demo ends before all pictures are made", e);
        } catch (IOException | RuntimeException e) {
            LOG.error("pictures failed", e);
            says.accept("The pictures could not be made: " + e.getMessage());
        }
    }

    /** Waits for a part of the day; false when the demo ends before. */
    private boolean at(double part, long begun) throws InterruptedException {
        long due = begun + (long) (part * length.toNanos());
        return !stop.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** The guest speaks English, as most readers of a picture do. */
    private Operator guest() {
        return day.operators().stream()
                .filter(operator -> operator.code().equals(new OperatorCode("2001")))
                .findFirst()
                .orElseThrow();
    }
}
