package stint.wire.snapshot;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells builds of the rules apart by their class files: a release that folds differently must not
 * go on from what an older one came to, and nobody has to remember to say so.
 */
public final class BuildPrint {

    private static final String ROOT = "stint";

    private BuildPrint() {}

    /**
     * The print of this build's domain and of the forms it is written in.
     *
     * @throws IOException when the class files can't be found
     */
    public static long ofRules() throws IOException {
        CodeSource source = BuildPrint.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("where the class files are is not known");
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(place)) {
                return print(place.resolve(ROOT));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return print(jar.getPath(ROOT));
            }
        } catch (URISyntaxException e) {
            throw new IOException("the class files are at no path", e);
        }
    }

    private static long print(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
            for (Path file : classes) {
                digest.update(Files.readAllBytes(file));
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this Java has no SHA-256", e);
        }
    }
}
