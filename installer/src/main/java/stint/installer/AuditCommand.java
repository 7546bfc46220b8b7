package stint.installer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.wire.protocol.ActsView;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint audit}: who did what. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Show who changed what others recorded, who approved, and who was trusted with what:"
                    + " from the log that nobody can change."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint audit",
            "  stint audit --since 2026-11-01 --by 9001",
            "",
            "Run it at the server, as the server's user, while the server runs."
        })
final class AuditCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Option(names = "--since", paramLabel = "DAY", description = "From this day on (2026-11-01).")
    private @Nullable LocalDate since;

    @Option(names = "--by", paramLabel = "CODE", description = "What this person did.")
    private @Nullable String by;

    AuditCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        Instant from =
                since == null
                        ? Instant.EPOCH
                        : since.atStartOfDay(ZoneId.systemDefault()).toInstant();
        PrintWriter out = spec.commandLine().getOut();
        try (ServerClient console = Consoles.open(settings)) {
            ActsView page = console.audit(0);
            while (true) {
                page.acts().stream()
                        .filter(act -> !act.at().isBefore(from))
                        .filter(act -> by == null || by.equals(act.by()))
                        .forEach(act -> out.println(line(act)));
                if (page.to() >= page.last()) {
                    return 0;
                }
                page = console.audit(page.to());
            }
        }
    }

    private static String line(ActsView.Act act) {
        StringBuilder line =
                new StringBuilder(
                        "%s  %-14s %-20s %s"
                                .formatted(
                                        Consoles.time(act.at()),
                                        act.by() == null ? "(server)" : act.by(),
                                        act.what(),
                                        act.about()));
        if (act.detail() != null) {
            line.append(", ").append(act.detail());
        }
        if (act.reason() != null) {
            line.append(": ").append(act.reason());
        }
        return line.append("  [").append(act.event()).append(']').toString();
    }
}
