package stint.installer;

import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;
import stint.station.desk.DeskOptions;
import stint.station.desk.DeskWindow;
import stint.station.sync.Link;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint desk}: where supervisors and planners work. */
@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description =
                "Run the desk of supervisors and planners: jobs and orders, who does what, what"
                        + " went wrong.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint desk --server https://stint.lan:7070",
            "  stint desk --dark --language th",
            "",
            "Sign in with worker code and PIN; the server knows who may do what. Where it has a"
                    + " certificate of its",
            "own, stint.trust names it."
        })
final class DeskCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Plan on this server (stint.desk.server).")
    private @Nullable String server;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "en, th, he or ru, until somebody signs in (stint.desk.language).")
    private @Nullable String language;

    @Option(names = "--dark", description = "Light on dark (stint.desk.theme = dark).")
    private boolean dark;

    DeskCommand() {}

    @Override
    public Integer call() throws ConfigProblem, Complaints.Plain, IOException {
        Map<String, @Nullable Object> options = new HashMap<>();
        options.put("stint.desk.server", server);
        options.put("stint.desk.language", language);
        options.put("stint.desk.theme", dark ? "dark" : null);
        Settings settings = common.settings(spec.commandLine().getErr(), options);
        Settings.Desk desk = settings.desk();
        LogFile.open(settings.data().resolve("desk"), "desk", settings.log());
        DeskOptions shown =
                new DeskOptions(
                        new Link(desk.server(), null, settings.trust()),
                        Locale.forLanguageTag(desk.language()),
                        ZoneId.systemDefault(),
                        desk.light());

        Screens.start();
        Stay stay = new Stay();
        DeskWindow window =
                Screens.onFx(() -> {
                    Stage stage = new Stage();
                    DeskWindow opened = DeskWindow.show(stage, shown);
                    stage.showingProperty()
                            .addListener((showing, before, now) -> {
                                if (!now) {
                                    stay.end();
                                }
                            });
                    return opened;
                });
        stay.thenClose(window);
        return 0;
    }
}
