package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.installer.config.Settings;
import stint.server.backup.BackupFile;
import stint.server.backup.BackupHeader;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint backup}: everything a site recorded, in one file, from a server that runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Write all events of this machine's server into one file, while it runs and benches go"
                    + " on. The file is read again and checked before it gets its name, and the"
                    + " server is told up to where it holds everything."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint backup /mnt/backup                 into this directory, named by site and"
                    + " time",
            "  stint backup /mnt/backup/today.stint     into this file, which must not be there"
                    + " yet",
            "",
            "The keys (DATA/server/keys) are not in it: copy them once, to where keys are kept."
        })
final class BackupCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final double MEGABYTE = 1 << 20;

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "PLACE", description = "A directory, or a file to be made.")
    private Path place = Path.of("");

    BackupCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        try (ServerClient console = Consoles.open(settings)) {
            Path directory = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
            if (directory == null || !Files.isDirectory(directory)) {
                throw new Complaints.Plain(2, "there is no directory " + directory + ".");
            }
            if (Files.isRegularFile(place)) {
                throw new Complaints.Plain(2, place + " is there already; name another.");
            }
            Path part = Files.createTempFile(directory, "stint-backup-", ".part");
            try {
                BackupHeader header = fetched(console, part);
                Path file = Files.isDirectory(place) ? place.resolve(name(header)) : place;
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                console.backedUp(header.generation(), header.position());
                spec.commandLine()
                        .getOut()
                        .printf(
                                Locale.ROOT,
                                "Backup of %s: %,d events, read again and whole, %.1f MB in %s%n",
                                header.site(),
                                header.position(),
                                Files.size(file) / MEGABYTE,
                                file);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return 0;
    }

    /** Whole, and on the disk, when this returns. */
    private static BackupHeader fetched(ServerClient console, Path part) throws IOException {
        console.download("/api/v1/backup", part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return BackupFile.check(part).header();
    }

    private static String name(BackupHeader header) {
        return "stint-%s-%s.stint"
                .formatted(header.site(), STAMP.format(Instant.ofEpochMilli(header.takenAtMs())));
    }
}
