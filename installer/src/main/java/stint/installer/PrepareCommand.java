package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.bench.StartCache;
import stint.installer.simulate.Directories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code stint prepare}: a bench that starts faster from then on. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = {
            "Let benches on this machine start faster: one start is recorded in the JVM's"
                    + " ahead-of-time cache, which bin/stint uses for each start of a bench from"
                    + " then on. Run it once after an installation or an update, as a user who may"
                    + " write into the program's directory. A cache of another version is left out"
                    + " by the JVM; nothing depends on it."
        },
        footerHeading = "%nExamples:%n",
        footer = "  stint prepare         half a minute, once")
final class PrepareCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--cache",
            paramLabel = "FILE",
            description = "Where to put it, if not where bin/stint looks for it.")
    private @Nullable Path cache;

    PrepareCommand() {}

    @Override
    public Integer call() throws Exception {
        Path file = file();
        Path directory = Files.createTempDirectory("stint-prepare-");
        try {
            StartCache.make(file, directory);
        } catch (IOException e) {
            throw new Complaints.Plain(1, String.valueOf(e.getMessage()));
        } finally {
            Directories.delete(directory);
        }
        spec.commandLine()
                .getOut()
                .printf("%s: %d MB. Benches start with it.%n", file, Files.size(file) >> 20);
        return 0;
    }

    private Path file() throws Complaints.Plain {
        if (cache != null) {
            return cache;
        }
        String home = System.getProperty("stint.home");
        if (home == null) {
            throw new Complaints.Plain(2, "Start it by bin/stint, or name a file with --cache.");
        }
        return Path.of(home, "cache", "station.aot");
    }
}
