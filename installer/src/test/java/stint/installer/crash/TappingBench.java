package stint.installer.crash;

import stint.clock.SystemClocks;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.work.Command;
import stint.station.core.Outcome;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.sync.SnapshotKeeper;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A bench whose operator completes one piece after the other, as fast as it says yes, until the
 * process is killed. Each yes is one line on the standard output.
 */
final class TappingBench {

    /** Begins each line that says an event is confirmed; its identity follows. */
    static final String CONFIRMED = "confirmed ";

    /** So often that many kills fall into the writing of one. */
    private static final SnapshotKeeper.Cadence SNAPSHOTS =
            new SnapshotKeeper.Cadence(5, Duration.ofMillis(50));

    private TappingBench() {}

    /**
     * Taps for ever.
     *
     * @param args station, directory, server, operator, task
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StationCore bench =
                StationCores.open(
                        new StationConfig(
                                new StationCode(args[0]),
                                "SITE",
                                Path.of(args[1]),
                                URI.create(args[2]),
                                new SystemClocks(),
                                true,
                                SNAPSHOTS));
        OperatorCode operator = new OperatorCode(args[3]);
        TaskId task = TaskId.parse(args[4]);
        bench.syncNow().toCompletableFuture().join();
        while (true) {
            Outcome outcome =
                    bench.submit(
                                    bench.newCommand(),
                                    new Command.Complete(operator, task, 1, List.of(), null))
                            .toCompletableFuture()
                            .join();
            if (!(outcome instanceof Outcome.Recorded recorded)) {
                out.println("refused " + outcome);
                return;
            }
            out.println(CONFIRMED + recorded.event().id());
        }
    }
}
