package stint.installer;

import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.board.BoardFilter;
import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;
import stint.station.board.BoardOptions;
import stint.station.board.BoardWindow;
import stint.station.sync.Identity;
import stint.station.sync.Link;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint board}: the board on the wall. */
@Command(
        name = "board",
        mixinStandardHelpOptions = true,
        description =
                "Run the board on a wall monitor: who works on what, what is late, what went"
                        + " wrong.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint board --server https://stint.lan:7070",
            "  stint board --window --language th",
            "",
            "It may be started before the server, and outlives its absence. Alt+F4 or Ctrl-C ends"
                    + " it."
        })
final class BoardCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Follow this server (stint.board.server).")
    private @Nullable String server;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "en, th, he or ru (stint.board.language).")
    private @Nullable String language;

    @Option(
            names = "--line",
            paramLabel = "LINE",
            description = "Only ATELIER or OEM (stint.board.line).")
    private @Nullable String line;

    @Option(
            names = "--area",
            paramLabel = "AREA",
            description = "Only this part of the floor (stint.board.area).")
    private @Nullable String area;

    @Option(
            names = "--job",
            paramLabel = "TEXT",
            description = "Only jobs whose ticket or name holds this (stint.board.job).")
    private @Nullable String job;

    @Option(names = "--light", description = "Dark on light (stint.board.theme = light).")
    private boolean light;

    @Option(
            names = "--window",
            description = "An ordinary window (stint.board.fullScreen = false).")
    private boolean window;

    BoardCommand() {}

    @Override
    public Integer call() throws ConfigProblem, Complaints.Plain, IOException {
        Map<String, @Nullable Object> options = new HashMap<>();
        options.put("stint.board.server", server);
        options.put("stint.board.language", language);
        options.put("stint.board.fullScreen", window ? false : null);
        options.put("stint.board.line", line);
        options.put("stint.board.area", area);
        options.put("stint.board.job", job);
        options.put("stint.board.theme", light ? "light" : null);
        Settings settings = common.settings(spec.commandLine().getErr(), options);
        Settings.Board board = settings.board();
        Path directory = settings.data().resolve("board");
        LogFile.open(directory, "board", settings.log());
        Identity identity = Identity.read(directory).orElse(null);
        Link link =
                identity == null
                        ? new Link(board.server(), null, settings.trust())
                        : new Link(board.server(), identity);

        Screens.start();
        Stay stay = new Stay();
        BoardWindow shown =
                Screens.onFx(() -> {
                    Stage stage = new Stage();
                    BoardWindow opened = BoardWindow.show(stage, options(link, board));
                    stage.showingProperty()
                            .addListener((showing, before, now) -> {
                                if (!now) {
                                    stay.end();
                                }
                            });
                    return opened;
                });
        stay.thenClose(shown);
        return 0;
    }

    private static BoardOptions options(Link link, Settings.Board board) {
        return new BoardOptions(
                link,
                Locale.forLanguageTag(board.language()),
                ZoneId.systemDefault(),
                board.fullScreen(),
                Duration.ofSeconds(board.pageSeconds()),
                new BoardFilter(board.line(), board.area(), board.job()),
                board.light());
    }
}
