import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or rewrites the format of every Java file of the project.
 *
 * <p>google-java-format reads sources with the javac it runs on. Maven may run on Java 17, whose
 * javac cannot read ours; so the build starts this file with the project's own JDK.
 */
final class Format {

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean write =
                switch (args[0]) {
                    case "check" -> false;
                    case "write" -> true;
                    default -> throw new IllegalArgumentException("-Dformat=check or write");
                };
        Path root = Path.of(args[1]);
        List<Path> wrong =
                sources(root).parallelStream().filter(file -> !settle(file, write)).toList();
        if (wrong.isEmpty()) {
            return;
        }
        System.err.println("Not in the project's format, google-java-format AOSP:");
        wrong.forEach(file -> System.err.println("  " + root.relativize(file)));
        System.err.println("To rewrite them: mvn -N verify -Dformat=write");
        System.exit(1);
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !root.relativize(file)
                                    .toString()
                                    .matches("(.*[/\\\\])?target[/\\\\].*"))
                    .sorted()
                    .toList();
        }
    }

    /** Whether the file is well formatted, at the end of the call. */
    private static boolean settle(Path file, boolean write) {
        try {
            String before = Files.readString(file).replace("\r\n", "\n");
            String after = FORMATTER.formatSourceAndFixImports(before);
            if (after.equals(before)) {
                return true;
            }
            if (write) {
                Files.writeString(file, after);
                System.out.println("Formatted " + file.getFileName());
            }
            return write;
        } catch (FormatterException e) {
            System.err.println(file + ": " + e.getMessage());
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
