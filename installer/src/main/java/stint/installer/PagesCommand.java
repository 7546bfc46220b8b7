package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.installer.load.PagesLoad;
import stint.installer.load.PagesOrder;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint pages}: what those wait who look. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = {
            "Measure on this machine how long a tap takes to many boards, and how long a customer"
                    + " waits for the page of one piece among many. Each server is one of its own;"
                    + " nothing stays behind."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint pages              100 web boards, 5 JavaFX boards; a million pieces",
            "  stint pages --jobs 100   10,000 pieces: a first look"
        })
final class PagesCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(
            names = "--web",
            paramLabel = "N",
            defaultValue = "100",
            description = "Web boards (${DEFAULT-VALUE}).")
    private int web;

    @Option(
            names = "--walls",
            paramLabel = "N",
            defaultValue = "5",
            description = "JavaFX boards (${DEFAULT-VALUE}).")
    private int walls;

    @Option(
            names = "--taps",
            paramLabel = "N",
            defaultValue = "400",
            description = "Taps, one after another (${DEFAULT-VALUE}).")
    private int taps;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Jobs of 100 finished pieces each (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(
            names = "--asks",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Customers, one after another (${DEFAULT-VALUE}).")
    private int asks;

    PagesCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        PagesOrder order;
        try {
            order = new PagesOrder(web, walls, taps, jobs, asks);
        } catch (IllegalArgumentException e) {
            throw new Complaints.Plain(2, String.valueOf(e.getMessage()));
        }
        PrintWriter out = spec.commandLine().getOut();
        PagesLoad.measure(order, settings.site()).print(out);
        out.flush();
        return 0;
    }
}
