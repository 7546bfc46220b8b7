package stint.server.trust;

import org.jspecify.annotations.Nullable;

import stint.credential.Pepper;
import stint.credential.PrivateFiles;
import stint.credential.SigningKey;
import stint.server.trace.SerialCodes;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The server's secrets, in a directory that only its user can enter. They are no part of a backup
 * of the data (docs/decisions/0001): without them a backup signs nothing and opens no PIN.
 * Immutable; any thread.
 */
public final class ServerKeys {

    private static final int SECRET_BYTES = 32;
    private static final String CONSOLE = "console";

    private final Path directory;
    private final SigningKey signing;
    private final byte[] secret;
    private final Pepper pepper;
    private final byte[] console;

    private ServerKeys(
            Path directory, SigningKey signing, byte[] secret, Pepper pepper, byte[] console) {
        this.directory = directory;
        this.signing = signing;
        this.secret = secret;
        this.pepper = pepper;
        this.console = console;
    }

    /**
     * Reads the secrets, or makes them at the first start.
     *
     * @throws IOException when they can't be read or kept
     */
    public static ServerKeys open(Path directory) throws IOException {
        PrivateFiles.directory(directory);
        SigningKey signing = SigningKey.readOrGenerate(directory.resolve("server.key"));
        byte[] secret = readOrMake(directory.resolve("secret"));
        Pepper pepper = new Pepper(readOrMake(directory.resolve("pepper")));
        return new ServerKeys(directory, signing, secret, pepper, random());
    }

    private static byte[] readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.write(
                    file, HexFormat.of().formatHex(random()).getBytes(StandardCharsets.US_ASCII));
        }
        try {
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no secret of Stint", e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** What the server signs with. */
    public SigningKey signing() {
        return signing;
    }

    /** What the hashes of PINs are sealed with. */
    public Pepper pepper() {
        return pepper;
    }

    /** By what the codes of serials are made. */
    public SerialCodes serialCodes() {
        return new SerialCodes(secret);
    }

    /** What codes are hashed with. */
    byte[] secret() {
        return secret.clone();
    }

    /** Whether this is the word that stands in the console's file. */
    boolean isConsole(String token) {
        return MessageDigest.isEqual(
                HexFormat.of().formatHex(console).getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the commands of this machine's administrator find the running server. */
    public void openConsole(URI server, @Nullable Path certificate) throws IOException {
        new ConsoleFile(server, HexFormat.of().formatHex(console), certificate)
                .write(directory.resolve(CONSOLE));
    }

    /** The server stops: the console's word opens nothing any more. */
    public void closeConsole() throws IOException {
        Files.deleteIfExists(directory.resolve(CONSOLE));
    }

    /**
     * What the console's file says.
     *
     * @throws IOException when no server runs on this directory, or this user may not read it
     */
    public static ConsoleFile console(Path directory) throws IOException {
        return ConsoleFile.read(directory.resolve(CONSOLE));
    }
}
