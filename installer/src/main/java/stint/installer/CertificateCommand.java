package stint.installer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.credential.PrivateFiles;
import stint.credential.SelfSigned;
import stint.installer.config.Settings;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code stint certificate}: for a site without an authority of its own. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = {
            "Make a certificate for this machine's server, signed by itself, with its key:"
                    + " DATA/tls/certificate.pem and DATA/tls/key.pem. Copy the certificate to the"
                    + " stations (stint.trust); the key stays here."
        },
        footerHeading = "%nExamples:%n",
        footer = "  stint certificate stint.lan 192.168.1.10")
final class CertificateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            description = "The names and addresses by which stations reach the server.")
    private List<String> names = new ArrayList<>();

    CertificateCommand() {}

    @Override
    public Integer call() throws Exception {
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        Path directory = settings.data().resolve("tls");
        Path certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        if (Files.exists(key)) {
            throw new Complaints.Plain(
                    1, key + " is there already; delete it first if all stations may forget it.");
        }
        Files.createDirectories(settings.data());
        PrivateFiles.directory(directory);
        SelfSigned.write(certificate, key, names, Instant.now());
        PrintWriter out = spec.commandLine().getOut();
        out.println("For the server's configuration:");
        out.printf("  stint.server.certificate = \"%s\"%n", certificate);
        out.printf("  stint.server.key = \"%s\"%n", key);
        return 0;
    }
}
