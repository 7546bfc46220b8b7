package stint.installer.crash;

import stint.clock.Clocks;
import stint.clock.Monotonic;
import stint.clock.SystemClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.work.Command;
import stint.station.core.FailureCodes;
import stint.station.core.Outcome;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.sync.SnapshotKeeper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A bench whose operator completes one piece after the other, as fast as it says yes, until the
 * process is killed. Each yes is one line on the standard output.
 */
final class TappingBench {

    /** Begins each line that says an event is confirmed; its identity follows. */
    static final String CONFIRMED = "confirmed ";

    /** Nothing else happens. */
    static final String STEADY = "steady";

    /** The wall clock is set again and again, a day forth or back at most. */
    static final String JUMPING = "jumping";

    /** There is no server until the end comes. */
    static final String ALONE = "alone";

    /** The disk is filled to the last byte, and emptied again; then the bench ends by itself. */
    static final String FILLING = "filling";

    /** The line that says a full disk was noticed. */
    static final String FULL = "full";

    /** The last line of a bench that ended by itself and has sent all. */
    static final String SENT = "sent";

    /** So often that many kills fall into the writing of one. */
    private static final SnapshotKeeper.Cadence SNAPSHOTS =
            new SnapshotKeeper.Cadence(5, Duration.ofMillis(50));

    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final StationCore bench;
    private final OperatorCode operator;
    private final TaskId task;

    private TappingBench(StationCore bench, OperatorCode operator, TaskId task) {
        this.bench = bench;
        this.operator = operator;
        this.task = task;
    }

    /**
     * Taps for ever.
     *
     * @param args station, directory, server, operator, task, what else happens
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[1]);
        String mode = args[5];
        StationCore bench =
                StationCores.open(
                        new StationConfig(
                                new StationCode(args[0]),
                                "SITE",
                                directory,
                                mode.equals(ALONE) ? null : URI.create(args[2]),
                                mode.equals(JUMPING) ? jumping() : new SystemClocks(),
                                true,
                                SNAPSHOTS));
        TappingBench tapping =
                new TappingBench(bench, new OperatorCode(args[3]), TaskId.parse(args[4]));
        if (!mode.equals(ALONE)) {
            bench.syncNow().toCompletableFuture().join();
        }
        if (mode.equals(FILLING)) {
            tapping.fill(directory.resolve("filler"));
        } else {
            tapping.tap(Integer.MAX_VALUE);
        }
    }

    private void tap(int times) {
        for (int count = 0; count < times; count++) {
            if (!confirmed(new Command.Complete(operator, task, 1, List.of(), null))) {
                return;
            }
        }
    }

    private boolean confirmed(Command command) {
        Outcome outcome = bench.submit(bench.newCommand(), command).toCompletableFuture().join();
        switch (outcome) {
            case Outcome.Recorded recorded -> OUT.println(CONFIRMED + recorded.event().id());
            case Outcome.Failed(String code) when code.equals(FailureCodes.DISK_FULL) ->
                    OUT.println(FULL);
            default -> OUT.println("refused " + outcome);
        }
        return outcome instanceof Outcome.Recorded;
    }

    private void fill(Path filler) throws IOException {
        tap(20);
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] megabyte = new byte[1 << 20];
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException e) {
            OUT.println("no room: " + e.getMessage());
        }
        tap(100_000);
        confirmed(new Command.EndShift(operator)); // Going home is always possible.
        Files.delete(filler);
        tap(20);
        boolean sent = bench.syncNow().toCompletableFuture().join().complete();
        bench.close();
        OUT.println(sent ? SENT : "unsent");
    }

    private static Clocks jumping() {
        return new SystemClocks(
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneId.systemDefault();
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        long day = Duration.ofDays(1).toMillis();
                        return Instant.now()
                                .plusMillis(ThreadLocalRandom.current().nextLong(-day, day));
                    }
                },
                Monotonic.ofThisMachine());
    }
}
