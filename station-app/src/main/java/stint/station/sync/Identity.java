package stint.station.sync;

import org.jspecify.annotations.Nullable;

import stint.credential.Pepper;
import stint.credential.PrivateFiles;
import stint.credential.SigningKey;
import stint.credential.VerifyingKey;
import stint.domain.event.StationCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Who this station is to the server, as it was enrolled (SY-4): kept in a directory of its own that
 * only the program's user may enter. A copy of that directory is the station.
 *
 * @param station which one
 * @param site the site it belongs to
 * @param key what it signs with
 * @param serverKey what the server signs with
 * @param pepper by which the hashes of PINs are opened; absent for a board
 * @param trust certificates, besides the system's, by which the server's is accepted (PEM); absent
 *     for none
 */
public record Identity(
        StationCode station,
        String site,
        SigningKey key,
        VerifyingKey serverKey,
        @Nullable Pepper pepper,
        @Nullable Path trust) {

    private static final String DIRECTORY = "identity";
    private static final String KEY = "station.key";
    private static final String CARD = "station.properties";
    private static final String TRUST = "trust.pem";

    /**
     * Reads the identity of the station that keeps its data in a directory; empty for one that was
     * not enrolled.
     *
     * @throws IOException when there is one, and it can't be read
     */
    public static Optional<Identity> read(Path data) throws IOException {
        Path directory = data.resolve(DIRECTORY);
        if (!Files.exists(directory.resolve(CARD))) {
            return Optional.empty();
        }
        Properties card = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(CARD))) {
            card.load(reader);
            Path trust = directory.resolve(TRUST);
            return Optional.of(
                    new Identity(
                            new StationCode(card.getProperty("station", "")),
                            card.getProperty("site", ""),
                            SigningKey.read(directory.resolve(KEY)),
                            VerifyingKey.parse(card.getProperty("server", "")),
                            pepper(card.getProperty("pepper")),
                            Files.exists(trust) ? trust : null));
        } catch (IllegalArgumentException e) {
            throw new IOException(directory + " holds no identity of a station", e);
        }
    }

    private static @Nullable Pepper pepper(@Nullable String text) {
        return text == null ? null : Pepper.parse(text);
    }

    /**
     * Keeps it for the station that keeps its data in a directory; one that was there before is
     * replaced, the key first, so that a crash between the two never signs with another's key.
     */
    public void write(Path data) throws IOException {
        Path directory = data.resolve(DIRECTORY);
        Files.createDirectories(data);
        PrivateFiles.directory(directory);
        Files.deleteIfExists(directory.resolve(CARD));
        key.write(directory.resolve(KEY));
        if (trust != null) {
            PrivateFiles.write(directory.resolve(TRUST), Files.readAllBytes(trust));
        }
        Properties card = new Properties();
        card.setProperty("station", station.value());
        card.setProperty("site", site);
        card.setProperty("server", serverKey.toString());
        if (pepper != null) {
            card.setProperty("pepper", pepper.text());
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        card.store(text, null);
        PrivateFiles.write(directory.resolve(CARD), text.toByteArray());
    }
}
