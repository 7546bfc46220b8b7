package stint.installer;

import stint.clock.SystemClocks;
import stint.domain.event.StationCode;
import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What the commands have in common that carry a bench's events by hand (SY-5). */
final class Carrying {

    private Carrying() {}

    /** The bench of this machine, without its screen and without a server. */
    static StationCore bench(Settings settings) throws ConfigProblem, Complaints.Plain {
        StationCode code = Consoles.station(settings.station().code());
        Path directory = settings.data().resolve("station-" + code);
        if (!directory.toFile().isDirectory()) {
            throw new Complaints.Plain(
                    1, "there is no bench " + code + " in " + directory + "; name it with --code.");
        }
        try {
            return StationCores.open(
                    new StationConfig(
                            code, settings.site(), directory, null, new SystemClocks(), false));
        } catch (IOException e) {
            throw new Complaints.Plain(
                    1,
                    "the bench's store in "
                            + directory
                            + " can't be opened: "
                            + e.getMessage()
                            + ". If the bench's program runs, end it first.");
        }
    }

    /** What was asked of the bench, or why it can't be. */
    static <T> T done(CompletionStage<T> asked) throws Complaints.Plain {
        try {
            return asked.toCompletableFuture().join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Complaints.Plain(1, cause.getMessage() + ".");
        }
    }
}
