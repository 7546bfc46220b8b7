package stint.server.backup;

import org.jspecify.annotations.Nullable;

import stint.credential.VerifyingKey;
import stint.domain.sop.PictureName;
import stint.server.store.Verification;
import stint.sync.Entry;
import stint.wire.Hash;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a backup, and holds it against itself on the way. Not thread-safe. */
public final class BackupFile {

    private static final int BUFFER_BYTES = 64 * 1024;

    /** A picture in Base64 is the longest. */
    private static final int LINE_BYTES_MAX = 4 * (PictureName.BYTES_MAX / 3 + 1024);

    private static final int HEX = 2 * Hash.LENGTH;

    private final Path file;
    private final InputStream in;
    private final MessageDigest digest = BackupWriter.sha256();
    private final Verification verification = new Verification();

    /**
     * What a whole backup says of itself.
     *
     * @param header of what
     * @param end how far
     */
    public record Summary(BackupHeader header, BackupEnd end) {

        /** Whether the server with this key wrote it. */
        public boolean isOf(VerifyingKey key) {
            return key.toString().equals(end.key());
        }
    }

    private BackupFile(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Reads all of it: the chain is followed, positions and events are counted, the digest and its
     * signature compared.
     *
     * @param reader is given each event in order, before the end shows whether all is well: read
     *     once to check, and once more to use
     * @param pictures is given each picture after the events, in the same way
     * @throws BackupDamagedException when it is not as it was written
     */
    public static Summary read(Path file, Consumer<Entry> reader, Consumer<BackupPicture> pictures)
            throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in =
                        new BufferedInputStream(
                                new GZIPInputStream(raw, BUFFER_BYTES), BUFFER_BYTES)) {
            return new BackupFile(file, in).read(reader, pictures);
        } catch (ZipException | EOFException e) {
            throw new BackupDamagedException(
                    file + " is no backup, or only a part of one: " + e.getMessage(), e);
        }
    }

    /** As the other, for whoever has no use for what is in it. */
    public static Summary check(Path file) throws IOException {
        return read(file, event -> {}, picture -> {});
    }

    private Summary read(Consumer<Entry> reader, Consumer<BackupPicture> pictures)
            throws IOException {
        BackupHeader header = message(line(), BackupHeader.class);
        if (!header.format().equals(BackupHeader.FORMAT)) {
            throw damaged("is of format " + header.format() + ", which this release does not read");
        }
        for (long position = 1; position <= header.position(); position++) {
            reader.accept(event(position, line()));
        }
        for (long number = 1; number <= header.pictures(); number++) {
            BackupPicture picture = message(line(), BackupPicture.class);
            require(picture.whole(), "has a picture that is not what its name was made of");
            pictures.accept(picture);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        BackupEnd end = message(line(), BackupEnd.class);
        require(sha256.equals(end.sha256()), "has other bytes than its end says");
        require(end.events() == header.position(), "has another count than its end says");
        List<BackupEnd.History> heads =
                verification.heads().stream().map(BackupEnd.History::of).toList();
        require(heads.equals(end.histories()), "has other histories than its end says");
        require(in.read() < 0, "goes on behind its end");
        require(signed(end), "is not signed by the key it names");
        return new Summary(header, end);
    }

    /** In the one form in which it was written: some letters have bits that say nothing. */
    private static boolean signed(BackupEnd end) {
        try {
            byte[] signature = Base64.getUrlDecoder().decode(end.signature());
            VerifyingKey key = VerifyingKey.parse(end.key());
            return key.toString().equals(end.key())
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(signature)
                            .equals(end.signature())
                    && key.verifies(BackupEnd.signed(end.sha256()), end.signature());
        } catch (IllegalArgumentException e) {
            return false; // Not even the form of a key.
        }
    }

    private Entry event(long position, byte[] line) throws BackupDamagedException {
        boolean begins = line.length > 0 && line[0] != '{';
        byte[] previous = begins ? hash(line) : null;
        byte[] body = begins ? Arrays.copyOfRange(line, HEX, line.length) : line;
        Entry entry = verification.take(position, null, previous, null, body);
        List<Verification.Finding> found = verification.result().found();
        if (entry == null || !found.isEmpty()) {
            throw damaged("is damaged at position " + position + ": " + found.getFirst().what());
        }
        return entry;
    }

    private static byte @Nullable [] hash(byte[] line) {
        try {
            String hex = new String(line, 0, Math.min(HEX, line.length), StandardCharsets.US_ASCII);
            return Hash.parse(hex).toBytes();
        } catch (IllegalArgumentException e) {
            return null; // What follows then is found to be no event.
        }
    }

    private <T> T message(byte[] line, Class<T> type) throws BackupDamagedException {
        try {
            return WireJson.read(line, type);
        } catch (MalformedMessageException e) {
            throw new BackupDamagedException(file + " is no backup of Stint", e);
        }
    }

    /** The next line without its end; the digest takes both, and so the last line is its own. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > LINE_BYTES_MAX) {
                throw damaged("has a line that is longer than any of a backup");
            }
            next = in.read();
        }
        if (next < 0) {
            throw new EOFException("it breaks off");
        }
        byte[] bytes = line.toByteArray();
        digest.update(bytes);
        digest.update((byte) '\n');
        return bytes;
    }

    private void require(boolean holds, String otherwise) throws BackupDamagedException {
        if (!holds) {
            throw damaged(otherwise);
        }
    }

    private BackupDamagedException damaged(String what) {
        return new BackupDamagedException(file + " " + what);
    }
}
