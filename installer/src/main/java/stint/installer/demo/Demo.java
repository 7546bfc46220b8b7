package stint.installer.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.credential.Pins;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.plan.Station;
import stint.installer.Screens;
import stint.installer.scenario.Scenario;
import stint.installer.simulate.Directories;
import stint.station.board.BoardFeed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the demo: opens everything, plays days, closes everything. */
public final class Demo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    /** A slow machine may still be at its pictures when the day is over. */
    private static final Duration PICTURES_MAX = Duration.ofMinutes(3);

    private static final int KIOSKS = 2;
    private static final Duration NIGHT = Duration.ofSeconds(12);

    private final Options options;
    private final Consumer<String> says;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BoardWatch watch = new BoardWatch();

    /**
     * How the demo is to run.
     *
     * @param port the server's; 0 for a free one
     * @param length how long a day takes
     * @param once whether it ends by itself after the first day
     * @param inMemory whether nobody sees them, and pictures are kept instead
     * @param pictures where to
     */
    public record Options(
            int port, Duration length, boolean once, boolean inMemory, Path pictures) {}

    /** A demo that says what happens, a line at a time. */
    public Demo(Options options, Consumer<String> says) {
        this.options = options;
        this.says = says;
    }

    /** Runs until it is closed, or for one day. */
    public void run() throws Exception {
        Path directory = Files.createTempDirectory("stint-demo-");
        try {
            Scenario day = DemoDay.of(1, LocalDate.now(ZoneId.systemDefault()));
            try (DemoFloor floor = DemoFloor.open(day, directory, options.port(), Demo::hash);
                    BoardFeed feed =
                            new BoardFeed(
                                    floor.boardLink(), InstantSource.system(), watch::heard)) {
                feed.start();
                TaskId open =
                        new DemoOffice(floor.client(), LocalDate.now(ZoneId.systemDefault()))
                                .plan();
                introduce(day, floor, directory);
                List<StationCode> benches =
                        day.stations().stream().limit(KIOSKS).map(Station::code).toList();
                try (Show show = Show.open(floor, benches, options.inMemory())) {
                    List<Companion> companions = companions(show, benches, day);
                    try {
                        play(day, open, floor, show, companions);
                    } finally {
                        companions.forEach(Companion::close);
                    }
                }
            }
        } catch (Screens.GoneException e) {
            LOG.debug("The demo ends with its process", e);
        } finally {
            Directories.delete(directory);
            closed.countDown();
        }
    }

    /** Where nobody looks, the first window is the photographer's. */
    private List<Companion> companions(Show show, List<StationCode> benches, Scenario day) {
        return benches.stream()
                .skip(options.inMemory() ? 1 : 0)
                .map(bench -> Companion.at(show, bench, day))
                .toList();
    }

    private void play(
            Scenario first, TaskId open, DemoFloor floor, Show show, List<Companion> companions)
            throws Exception {
        DeskHost host = DeskHost.at(show, first);
        Consumer<Player.Done> follow =
                done -> {
                    companions.forEach(companion -> companion.follow(done));
                    host.look();
                };
        Thread photographer = null;
        if (options.inMemory()) {
            photographer =
                    new Photographer(
                                    show,
                                    first,
                                    open,
                                    options.pictures(),
                                    options.length(),
                                    stop,
                                    says)
                            .start();
        }
        Scenario day = first;
        int round = 1;
        while (true) {
            says.accept("");
            says.accept(
                    "Day %d begins; it takes %d s.".formatted(round, options.length().toSeconds()));
            if (!new Player(day, floor, options.length(), stop, says, watch, follow).play()) {
                return;
            }
            says.accept("Day " + round + " is over. " + watch.summary());
            if (options.once()) {
                if (photographer != null) {
                    photographer.join(PICTURES_MAX);
                }
                return;
            }
            if (stop.await(NIGHT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            round++;
            day = DemoDay.of(round, LocalDate.now(ZoneId.systemDefault()));
            floor.plan(day, Demo::hash);
        }
    }

    private static String hash(String pin) {
        return Pins.hash(pin.toCharArray());
    }

    private void introduce(Scenario day, DemoFloor floor, Path directory) {
        says.accept(
                "Server   " + floor.uri() + "   (board as JSON: " + floor.uri() + "/api/v1/board)");
        says.accept(
                "Benches  "
                        + String.join(
                                ", ", day.stations().stream().map(s -> s.code().value()).toList()));
        says.accept("Data     " + directory + ", deleted at the end");
        says.accept("");
        says.accept("Log in at a bench's window and tap along, or plan at the desk's:");
        for (Operator operator : day.operators()) {
            String pin = day.pins().get(operator.code());
            says.accept(
                    "  code %s  PIN %s  %s, %s%s"
                            .formatted(
                                    operator.code(),
                                    pin,
                                    operator.name(),
                                    operator.language().equals("th") ? "Thai" : "English",
                                    switch (operator.role()) {
                                        case SUPERVISOR -> ", supervisor";
                                        case PLANNER -> ", planner: is signed in at the desk";
                                        case OPERATOR, ADMIN -> "";
                                    }));
        }
    }

    /** Ends the demo and waits until all is closed. Any thread; idempotent. */
    @Override
    public void close() {
        stop.countDown();
        try {
            closed.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
