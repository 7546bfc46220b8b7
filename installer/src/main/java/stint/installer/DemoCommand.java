package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.installer.demo.Demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code stint demo}: all of it on one machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "See it all on this machine: a server, benches, the board, and a day of the floor"
                    + " played on them at a speed one can watch. Two benches have a window; log in"
                    + " there and tap along."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint demo                    until Ctrl-C",
            "  stint demo --once             one day, then end",
            "  stint demo --seconds 600      slower",
            "",
            "Without a display it says so, goes on, and leaves pictures. Nothing of it is kept but"
                    + " those."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int PICTURE_WIDTH = 1920;
    private static final int PICTURE_HEIGHT = 1080;

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(names = "--once", description = "End after one day; so it does where CI is set.")
    private boolean once;

    @Option(
            names = "--headless",
            description = "Pictures instead of windows, though there is a display.")
    private boolean headless;

    /** Maven that is ended by a signal would leave the demo behind, and its port taken. */
    @Option(names = "--with-parent", hidden = true)
    private boolean withParent;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the day takes (stint.demo.seconds).")
    private @Nullable Integer seconds;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The server's port (stint.demo.port).")
    private @Nullable Integer port;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Where pictures go (stint.demo.pictures).")
    private @Nullable Path pictures;

    DemoCommand() {}

    @Override
    public Integer call() throws Exception {
        if (withParent) {
            ProcessHandle.current().parent().ifPresent(DemoCommand::endWith);
        }
        Map<String, @Nullable Object> options = new HashMap<>();
        options.put("stint.demo.seconds", seconds);
        options.put("stint.demo.port", port);
        options.put("stint.demo.pictures", pictures == null ? null : pictures.toString());
        Settings settings = common.settings(spec.commandLine().getErr(), options);
        Settings.Demo demo = settings.demo();
        PrintWriter out = spec.commandLine().getOut();

        LogFile.quietConsole();
        out.println("Stint demo. Ctrl-C ends it.");
        boolean inMemory = !hasScreen(out, demo.pictures());
        if (inMemory) {
            Screens.useMemory(PICTURE_WIDTH, PICTURE_HEIGHT);
        }
        Screens.start();
        boolean ends = once || "true".equals(System.getenv("CI"));
        var run =
                new Demo(
                        new Demo.Options(
                                demo.port(),
                                Duration.ofSeconds(demo.seconds()),
                                ends,
                                inMemory,
                                demo.pictures()),
                        out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(run::close, "demo-end"));
        run.run();
        return 0;
    }

    private static void endWith(ProcessHandle parent) {
        var _ = parent.onExit().thenRun(() -> System.exit(0));
    }

    private boolean hasScreen(PrintWriter out, Path directory) {
        Optional<String> missing =
                headless ? Optional.of("Windows are not wanted.") : Screens.whatIsMissing();
        missing.ifPresent(why ->
                out.println(
                        why
                                + " The demo goes on without windows; pictures of them will be in "
                                + directory
                                + "."));
        return missing.isEmpty();
    }
}
