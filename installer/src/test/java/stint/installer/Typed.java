package stint.installer;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What somebody types, and what the last command said to it. */
final class Typed {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs a command to its end. */
    int run(List<String> always, String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(always);
        return line.execute(all.toArray(String[]::new));
    }

    /** The answer; it changes with the next command. */
    StringWriter out() {
        return out;
    }

    /** The complaint; it changes with the next command. */
    StringWriter err() {
        return err;
    }
}
