package stint.installer;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.installer.config.Settings;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code stint pin}: gives somebody a PIN. */
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description = {
            "Give a person a new PIN. It is asked for, or made up and printed once: it never stands"
                    + " in the command line. Benches have it with their next sync."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stint pin 9001                 asks for it, twice",
            "  stint pin 1007 --generate      makes one up and prints it",
            "",
            "Run it at the server, as the server's user, while the server runs."
        })
final class PinCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "CODE", description = "Whose: the worker code.")
    private String code = "";

    @Option(names = "--generate", description = "Make one up and print it.")
    private boolean generate;

    PinCommand() {}

    @Override
    public Integer call() throws Exception {
        OperatorCode person = Consoles.person(code);
        Settings settings = common.settings(spec.commandLine().getErr(), Map.of());
        PrintWriter out = spec.commandLine().getOut();
        char[] pin = generate ? random(settings.server().pinDigits()) : asked(out);
        try (ServerClient console = Consoles.open(settings)) {
            console.pin(person, pin);
            if (generate) {
                out.printf("PIN of %s: %s%n", person, new String(pin));
            } else {
                out.printf("%s has a new PIN.%n", person);
            }
        } catch (ServerClient.RefusedException e) {
            throw new Complaints.Plain(1, "the server refuses: " + e.getMessage() + ".");
        } finally {
            Arrays.fill(pin, '\0');
        }
        return 0;
    }

    private static char[] random(int digits) {
        SecureRandom random = new SecureRandom();
        char[] pin = new char[Math.max(digits, Pins.DIGITS_MIN)];
        do {
            for (int index = 0; index < pin.length; index++) {
                pin[index] = (char) ('0' + random.nextInt(10));
            }
        } while (Pins.weakness(pin).isPresent());
        return pin;
    }

    /** On a terminal nobody reads over a shoulder; a program hands it in as a line. */
    private static char[] asked(PrintWriter out) throws IOException, Complaints.Plain {
        Optional<Console> terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            char[] pin = terminal.get().readPassword("PIN: ");
            char[] again = terminal.get().readPassword("Again: ");
            if (pin == null || !Arrays.equals(pin, again)) {
                throw new Complaints.Plain(2, "the two are not the same; nothing was changed.");
            }
            return pin;
        }
        out.print("PIN: ");
        out.flush();
        @Nullable String line =
                new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        if (line == null) {
            throw new Complaints.Plain(2, "type the PIN, or let --generate make one up.");
        }
        return line.strip().toCharArray();
    }
}
