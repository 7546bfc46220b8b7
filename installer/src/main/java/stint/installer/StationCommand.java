package stint.installer;

import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.clock.SystemClocks;
import stint.domain.event.StationCode;
import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;
import stint.station.core.StationConfig;
import stint.station.core.StationCore;
import stint.station.core.StationCores;
import stint.station.ui.Kiosk;
import stint.station.ui.KioskOptions;
import stint.station.ui.kit.KioskMemory;
import stint.station.ui.kit.Tones;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint station}: the kiosk on a bench. */
@Command(
        name = "station",
        mixinStandardHelpOptions = true,
        description = "Run a bench: the operator's kiosk, on a local store that needs no network.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint station --code BENCH-7 --server https://stint.lan:7070",
            "  stint station --window                in a window, to try it out",
            "",
            "Its store is DATA/station-CODE, its log DATA/station-CODE/logs. A full-screen kiosk"
                    + " has no way",
            "out but with a supervisor's PIN, in the menu at the bench's name; SIGTERM ends it."
        })
final class StationCommand implements Callable<Integer> {

    /** What is printed when the login screen is shown, where somebody waits for it with a clock. */
    static final String SHOWN = "login screen shown";

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "The bench's code (stint.station.code).")
    private @Nullable String code;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Sync with this server (stint.station.server).")
    private @Nullable String server;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "en, th, he or ru, until somebody logs in (stint.station.language).")
    private @Nullable String language;

    @Option(
            names = "--window",
            description = "An ordinary window (stint.station.fullScreen = false).")
    private boolean window;

    @Option(
            names = "--measure-start",
            hidden = true,
            description = "End when the login screen is shown.")
    private boolean measureStart;

    @Option(
            names = "--in-memory",
            hidden = true,
            description = "Draw in memory, without a display.")
    private boolean inMemory;

    StationCommand() {}

    @Override
    public Integer call() throws ConfigProblem, Complaints.Plain {
        Map<String, @Nullable Object> options = new HashMap<>();
        options.put("stint.station.code", code);
        options.put("stint.station.server", server);
        options.put("stint.station.language", language);
        options.put("stint.station.fullScreen", window ? false : null);
        Settings settings = common.settings(spec.commandLine().getErr(), options);
        Settings.Bench bench = settings.station();
        Path directory = settings.data().resolve("station-" + bench.code());
        LogFile.open(directory, "station", settings.log());

        if (inMemory) {
            Screens.useMemory(1280, 800);
        }
        Screens.start();
        SystemClocks clocks = new SystemClocks();
        StationCore core = open(settings.site(), bench, directory, clocks);
        Stay stay = new Stay();
        KioskMemory memory = KioskMemory.in(directory.resolve("kiosk.properties"));
        Tones tones = new Tones(memory::sound);
        KioskOptions kioskOptions =
                new KioskOptions(
                        Locale.forLanguageTag(bench.language()),
                        ZoneId.systemDefault(),
                        bench.fullScreen(),
                        bench.dpi(),
                        clocks,
                        memory,
                        tones,
                        bench.badgeOnly());
        Kiosk kiosk = Screens.onFx(() -> show(core, kioskOptions, stay));
        if (measureStart) {
            Screens.onFx(() -> true);
            spec.commandLine().getOut().println(SHOWN);
            stay.end();
        }
        stay.thenClose(() -> {
            kiosk.close();
            tones.close();
            core.close();
        });
        return 0;
    }

    private static StationCore open(
            String site, Settings.Bench bench, Path directory, SystemClocks clocks)
            throws Complaints.Plain {
        try {
            return StationCores.open(
                    new StationConfig(
                            new StationCode(bench.code()),
                            site,
                            directory,
                            bench.server(),
                            clocks,
                            true));
        } catch (IOException e) {
            throw new Complaints.Plain(
                    1, "the bench's store in " + directory + " can't be opened: " + e.getMessage());
        }
    }

    private static Kiosk show(StationCore core, KioskOptions options, Stay stay) {
        Stage stage = new Stage();
        stage.showingProperty()
                .addListener((showing, before, now) -> {
                    if (!now) {
                        stay.end();
                    }
                });
        return Kiosk.show(stage, core, options);
    }
}
