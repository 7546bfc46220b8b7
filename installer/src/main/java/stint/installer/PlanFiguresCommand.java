package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.installer.load.PlanLoad;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint plan-figures}: what planners and those who look for work wait. */
@Command(
        name = "plan-figures",
        mixinStandardHelpOptions = true,
        description = {
            "Measure on this machine how long it takes to start an order of 1,000 pieces, and to"
                    + " say what somebody can do now where very many are in production. The server"
                    + " is one of its own; nothing stays behind."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint plan-figures               100,000 pieces in production",
            "  stint plan-figures --orders 5    a first look"
        })
final class PlanFiguresCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "100",
            description = "Orders of 1,000 pieces each (${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--asks",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How often a work queue is asked for (${DEFAULT-VALUE}).")
    private int asks;

    PlanFiguresCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        if (orders < 1 || asks < 1) {
            throw new Complaints.Plain(2, "at least one order and one question.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PlanLoad.measure(orders, asks, settings.site()).print(out);
        out.flush();
        return 0;
    }
}
