package stint.server.backup;

import stint.credential.SigningKey;
import stint.domain.event.EventId;
import stint.server.store.PictureStore;
import stint.server.store.SiteStore;
import stint.server.store.StoreException;
import stint.sync.Entry;
import stint.wire.FastGzip;
import stint.wire.Hash;
import stint.wire.WireJson;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a backup: a header, then each event's exact bytes on a line of its own, then the pictures,
 * then an end; compressed. Where a history begins, or does not continue what was written before,
 * the chain's hash stands before the event. Whoever writes events meanwhile is not kept from it.
 */
public final class BackupWriter {

    private final MessageDigest digest = sha256();
    private final OutputStream out;
    private final Map<EventId, Passed> histories = new TreeMap<>();
    private long events;

    /** The last event of a history that was written. */
    private record Passed(EventId last, Hash hash) {}

    private BackupWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes all events up to a position that was committed, and pictures.
     *
     * @param pictures the names of those that are to be in it, as many as the header says
     * @param out is left open
     * @throws StoreException when the store can't be read; the file has no end then
     */
    public static void write(
            SiteStore store,
            BackupHeader header,
            List<String> pictures,
            SigningKey key,
            OutputStream out)
            throws IOException {
        FastGzip gzip = new FastGzip(out);
        BackupWriter writer = new BackupWriter(gzip);
        writer.line(WireJson.write(header));
        try {
            store.entries(1, header.position(), writer::event);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (String name : pictures) {
            writer.picture(store.pictures(), name);
        }
        writer.end(key);
        gzip.finish();
        out.flush();
    }

    private void event(Entry entry) {
        EventId id = entry.event().id();
        EventId history = new EventId(id.station(), id.epoch(), 1);
        Passed passed = histories.put(history, new Passed(id, entry.hash()));
        try {
            if (passed == null || !passed.hash().equals(entry.previous())) {
                bytes(entry.previous().toString().getBytes(StandardCharsets.US_ASCII));
            }
            line(entry.event().body());
            events++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void picture(PictureStore pictures, String name) throws IOException {
        byte[] bytes =
                pictures.picture(name)
                        .orElseThrow(() -> new IOException("the picture " + name + " is gone"));
        line(WireJson.write(BackupPicture.of(name, bytes)));
    }

    private void line(byte[] line) throws IOException {
        bytes(line);
        bytes(new byte[] {'\n'});
    }

    private void bytes(byte[] bytes) throws IOException {
        digest.update(bytes);
        out.write(bytes);
    }

    private void end(SigningKey key) throws IOException {
        List<BackupEnd.History> ends = new ArrayList<>();
        histories
                .values()
                .forEach(passed ->
                        ends.add(
                                new BackupEnd.History(
                                        passed.last().toString(), passed.hash().toString())));
        String sha256 = HexFormat.of().formatHex(digest.digest());
        line(
                WireJson.write(
                        new BackupEnd(
                                events,
                                ends,
                                sha256,
                                key.verifying().toString(),
                                key.sign(BackupEnd.signed(sha256)))));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
