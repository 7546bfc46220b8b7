package stint.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import stint.credential.CarriedWord;
import stint.credential.SigningKey;
import stint.credential.VerifyingKey;
import stint.domain.event.StationCode;
import stint.wire.EventBatch;
import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.PushHeader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Events of one bench as a file that a person carries (SY-5): a ZIP with the batches as they would
 * be pushed, each signed by the bench, and a card that says what is in it. Stateless; any thread.
 */
public final class CarriedFile {

    private static final String CARD = "about.json";
    private static final String WORD = ".word";
    private static final String BATCH = ".ndjson.gz";
    private static final int CARD_BYTES_MAX = 4 << 10;
    private static final int BATCHES_MAX = 100_000;

    private CarriedFile() {}

    /**
     * What a file says of itself, for people; nothing of it is believed.
     *
     * @param format 1
     * @param station whose events
     * @param site whose bench that is
     * @param server the short name of the key of the server that is meant
     * @param batches how many
     * @param events how many
     */
    public record Card(
            int format, String station, String site, String server, int batches, long events) {}

    /** The file is none of ours, or not whole; the message says what to do. */
    public static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1L;

        DamagedException(String message, @Nullable Exception cause) {
            super(message, cause);
        }
    }

    /** Takes batches, one after the other. */
    public interface Taker<X extends Exception> {

        /**
         * Takes one.
         *
         * @param body as it would be pushed: gzip
         */
        void take(CarriedWord word, byte[] body) throws IOException, X;
    }

    /** Gives the batches that go into a file, in order. */
    @FunctionalInterface
    public interface Source {

        /** Hands each to the taker. */
        void each(Sink taker) throws IOException;
    }

    /** Where batches go. */
    @FunctionalInterface
    public interface Sink {

        /** Takes the next one. */
        void take(EventBatch<PushHeader> batch) throws IOException;
    }

    /**
     * Writes a file whole or not at all, and forces it: a stick is pulled when it seems done.
     *
     * @param key the bench's
     * @param server for whom it is
     * @return what is in it
     */
    public static Card write(
            Path file,
            StationCode station,
            String site,
            SigningKey key,
            VerifyingKey server,
            Source source)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Packer packer;
        try (FileChannel channel =
                        FileChannel.open(
                                part,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            packer = new Packer(zip, station, key, server);
            source.each(packer::pack);
            Card card =
                    new Card(1, station.value(), site, server.id(), packer.batches, packer.events);
            packer.entry(CARD, WireJson.write(card));
            zip.finish();
            channel.force(true);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return card;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private static final class Packer {

        private final ZipOutputStream zip;
        private final StationCode station;
        private final SigningKey key;
        private final VerifyingKey server;
        private int batches;
        private long events;

        Packer(ZipOutputStream zip, StationCode station, SigningKey key, VerifyingKey server) {
            this.zip = zip;
            this.station = station;
            this.key = key;
            this.server = server;
        }

        private void pack(EventBatch<PushHeader> batch) throws IOException {
            byte[] body = batch.toGzip();
            batches++;
            events += batch.bodies().size();
            entry(name(batches) + WORD, word(body).header().getBytes(UTF_8));
            entry(name(batches) + BATCH, body);
        }

        private CarriedWord word(byte[] body) {
            return CarriedWord.sign(key, station, server, body);
        }

        private void entry(String name, byte[] bytes) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
    }

    private static String name(int batch) {
        return "%06d".formatted(batch);
    }

    /** Whether a file may be one of these. */
    public static boolean looksLike(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    /**
     * Reads a file and hands on its batches; those that are damaged end it before they are handed
     * on. Who signed them is the server's to judge.
     *
     * @throws DamagedException when it is not whole, or something else
     * @throws IOException when it can't be read
     * @throws X what the taker throws
     */
    public static <X extends Exception> Card read(Path file, Taker<X> taker) throws IOException, X {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Card card = card(zip);
            if (card.format() != 1 || card.batches() < 0 || card.batches() > BATCHES_MAX) {
                throw new DamagedException(
                        file + " is of another version of Stint; import it with that one", null);
            }
            for (int batch = 1; batch <= card.batches(); batch++) {
                byte[] body = bytes(zip, name(batch) + BATCH, EventBatch.BYTES_MAX);
                CarriedWord word = word(zip, name(batch));
                if (!word.isOf(body)) {
                    throw new DamagedException(damaged(file), null);
                }
                taker.take(word, body);
            }
            requireNoMore(zip, card, file);
            return card;
        } catch (ZipException | MalformedMessageException | IllegalArgumentException e) {
            throw new DamagedException(damaged(file), e);
        }
    }

    private static String damaged(Path file) {
        return file + " is damaged, or no file of \"stint export\": export it again at the bench";
    }

    private static void requireNoMore(ZipFile zip, Card card, Path file) throws DamagedException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        int count = 0;
        while (entries.hasMoreElements()) {
            entries.nextElement();
            count++;
        }
        if (count != 2 * card.batches() + 1) {
            throw new DamagedException(damaged(file), null);
        }
    }

    private static Card card(ZipFile zip) throws IOException, MalformedMessageException {
        return WireJson.read(bytes(zip, CARD, CARD_BYTES_MAX), Card.class);
    }

    private static CarriedWord word(ZipFile zip, String name) throws IOException {
        return CarriedWord.parse(new String(bytes(zip, name + WORD, CARD_BYTES_MAX), UTF_8));
    }

    /** An entry says how large it is; it is not believed. */
    private static byte[] bytes(ZipFile zip, String name, int bytesMax) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException(name + " is missing");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new ZipException(name + " is too large");
            }
            return bytes;
        }
    }
}
