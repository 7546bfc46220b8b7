package stint.server.trust;

import org.jspecify.annotations.Nullable;

import stint.credential.PrivateFiles;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a command finds the server that runs on the same machine, and proves that it is run by
 * somebody who may read the server's files.
 *
 * @param server its address
 * @param token new with every start of the server
 * @param certificate the file with the server's certificate; absent where it speaks plain HTTP
 */
public record ConsoleFile(URI server, String token, @Nullable Path certificate) {

    /** The scheme's name in the header {@code Authorization}: {@code Stint-Console TOKEN USER}. */
    public static final String SCHEME = "Stint-Console";

    void write(Path file) throws IOException {
        String shown = certificate == null ? "" : certificate.toAbsolutePath().toString();
        PrivateFiles.write(
                file,
                (server + "\n" + token + "\n" + shown + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static ConsoleFile read(Path file) throws IOException {
        String[] lines = Files.readString(file).split("\\R", -1);
        if (lines.length < 3) {
            throw new IOException(file + " is not of a running server");
        }
        try {
            return new ConsoleFile(
                    URI.create(lines[0]), lines[1], lines[2].isEmpty() ? null : Path.of(lines[2]));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not of a running server", e);
        }
    }

    /**
     * The header's value.
     *
     * @param user who runs the command, for the audit
     */
    public String header(String user) {
        return SCHEME + " " + token + " " + user.replaceAll("[^\\p{Alnum}._-]", "_");
    }

    /** Not the token: this text may reach a log. */
    @Override
    public String toString() {
        return "ConsoleFile[" + server + "]";
    }
}
