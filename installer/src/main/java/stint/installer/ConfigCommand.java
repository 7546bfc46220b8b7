package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.config.ConfigProblem;
import stint.installer.config.Settings;

import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint config}: what holds, and what could. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Show the configuration that holds, and where each value comes from.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint config                          what holds here",
            "  stint config --default > stint.conf   every key with its meaning, to edit"
        })
final class ConfigCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(
            names = {"--default", "--defaults"},
            description = "Show every key with its default and its meaning instead.")
    private boolean byDefault;

    ConfigCommand() {}

    @Override
    public Integer call() throws ConfigProblem {
        var out = spec.commandLine().getOut();
        if (byDefault) {
            out.print(Settings.reference());
            out.flush();
            return 0;
        }
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        settings.lines().forEach(out::println);
        settings.server();
        settings.station();
        settings.board();
        settings.demo();
        settings.log();
        return 0;
    }
}
